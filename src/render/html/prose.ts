import type { Page, PageSection, Sentence } from '../explain/page.ts';
import { isolated, type Markup, markup } from './markup.ts';
import type { SectionId } from '../../results/vocabulary.ts';

/** Links to the sources that are cited. */
export function markLinks(
  numbers: readonly number[],
  { sources }: Pick<Page, 'sources'>,
): Markup | false {
  if (numbers.length === 0) return false;
  const links = numbers.map(
    (number, i) =>
      markup`${i > 0 && ' '}<a href="#source-${encodeURIComponent(sources[number - 1]?.id ?? '')}" aria-label="Source ${number}">${number}</a>`,
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
export function paragraphs({ sentences }: PageSection, page: Page): Markup {
  const blocks: { readonly items: boolean; readonly lines: Markup[] }[] = [];
  for (const sentence of sentences) {
    const { item: items, head } = sentence;
    const lead = head !== null && markup`<b>${isolated(head)}.</b> `;
    const words = items
      ? markup`<li>${lead}${line(sentence, page)}</li>\n`
      : markup`${line(sentence, page)} `;
    const open = blocks.at(-1);
    if (open?.items === items) open.lines.push(words);
    else blocks.push({ items, lines: [words] });
  }
  return markup`${blocks.map(({ items, lines }) => (items ? markup`<ul class="items">\n${lines}</ul>\n` : markup`<p>${lines}</p>\n`))}`;
}

/** A part of the explanation under its heading. */
export function prose(page: Page, id: SectionId): Markup | false {
  const section = page.sections.find((each) => each.id === id);
  return section !== undefined && markup`<h3>${section.title}</h3>\n${paragraphs(section, page)}`;
}
