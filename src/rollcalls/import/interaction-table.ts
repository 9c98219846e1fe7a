import { basename } from 'node:path';
import { stringify } from 'yaml';
import { confidences } from '../../results/vocabulary.ts';
import type { RowVisitor } from '../csv.ts';
import { createCells } from './cells.ts';
import { createCitations } from './citations.ts';
import { spanOf } from './cell-dates.ts';
import { compact } from './compact.ts';
import { type FullTable, originOf, titleOf } from './full-catalog.ts';
import { ownSource } from './held-positions.ts';
import { copyOf } from './details.ts';
import { isId, oneOf } from './ids.ts';
import { splitList } from './lists.ts';
import type { FullContext } from './full-table.ts';
import { uniqueIds } from './table.ts';

/** Whether a table is of interactions: they are coded. */
export function isInteractionTable(header: readonly string[]): boolean {
  const columns = new Set(header.map((column) => column.toLowerCase()));
  return (
    ['cameo', 'date'].every((name) => columns.has(name)) &&
    (columns.has('between') || columns.has('actor'))
  );
}

/** Reads a row for each interaction: what happened, when, between whom, and its code. */
export function createInteractionTable({ header, find, file, dates }: FullContext): FullTable {
  const { cell, failAt, unread } = createCells(header, file);
  const citations = createCitations(failAt);
  const found: { readonly name: string; readonly event: object }[] = [];
  const countries = new Set<string>();
  const days: string[] = [];
  let isCited = false;

  const rows: { readonly get: (name: string) => string; readonly line: number }[] = [];

  const visit: RowVisitor = (row, lineOf) => {
    const cells = row.map(copyOf);
    const get = (name: string) => cell(cells, name);
    dates.note(get('date'), lineOf);
    rows.push({ get, line: lineOf() });
  };

  const read = ({ get, line }: (typeof rows)[number], toDate: (text: string) => string) => {
    const date = spanOf(toDate(get('date') || dates.note('', () => line)))!;
    const sides = (['between', 'actor', 'target'] as const).map((role) => {
      const names = splitList(get(role));
      const codes = names.map((name) => find(name, Number(date.days.from.slice(0, 4)), line));
      return { role, names, codes };
    });
    const unknown = sides.flatMap(({ names, codes }) =>
      names.filter((_, i) => codes[i] === undefined),
    );
    if (unknown.length > 0) return;
    const cameo = get('cameo').replace(/^(?=\d$)/, '0');
    if (!/^\d{2,4}$/.test(cameo))
      throw failAt(line, `${JSON.stringify(get('cameo'))} is no CAMEO code`, 'such as 062');
    for (const { codes } of sides) for (const code of codes) countries.add(code!);
    days.push(date.days.from, date.days.to);
    const sources = citations.read(get, line);
    if (sources.length === 0) isCited = true;
    const confidence = oneOf(confidences, get('confidence'), 'confidence', line, failAt);
    const title = get('title') || get('interaction');
    const listed = sides.filter(({ codes }) => codes.length > 0);
    found.push({
      name: get('interaction') || title,
      event: {
        ...compact({ title, date: date.written }),
        ...Object.fromEntries(listed.map(({ role, codes }) => [role, codes])),
        ...compact({
          cameo,
          depth: get('depth').toLowerCase(),
          confidence: confidence === 'high' ? '' : confidence,
          note: get('note'),
        }),
        sources: sources.length > 0 ? sources : [ownSource],
      },
    });
  };

  const finish: FullTable['finish'] = ({ id, title, file: path, files }) => {
    const toDate = dates.settle();
    for (const row of rows) read(row, toDate);
    days.sort();
    const ids = uniqueIds(found.map(({ name }) => name));
    const own = { title: basename(path), kind: 'dataset', note: originOf(files) };
    const period = { from: days[0] ?? '', to: days.at(-1) ?? '' };
    const n = found.length;
    const catalog = {
      catalog: id,
      title: title ?? titleOf(path),
      version: period.to.replaceAll('-', '.'),
      description: `${n} ${n === 1 ? 'interaction' : 'interactions'} from ${period.from} to ${period.to}. ${originOf(files)}`,
      sources: isCited ? { ...citations.list(), [ownSource]: own } : citations.list(),
      interactions: found.map(({ name, event }, i) => ({
        id: isId(name) ? name : ids[i],
        ...event,
      })),
    };
    return {
      counts: {
        rollCalls: 0,
        countries: countries.size,
        votes: 0,
        absences: 0,
        period,
        interactions: n,
      },
      catalog: stringify(catalog, { lineWidth: 0, aliasDuplicateObjects: false }),
      codes: 'cameo',
    };
  };
  return { visit, finish, unread: () => unread([]) };
}
