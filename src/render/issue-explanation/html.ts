import { isolated, markup } from '../kit/html/markup.ts';
import { renderPage } from '../kit/html/page.ts';
import { markLinks } from '../kit/html/prose.ts';
import { sourceList } from '../kit/html/sources.ts';
import { provenanceWords } from '../kit/wording.ts';
import type { Renderable } from '../renderable.ts';
import type { Renderer } from '../renderer.ts';
import { writeIssuePage } from './page.ts';

/** One issue in detail, self-contained like a report. */
export const render: Renderer<Renderable['issueExplanation']> = (explanation) => {
  const page = writeIssuePage(explanation);
  const [a, b] = explanation.countries;
  const rows = page.lines.map(({ label, text }) => {
    const words = text.map((piece) => (typeof piece === 'string' ? piece : markLinks(piece, page)));
    return markup`<dt>${label}</dt><dd>${words}</dd>\n`;
  });
  return renderPage({
    title: `${page.title} (${a.name} – ${b.name})`,
    description: `How ${a.name} and ${b.name} stand on one issue, with sources`,
    header: markup`<p class="kicker">${a.name} – ${b.name}</p>\n<h1>${isolated(page.title)}</h1>`,
    sections: [
      { id: 'positions', title: 'Positions', body: markup`<dl class="terms">\n${rows}</dl>` },
      { id: 'sources', title: 'Sources', body: sourceList(page.sources) },
    ],
    footer: markup`<p>${provenanceWords(explanation.provenance)}</p>`,
  });
};
