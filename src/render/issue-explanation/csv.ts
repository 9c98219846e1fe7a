import type { Renderable } from '../renderable.ts';
import type { Renderer } from '../renderer.ts';
import { render as renderScoreCsv } from '../score/csv.ts';

/** The row of the issue, as of the score. */
export const render: Renderer<Renderable['issueExplanation']> = (
  { score, issue, provenance },
  context,
) => {
  const issues = score.issues.filter(({ id }) => id === issue.id);
  return renderScoreCsv({ ...score, issues, provenance, full: true }, context);
};
