import type { Source } from '../../results/parts.ts';
import { monthName } from '../kit/dates.ts';
import { noteOf } from '../kit/sources.ts';
import type { Renderable } from '../renderable.ts';
import type { Renderer } from '../renderer.ts';
import { authorsOf } from './authors.ts';

const texSpecials: Readonly<Record<string, string>> = {
  '\\': String.raw`\textbackslash{}`,
  '{': String.raw`\{`,
  '}': String.raw`\}`,
  '~': String.raw`\textasciitilde{}`,
  '^': String.raw`\textasciicircum{}`,
  '%': String.raw`\%`,
  '&': String.raw`\&`,
  $: String.raw`\$`,
  '#': String.raw`\#`,
  _: String.raw`\_`,
};

function escapeTex(text: string): string {
  return text
    .replaceAll(/[\\{}~^%&$#_]/g, (character) => texSpecials[character] ?? character)
    .replaceAll(/\s+/g, ' ');
}

/** A URL is printed verbatim, but must keep the braces of its field balanced. */
function escapeUrl(url: string): string {
  return url.replaceAll('{', '%7B').replaceAll('}', '%7D').replaceAll('\\', '%5C');
}

function braced(text: string | undefined): string | undefined {
  return text === undefined ? undefined : `{${text}}`;
}

function toBibtex(source: Source): string {
  const { id, title, publisher, date, url, kind } = source;
  const [year, month, day] = date?.split('-') ?? [];
  const authors = authorsOf(source).map(({ family, given }) =>
    // A second pair of braces keeps BibTeX from taking an institution's name apart.
    given === undefined ? `{${escapeTex(family)}}` : `${escapeTex(family)}, ${escapeTex(given)}`,
  );
  const note = noteOf(source);
  const fields = {
    author: authors.length > 0 ? braced(authors.join(' and ')) : undefined,
    // Likewise the case of the letters in a title.
    title: `{{${escapeTex(title)}}}`,
    [kind === 'news' ? 'journal' : 'howpublished']: braced(publisher && escapeTex(publisher)),
    year: braced(year),
    month: month === undefined ? undefined : monthName(month).slice(0, 3).toLowerCase(),
    day: braced(day && String(Number(day))),
    url: braced(url && escapeUrl(url)),
    note: braced(note && escapeTex(note)),
  };
  const lines = Object.entries(fields).flatMap(([name, value]) =>
    value === undefined ? [] : [`  ${name} = ${value},`],
  );
  return `@${kind === 'news' ? 'article' : 'misc'}{${id},\n${lines.join('\n')}\n}\n`;
}

/** BibTeX in UTF-8: `@article` for news, `@misc` for everything else. */
export const render: Renderer<Renderable['citations']> = ({ sources }) =>
  sources.map((source) => toBibtex(source)).join('\n');
