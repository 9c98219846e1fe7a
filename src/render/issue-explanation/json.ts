import { spell } from '../explanation/page.ts';
import { toJson } from '../kit/json.ts';
import type { Renderable } from '../renderable.ts';
import type { Renderer } from '../renderer.ts';
import { writeIssuePage } from './page.ts';

/** The issue, its lines as sentences, and the sources their marks stand for. */
export const render: Renderer<Renderable['issueExplanation']> = ({
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
