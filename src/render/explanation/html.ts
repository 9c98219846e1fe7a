import { writeIssuePage } from '../issue-explanation/page.ts';
import { writePage } from './page.ts';
import { counted } from '../kit/numbers.ts';
import type { Renderable } from '../renderable.ts';
import type { Renderer } from '../renderer.ts';
import { extentWords } from '../score/words.ts';
import { provenanceWords } from '../kit/wording.ts';
import { isolated, markup } from '../kit/html/markup.ts';
import { renderPage, type Section } from '../kit/html/page.ts';
import { markLinks, paragraphs } from '../kit/html/prose.ts';
import { sourceList } from '../kit/html/sources.ts';

/** The page of prose, self-contained like a report; the marks lead to the sources at its end. */
export const renderExplanationHtml: Renderer<Renderable['explanation']> = (explanation) => {
  const page = writePage(explanation);
  const more =
    page.uncited > 0 && markup`<p>And ${counted(page.uncited, 'source')} more: align cite.</p>`;
  const sections: Section[] = page.sections.map((section) => ({
    id: section.id,
    title: section.title,
    body: paragraphs(section, page),
  }));
  return renderPage({
    title: page.title,
    description: `Why ${page.title} score as they do, in sentences with their sources`,
    header: markup`<p class="kicker">Explanation · ${extentWords(explanation.score)}</p>\n<h1>${isolated(page.title)}</h1>`,
    sections: [
      ...sections,
      { id: 'sources', title: 'Sources', body: markup`${sourceList(page.sources)}${more}` },
    ],
    footer: markup`<p>${provenanceWords(explanation.provenance)}</p>`,
  });
};

/** One issue in detail, self-contained like a report. */
export const renderIssueExplanationHtml: Renderer<Renderable['issueExplanation']> = (
  explanation,
) => {
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
