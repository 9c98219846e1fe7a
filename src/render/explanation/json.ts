import { toJson } from '../kit/json.ts';
import type { Renderable } from '../renderable.ts';
import type { Renderer } from '../renderer.ts';
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
export const render: Renderer<Renderable['explanation']> = (explanation) => {
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
