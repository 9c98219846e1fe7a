import { renderScoreCsv } from '../kit/csv.ts';
import { toJson } from '../kit/json.ts';
import type { Renderable } from '../renderable.ts';
import type { Renderer } from '../renderer.ts';
import { writeIssuePage } from '../issue-explanation/page.ts';
import { type Page, spell, writePage } from './page.ts';

/** Marks take no part in sentences as data: the sources stand beside them. */
function sentencesOf({ sections }: Pick<Page, 'sections'>) {
  return sections.flatMap((section) =>
    section.sentences.map(({ fact, head, text }) => {
      const { id, kind, data, issues, interactions, sources } = fact;
      const words = spell(text, () => '');
      const marks = [...new Set(text.flatMap((piece) => (typeof piece === 'string' ? [] : piece)))];
      return {
        id,
        section: section.id,
        kind,
        text: head === null ? words : `${head}. ${words}`,
        marks: marks.sort((x, y) => x - y),
        evidence: { issues, interactions, sources },
        data,
      };
    }),
  );
}

/** The sentences with their ids and evidence, the sources their marks stand for, and the score. */
export const renderExplanationJson: Renderer<Renderable['explanation']> = (explanation) => {
  const { schema: _, countries, ...score } = explanation.score;
  const page = writePage(explanation);
  return toJson({
    schema: 'align/explain@1',
    countries,
    sentences: sentencesOf(page),
    sources: page.sources.map((source, i) => ({ mark: i + 1, ...source })),
    ...score,
    provenance: explanation.provenance,
  });
};

export const renderIssueExplanationJson: Renderer<Renderable['issueExplanation']> = ({
  provenance,
  score: _,
  sources: __,
  ...explanation
}) => {
  const page = writeIssuePage({ ...explanation, score: _, sources: __ });
  return toJson({
    schema: 'align/explain-issue@1',
    ...explanation,
    sentences: page.lines.map(({ label, text }) => ({ label, text: spell(text, () => '') })),
    sources: page.sources.map((source, i) => ({ mark: i + 1, ...source })),
    provenance,
  });
};

/** A row an issue, as of the score. */
export const renderExplanationCsv: Renderer<Renderable['explanation']> = (
  { score, provenance },
  context,
) => renderScoreCsv({ ...score, provenance, full: true }, context);

export const renderIssueExplanationCsv: Renderer<Renderable['issueExplanation']> = (
  { score, issue, provenance },
  context,
) => {
  const issues = score.issues.filter(({ id }) => id === issue.id);
  return renderScoreCsv({ ...score, issues, provenance, full: true }, context);
};
