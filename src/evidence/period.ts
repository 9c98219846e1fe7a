import type { DateSpan } from '../catalog/model.ts';
import type { JointIssue } from './dyad.ts';
import type { Evidence } from './evidence.ts';

/**
 * First and last day of some joint issues, within the days asked for: of an issue that began
 * before or went on after them, what lies outside is not drawn on. `null` without issues.
 */
export function periodOf(
  { asked: { from, to } }: Pick<Evidence, 'asked'>,
  joint: readonly Pick<JointIssue, 'selected'>[],
): DateSpan | null {
  if (joint.length === 0) return null;
  const dates = joint.map(({ selected }) => selected.issue.date);
  const first = dates.map((date) => date.from).reduce((x, y) => (y < x ? y : x));
  const last = dates.map((date) => date.to).reduce((x, y) => (y > x ? y : x));
  return {
    from: from !== undefined && from > first ? from : first,
    to: to !== undefined && to < last ? to : last,
  };
}
