import { writePage } from './page.ts';
import { counted } from '../kit/numbers.ts';
import type { Renderable } from '../renderable.ts';
import type { Renderer } from '../renderer.ts';
import { extentWords } from '../score/words.ts';
import { provenanceWords } from '../kit/wording.ts';
import { isolated, markup } from '../kit/html/markup.ts';
import { renderPage, type Section } from '../kit/html/page.ts';
import { paragraphs } from '../kit/html/prose.ts';
import { sourceList } from '../kit/html/sources.ts';

/** The page of prose, self-contained like a report; the marks lead to the sources at its end. */
export const render: Renderer<Renderable['explanation']> = (explanation) => {
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
