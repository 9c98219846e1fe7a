import { parseDate } from '../../catalog/dates.ts';
import { sourceKinds } from '../../results/vocabulary.ts';
import { toId } from '../topics.ts';
import { isId } from './ids.ts';
import type { FailAt } from './issue-draft.ts';
import { splitList } from './lists.ts';

const fields = ['title', 'author', 'publisher', 'date', 'url', 'kind', 'note'] as const;
type Described = Partial<Record<(typeof fields)[number], string>>;

/** The sources of a table: rows cite several with `|`, by id, or by title and URL. */
export interface Citations {
  /** Ids of the sources that a row cites. @throws UserError (exit 3) where they are no sources */
  readonly read: (cell: (column: string) => string, line: number) => readonly string[];
  readonly list: () => Readonly<Record<string, Described>>;
}

/** A title and an address from one text, such as `Reuters, 3 May 2020, https://…` or `Reuters <https://…>`. */
function fromText(text: string): Described {
  const url = /https?:\/\/[^\s<>"]+[^\s<>".,;)\]]/.exec(text)?.[0];
  if (url === undefined) return { title: text };
  const title = text.replace(url, '').replaceAll(/^[\s,;:<([-]+|[\s,;:<>()[\]-]+$/g, '');
  return { title: title || url, url };
}

export function createCitations(fail: FailAt): Citations {
  const sources = new Map<string, Described>();
  const byText = new Map<string, string>();

  const idOf = (described: Described): string => {
    const key = `${described.title ?? ''}\0${described.url ?? ''}`;
    const known = byText.get(key);
    if (known !== undefined) return known;
    const base =
      toId(described.title ?? '')
        .slice(0, 48)
        .replace(/-$/, '') || 'source';
    let id = base;
    for (let n = 2; sources.has(id); n++) id = `${base}-${n}`;
    byText.set(key, id);
    return id;
  };

  const check = ({ url, date, kind }: Described, line: number): void => {
    if (url !== undefined && !(/^https?:/.test(url) && URL.canParse(url)))
      throw fail(line, `${JSON.stringify(url)} is no URL`, 'expected http:// or https://');
    if (date !== undefined && !parseDate(date))
      throw fail(line, `${JSON.stringify(date)} is no date of a source`, 'expected YYYY-MM-DD');
    if (kind !== undefined && !sourceKinds.some((each) => each === kind))
      throw fail(
        line,
        `a source is no ${JSON.stringify(kind)}`,
        `one of ${sourceKinds.join(', ')}`,
      );
  };

  const read: Citations['read'] = (cell, line) => {
    const named = splitList(cell('sources'));
    const areIds = named.length > 0 && named.every(isId);
    const column = (name: string) =>
      splitList(cell(name === 'title' ? 'source' : `source_${name}`));
    const lists = Object.fromEntries(fields.map((name) => [name, column(name)]));
    const texts = areIds
      ? (lists['title'] ?? [])
      : named.length > 0
        ? named
        : (lists['title'] ?? []);
    const n = areIds ? named.length : Math.max(texts.length, lists['url']?.length ?? 0);
    return Array.from({ length: n }, (_, i) => {
      const given = fields.flatMap((name) => {
        const text = (name === 'title' ? texts : lists[name])?.[i] ?? '';
        return text === '' ? [] : [[name, text] as const];
      });
      let described: Described = Object.fromEntries(given);
      if (!areIds)
        described = { ...fromText(described.title ?? described.url ?? ''), ...described };
      if (!areIds && described.title !== undefined && described.url !== undefined)
        described = { ...described, title: fromText(described.title).title ?? described.title };
      const id = areIds ? named[i]! : idOf(described);
      const known = sources.get(id) ?? {};
      if (!sources.has(id) || given.some(([name]) => known[name] === undefined)) {
        check(described, line);
        sources.set(id, { ...described, ...known });
      }
      return id;
    });
  };

  const list = () =>
    Object.fromEntries(
      [...sources]
        .sort(([x], [y]) => (x < y ? -1 : 1))
        .map(([id, described]) => [id, { ...described, title: described.title ?? id }]),
    );
  return { read, list };
}
