import type { DateSpan } from '../catalog/model.ts';
import type { Evidence, SelectedIssue } from './evidence.ts';

/**
 * First and last day of some issues of the evidence, within the days asked for: of an issue that began
 * before or went on after them, what lies outside is not drawn on. `null` without issues.
 */
export function periodOf(
  { asked: { from, to } }: Pick<Evidence, 'asked'>,
  issues: readonly SelectedIssue[],
): DateSpan | null {
  if (issues.length === 0) return null;
  const first = issues.map(({ issue }) => issue.date.from).reduce((x, y) => (y < x ? y : x));
  const last = issues.map(({ issue }) => issue.date.to).reduce((x, y) => (y > x ? y : x));
  return {
    from: from !== undefined && from > first ? from : first,
    to: to !== undefined && to < last ? to : last,
  };
}
