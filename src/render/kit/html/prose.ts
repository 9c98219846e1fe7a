import { blocksOf, type Page, type PageSection, type Sentence } from '../../explanation/page.ts';
import { isolated, type Markup, markup } from './markup.ts';
import { sourceLink } from './sources.ts';
import type { SectionId } from '../../../results/vocabulary.ts';

/** Links to the sources that are cited. */
export function markLinks(
  numbers: readonly number[],
  { sources }: Pick<Page, 'sources'>,
): Markup | false {
  if (numbers.length === 0) return false;
  const links = numbers.map(
    (number, i) => markup`${i > 0 && ' '}${sourceLink(sources[number - 1]?.id ?? '', number)}`,
  );
  return markup`<sup>${links}</sup>`;
}

/** The sentence with a capital at its beginning and links in place of its marks. */
function line({ text }: Sentence, page: Page): Markup {
  const pieces = text.map((piece, i) => {
    if (typeof piece !== 'string') return markLinks(piece, page);
    return i === 0 ? piece.charAt(0).toUpperCase() + piece.slice(1) : piece;
  });
  return markup`${pieces}`;
}

/** Sentences as paragraphs, items as lists. */
export function paragraphs(section: PageSection, page: Page): Markup {
  const blocks = blocksOf(section).map((sentences) => {
    if (!sentences[0]?.item)
      return markup`<p>${sentences.map((sentence) => markup`${line(sentence, page)} `)}</p>\n`;
    const items = sentences.map((sentence) => {
      const lead = sentence.head !== null && markup`<b>${isolated(sentence.head)}.</b> `;
      return markup`<li>${lead}${line(sentence, page)}</li>\n`;
    });
    return markup`<ul class="items">\n${items}</ul>\n`;
  });
  return markup`${blocks}`;
}

/** A part of the explanation under its heading. */
export function prose(page: Page, id: SectionId): Markup | false {
  const section = page.sections.find((each) => each.id === id);
  return section !== undefined && markup`<h3>${section.title}</h3>\n${paragraphs(section, page)}`;
}
