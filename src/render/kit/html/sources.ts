import { dateWords } from '../wording.ts';
import { isolated, Markup, markup } from './markup.ts';
import type { Source } from '../../../results/parts.ts';

/** A link to the web, or the text alone where the address is of another kind. */
function webLink(url: string, text: Markup): Markup {
  return /^https?:\/\//i.test(url)
    ? markup`<a href="${url}" rel="noopener noreferrer">${text}</a>`
    : markup`${text} <code>${url}</code>`;
}

function entry({ id, title, author, publisher, date, url, note }: Source): Markup {
  const name = isolated(title);
  const parts = [
    author === undefined ? undefined : isolated(author),
    url === undefined ? name : webLink(url, name),
    publisher === undefined ? undefined : isolated(publisher),
    date === undefined ? undefined : markup`${dateWords(date)}`,
  ].filter((part) => part !== undefined);
  const line = parts.map((part, i) => (i === 0 ? part : markup`, ${part}`));
  const about =
    note === undefined ? undefined : markup` <span class="note">${isolated(note)}</span>`;
  return markup`<li id="source-${encodeURIComponent(id)}">${line}.${about}</li>\n`;
}

export function sourceList(sources: readonly Source[]): Markup {
  return markup`<ol class="sources">\n${sources.map(entry)}</ol>`;
}

export function sourceLink(id: string, number: number): Markup {
  return markup`<a href="#source-${encodeURIComponent(id)}" aria-label="Source ${number}">${number}</a>`;
}

/** Turns ids of sources into links to their numbers in the list. */
export function citations(sources: readonly Source[]): (ids: readonly string[]) => Markup {
  const numbers = new Map(sources.map(({ id }, i) => [id, i + 1]));
  return (ids) => {
    const found = ids
      .map((id) => ({ id, number: numbers.get(id) }))
      .toSorted((x, y) => (x.number ?? 0) - (y.number ?? 0));
    const links = found.map(({ id, number }, i) =>
      number === undefined
        ? markup`${i > 0 && ', '}${id}`
        : markup`${i > 0 && ' '}${sourceLink(id, number)}`,
    );
    return markup`<span class="refs">${links}</span>`;
  };
}
