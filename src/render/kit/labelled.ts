import type { RenderContext } from '../renderer.ts';
import { padEnd, paragraph } from './text.ts';

const labelWidth = 12;

/** A labelled paragraph, or nothing where there is no text. */
export function labelled(
  label: string,
  text: string | undefined,
  { width, color }: RenderContext,
): string[] {
  if (text === undefined || text === '') return [];
  const indent = ' '.repeat(labelWidth);
  return [paragraph(text, width, color.bold(padEnd(label, labelWidth)), indent)];
}
