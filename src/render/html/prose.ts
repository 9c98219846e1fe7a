import type { SectionId } from '../../analysis/explain/explanation.ts';
import type { Page, Sentence } from '../explain/page.ts';
import { isolated, type Markup, markup } from './markup.ts';

function markLinks(numbers: readonly number[], { sources }: Page): Markup | false {
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

/** A part of the explanation under its heading: sentences as a paragraph, items as a list. */
export function prose(page: Page, id: SectionId): Markup | false {
  const section = page.sections.find((each) => each.id === id);
  if (!section) return false;
  const blocks: { readonly items: boolean; readonly lines: Markup[] }[] = [];
  for (const sentence of section.sentences) {
    const items = sentence.head !== null;
    const words =
      sentence.head === null
        ? markup`${line(sentence, page)} `
        : markup`<li><b>${isolated(sentence.head)}.</b> ${line(sentence, page)}</li>\n`;
    const open = blocks.at(-1);
    if (open?.items === items) open.lines.push(words);
    else blocks.push({ items, lines: [words] });
  }
  return markup`<h3>${section.title}</h3>
${blocks.map(({ items, lines }) => (items ? markup`<ul class="items">\n${lines}</ul>\n` : markup`<p>${lines}</p>\n`))}`;
}
