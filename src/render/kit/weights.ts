import type { Provenance } from '../../results/parts.ts';
import type { RenderContext } from '../renderer.ts';
import { paragraph } from './text.ts';
import { weightsWords } from './wording.ts';

/** Lines at the end of a text for a person: by which file the issues are weighed, if by one. */
export function weightsLines(
  result: unknown,
  { width, color }: Pick<RenderContext, 'width' | 'color'>,
): string {
  const { provenance } = Object(result) as { readonly provenance?: Provenance };
  if (!provenance?.weights) return '';
  return `${color.dim(paragraph(`Weights: ${weightsWords(provenance.weights)}`, width, '  '))}\n`;
}
