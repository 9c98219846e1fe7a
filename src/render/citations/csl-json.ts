import type { Source } from '../../results/parts.ts';
import { toJson } from '../kit/json.ts';
import { noteOf } from '../kit/sources.ts';
import type { Renderable } from '../renderable.ts';
import type { Renderer } from '../renderer.ts';
import { authorsOf } from './authors.ts';

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
export const render: Renderer<Renderable['citations']> = ({ sources }) =>
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
