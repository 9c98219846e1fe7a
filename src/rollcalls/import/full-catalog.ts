import { basename } from 'node:path';
import { stringify } from 'yaml';
import type { Coder, CountryCode } from '../../catalog/model.ts';
import { builtInScales } from '../../catalog/scales.ts';
import type { RowVisitor } from '../csv.ts';
import type { ImportSummary, SourceFile, UnreadColumn } from '../../results/import.ts';
import { codingRules, type ManyRule } from '../../results/vocabulary.ts';
import { spanOf } from './cell-dates.ts';
import type { Scaled } from './full-scales.ts';
import { heldOn, ownSource } from './held-positions.ts';
import { isId, oneOf } from './ids.ts';
import type { FailAt } from './issue-draft.ts';
import { issueHead } from './issue-head.ts';
import { absent, settleMany } from './many.ts';
import type { Remarks } from './summary.ts';
import { declareActors, type TableActor } from './table-actors.ts';
import { uniqueIds } from './table.ts';

/** What is known of the file when all of it has been read. */
export interface AboutCatalog {
  readonly id: string;
  readonly title?: string;
  readonly file: string;
  readonly files: readonly SourceFile[];
  readonly many: ManyRule | undefined;
}

interface FinishedTable extends AboutCatalog {
  /** Of a table whose rows name coders: their ids by name, and who they are. */
  readonly ids?: ReadonlyMap<string, string>;
  readonly coders?: Readonly<Record<string, Coder>>;
  /** Actors by id. */
  readonly actors: ReadonlyMap<string, TableActor>;
  readonly skipped: Remarks;
  readonly failAt: FailAt;
}

/** What was found in a table. */
export type Counts = Pick<
  ImportSummary,
  'rollCalls' | 'countries' | 'votes' | 'absences' | 'period' | 'interactions' | 'blocs' | 'actors'
>;

/** A table that becomes a catalog without a roll-call file. */
export interface FullTable {
  readonly visit: RowVisitor;
  /** Columns that nothing was read from, when all rows have been. */
  readonly unread: () => readonly UnreadColumn[];
  readonly finish: (about: AboutCatalog) => {
    readonly counts: Counts;
    readonly catalog: string;
    /** What positions are written in. */
    readonly codes: string;
  };
}

export function originOf(files: readonly SourceFile[]): string {
  const list = files.map(
    ({ name, bytes, sha256 }) => `${basename(name)}, ${bytes} bytes, sha256 ${sha256}`,
  );
  return `Imported from ${list.join('; ')}.`;
}

/** What a catalog is called whose table has no name. */
export function titleOf(file: string): string {
  return `Imported from ${basename(file)}`;
}

/** Writes a catalog of what a table tells. @throws UserError (exit 3) if it does not add up */
export function writeFullCatalog(
  all: readonly Scaled[],
  cited: Readonly<Record<string, object>>,
  {
    id,
    title,
    file: path,
    files,
    many = 'refuse',
    actors: known,
    skipped,
    failAt,
    ids: coderIds = new Map(),
    coders = {},
  }: FinishedTable,
): { readonly counts: Counts; readonly catalog: string } {
  const scales: Record<string, object> = {};
  const settled = settleMany(all, many, failAt, skipped);
  const kept = all.flatMap((each, i) => {
    const rows = settled[i] ?? [];
    if (rows.length > 0) return [{ ...each, rows }];
    skipped.add(
      'empty-issue',
      'issues without any position that could be read',
      () => each.draft.name,
    );
    return [];
  });
  const ids = uniqueIds(kept.map(({ draft }) => draft.name));
  const topics = new Map<string, string>();
  let [votes, absences] = [0, 0];
  const countries = new Set<CountryCode>();
  const actors = new Set<string>();
  const days: string[] = [];
  const table = { id: ownSource, used: false };
  const issues = kept.map(({ draft, scale, rows }, i) => {
    const held = new Set<string>();
    for (const { position, country, from } of rows) {
      if (position === absent) absences++;
      else held.add(`${country} ${from}`);
      (known.has(country) ? actors : countries).add(country);
    }
    votes += held.size;
    if (!Object.hasOwn(builtInScales, scale.id))
      scales[scale.id] =
        scale.neutral === '' ? scale.labels : { labels: scale.labels, neutral: scale.neutral };
    if (draft.topics.size === 0) draft.topics.set('other', 'Other');
    for (const [topic, name] of draft.topics) topics.set(topic, name);
    const unsourced = rows.some(({ sources }) => sources.length === 0);
    if (draft.sources === undefined && unsourced) table.used = true;
    const own = draft.sources ?? (unsourced ? [table.id] : []);
    const date = spanOf(draft.cells.get('date') ?? '');
    if (!date)
      throw failAt(
        draft.held[0]?.line ?? 1,
        `${JSON.stringify(draft.cells.get('date') ?? '')} is no date of issue ${draft.name}`,
        'expected YYYY, YYYY-MM or YYYY-MM-DD, or two of them with a slash',
      );
    days.push(date.days.from, date.days.to);
    const named = oneOf(
      codingRules,
      draft.cells.get('coding_rule') ?? '',
      'coding rule',
      draft.held[0]?.line ?? 1,
      failAt,
    );
    const rule = named === 'adjudicated' ? named : 'median';
    return {
      id: isId(draft.name) ? draft.name : ids[i],
      ...issueHead(draft, date.written, scale.id, failAt),
      ...(rule === 'median' ? {} : { codingRule: rule }),
      ...heldOn(rows, own, { scale, rule, coders: coderIds, actors: known, skipped, failAt }),
      ...(draft.coordination.length > 0 ? { coordination: draft.coordination } : {}),
      sources: own,
    };
  });
  days.sort();
  const counts: Counts = {
    rollCalls: issues.length,
    countries: countries.size,
    ...(actors.size > 0 ? { actors: actors.size } : {}),
    votes,
    absences,
    period: { from: days[0] ?? '', to: days.at(-1) ?? '' },
  };
  const origin = originOf(files);
  const catalog = {
    catalog: id,
    title: title ?? titleOf(path),
    version: counts.period.to.replaceAll('-', '.'),
    description: `${issues.length} ${issues.length === 1 ? 'issue' : 'issues'} from ${counts.period.from} to ${counts.period.to}. ${origin}`,
    sources: table.used
      ? { ...cited, [table.id]: { title: basename(path), kind: 'dataset', note: origin } }
      : cited,
    topics: Object.fromEntries([...topics].sort(([x], [y]) => (x < y ? -1 : 1))),
    ...(Object.keys(coders).length > 0 ? { coders } : {}),
    ...(Object.keys(scales).length > 0 ? { scales } : {}),
    ...declareActors(known, actors),
    issues,
  };
  return { counts, catalog: stringify(catalog, { lineWidth: 0, aliasDuplicateObjects: false }) };
}
