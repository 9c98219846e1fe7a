import { growing } from '../kit/columns.ts';
import { counted } from '../kit/numbers.ts';
import { findDisagreements } from '../../analysis/disagreements.ts';
import type { Renderable } from '../renderable.ts';
import type { RenderContext } from '../renderer.ts';
import { disagreementTitle, stanceWords } from '../kit/wording.ts';
import { paragraph, table } from '../kit/text.ts';

/**
 * Where the two differ, the most important first, with both positions in words.
 *
 * @param most lines of the table; how many issues are left out is said below it
 */
export function renderDisagreements(
  { issues, countries: [a, b] }: Renderable['score'],
  { color, width }: RenderContext,
  most = Infinity,
): string {
  const all = findDisagreements(issues);
  if (all.length === 0) return `  ${color.bold('Where they part')}\n  nowhere in this selection`;
  const text = table(
    [growing('Where they part'), growing(a.name), growing(b.name)],
    all.slice(0, most).map((disagreement) => {
      const {
        scale,
        positions: [x, y],
        opposed,
      } = disagreement;
      const paint = opposed ? color.red : color.yellow;
      return [
        disagreementTitle(disagreement),
        paint(stanceWords(scale, x, a)),
        paint(stanceWords(scale, y, b)),
      ];
    }),
    width,
    { indent: '  ', header: color.bold },
  );
  const rest = all.slice(most).flatMap((each) => each.issues).length;
  if (rest === 0) return text;
  return `${text}\n${color.dim(paragraph(`and on ${counted(rest, 'more issue')}`, width, '  '))}`;
}
