import type { Source } from '../../results/parts.ts';
import { monthName } from '../kit/dates.ts';
import { toJson } from '../kit/json.ts';
import type { Renderable } from '../renderable.ts';
import type { Renderer } from '../renderer.ts';
import { citation, noteOf } from '../kit/sources.ts';

type Citations = Renderable['citations'];

export const renderCitations: Renderer<Citations> = ({ sources }, { width }) =>
  sources.map((source) => `${citation(source, width, '', '  ')}\n`).join('');

export const renderCitationsJson: Renderer<Citations> = ({ countries, sources, provenance }) =>
  toJson({ schema: 'align/citations@1', countries, sources, provenance });

/** Names written `Family, Given` and separated by semicolons; anything else is an institution. */
function authorsOf({ author = '' }: Source): {
  readonly family: string;
  readonly given: string | undefined;
}[] {
  return author
    .split(';')
    .map((name) => name.trim())
    .filter((name) => name !== '')
    .map((name) => {
      const comma = name.indexOf(',');
      return comma < 0
        ? { family: name, given: undefined }
        : { family: name.slice(0, comma).trim(), given: name.slice(comma + 1).trim() };
    });
}

const cslTypes: Readonly<Record<NonNullable<Source['kind']>, string>> = {
  news: 'article-newspaper',
  official: 'report',
  dataset: 'dataset',
  analysis: 'article',
  reference: 'webpage',
  knowledge: 'document',
};

/** Drops what is `undefined` or an empty list. */
function filled(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).filter(
      ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
    ),
  );
}

/** Citation Style Language 1.0.2, as Zotero, Pandoc and Mendeley read it. */
export const renderCslJson: Renderer<Citations> = ({ sources }) =>
  toJson(
    sources.map((source) => {
      const { id, kind, title, publisher, date, url } = source;
      return filled({
        id,
        type: kind === undefined ? 'document' : cslTypes[kind],
        title,
        author: authorsOf(source).map(({ family, given }) =>
          given === undefined ? { literal: family } : { family, given },
        ),
        'container-title': kind === 'news' ? publisher : undefined,
        publisher: kind === 'news' ? undefined : publisher,
        issued: date === undefined ? undefined : { 'date-parts': [date.split('-').map(Number)] },
        URL: url,
        note: noteOf(source),
      });
    }),
  );

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
export const renderBibtex: Renderer<Citations> = ({ sources }) =>
  sources.map((source) => toBibtex(source)).join('\n');
