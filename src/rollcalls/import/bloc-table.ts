import { basename } from 'node:path';
import { stringify } from 'yaml';
import type { CountryCode } from '../../catalog/model.ts';
import type { RowVisitor } from '../csv.ts';
import { createCells } from './cells.ts';
import { createCitations } from './citations.ts';
import { copyOf } from './details.ts';
import { compact } from './compact.ts';
import { type FullTable, originOf, titleOf } from './full-catalog.ts';
import { ownSource } from './held-positions.ts';
import type { FullContext } from './full-table.ts';
import { isId } from './ids.ts';
import { uniqueIds } from './table.ts';

/** Whether a table is of blocs and their members. */
export function isBlocTable(header: readonly string[]): boolean {
  const columns = new Set(header.map((column) => column.toLowerCase()));
  return ['bloc', 'country'].every((name) => columns.has(name)) && !columns.has('issue');
}

interface Bloc {
  readonly about: { title: string; note: string };
  sources: readonly string[];
  readonly members: { readonly country: CountryCode; readonly from: string; readonly to: string }[];
}

/** Reads a row for each member of a bloc, with the days of those that came or went. */
export function createBlocTable({ header, find, file, dates }: FullContext): FullTable {
  const { cell, failAt, unread } = createCells(header, file);
  const citations = createCitations(failAt);
  const blocs = new Map<string, Bloc>();

  const visit: RowVisitor = (row, lineOf) => {
    const cells = row.map(copyOf);
    const get = (name: string) => cell(cells, name);
    const line = lineOf();
    const name = get('bloc');
    if (name === '') throw failAt(line, 'the bloc is not named');
    const bloc = blocs.get(name) ?? { about: { title: '', note: '' }, sources: [], members: [] };
    blocs.set(name, bloc);
    bloc.about.title ||= get('title');
    bloc.about.note ||= get('note');
    bloc.sources = [...new Set([...bloc.sources, ...citations.read(get, line)])];
    const country = find(get('country'), undefined, line);
    if (country === undefined) return;
    for (const end of ['from', 'to']) if (get(end) !== '') dates.note(get(end), lineOf);
    bloc.members.push({ country, from: get('from'), to: get('to') });
  };

  const finish: FullTable['finish'] = ({ id, title, file: path, files }) => {
    const toDate = dates.settle();
    const names = [...blocs.keys()];
    const ids = uniqueIds(names);
    const isCited = [...blocs.values()].some(({ sources }) => sources.length === 0);
    const own = { title: basename(path), kind: 'dataset', note: originOf(files) };
    const groups = [...blocs.values()].map(({ about, sources, members }, i) => {
      const written = members.map(({ country, from, to }) => {
        const days = compact({ from: from && toDate(from), to: to && toDate(to) });
        return Object.keys(days).length === 0 ? country : { [country]: days };
      });
      const key = isId(names[i]!) ? names[i]! : ids[i]!;
      const of = sources.length > 0 ? sources : [ownSource];
      const called = about.title || names[i]!;
      return [
        key,
        {
          title: called,
          members: written,
          ...compact(about.note ? { note: about.note } : {}),
          sources: of,
        },
      ] as const;
    });
    const countries = new Set(
      [...blocs.values()].flatMap(({ members }) => members.map((each) => each.country)),
    );
    const n = blocs.size;
    const catalog = {
      catalog: id,
      title: title ?? titleOf(path),
      description: `${n} ${n === 1 ? 'bloc' : 'blocs'}. ${originOf(files)}`,
      sources: isCited ? { ...citations.list(), [ownSource]: own } : citations.list(),
      groups: Object.fromEntries(groups),
    };
    return {
      counts: {
        rollCalls: 0,
        countries: countries.size,
        votes: 0,
        absences: 0,
        period: { from: '', to: '' },
        blocs: n,
      },
      catalog: stringify(catalog, { lineWidth: 0, aliasDuplicateObjects: false }),
      codes: 'none',
    };
  };
  return { visit, finish, unread: () => unread(['country_name']) };
}
