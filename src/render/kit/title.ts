import stringWidth from 'fast-string-width';
import type { RenderContext } from '../renderer.ts';
import { wrap } from './text.ts';

/** Of the smallest window that an answer fits, but for one to type the next command on. */
export const linesOfWindow = 23;

/** A title at the left and, at the right or on lines of its own, what the answer rests on. */
export function titleWithExtent(
  title: string,
  extent: string,
  { width, color }: Pick<RenderContext, 'width' | 'color'>,
): string[] {
  const gap = width - stringWidth(title) - stringWidth(extent) - 2;
  return gap >= 2
    ? [`${color.bold(title)}${' '.repeat(gap)}${color.dim(extent)}`]
    : [
        ...wrap(title, width).map((line) => color.bold(line)),
        ...wrap(extent, width).map((line) => color.dim(line)),
      ];
}
