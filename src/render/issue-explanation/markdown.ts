import { bracketMarks, spell } from '../explanation/page.ts';
import {
  escapeMarkdown,
  heading,
  markdownDocument,
  provenanceLine,
  sourceSection,
} from '../kit/markdown.ts';
import type { Renderable } from '../renderable.ts';
import type { Renderer } from '../renderer.ts';
import { writeIssuePage } from './page.ts';

/** The labelled lines as a list; the marks are the numbers of the sources at the end. */
export const render: Renderer<Renderable['issueExplanation']> = (explanation) => {
  const page = writeIssuePage(explanation);
  const [a, b] = explanation.countries;
  const lines = page.lines.map(
    ({ label, text }) =>
      `- **${escapeMarkdown(label)}**: ${escapeMarkdown(spell(text, bracketMarks))}`,
  );
  return markdownDocument([
    heading(2, `${page.title} (${a.name} – ${b.name})`),
    lines.join('\n'),
    ...sourceSection(page.sources),
    provenanceLine(explanation.provenance),
  ]);
};
