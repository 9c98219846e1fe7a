import { basename } from 'node:path';
import { stringify } from 'yaml';
import type { Coder, CountryCode } from '../../catalog/model.ts';
import { builtInScales } from '../../catalog/scales.ts';
import { groupBy } from '../../group-by.ts';
import type { RowVisitor } from '../csv.ts';
import type { ImportSummary, SourceFile, UnreadColumn } from '../../results/import.ts';
import { codingRules, type ManyRule, outcomes, votedParts } from '../../results/vocabulary.ts';
import { spanOf } from './cell-dates.ts';
import { codedStance, type CodingSettings } from './coded-stance.ts';
import type { Scaled } from './full-scales.ts';
import { isId, oneOf } from './ids.ts';
import type { Draft, FailAt, HeldRow } from './issue-draft.ts';
import { splitList } from './lists.ts';
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

/** The table itself, as a source of what names none. */
export const ownSource = 'imported-table';

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

/** Columns that only recorded votes have. */
const ofVotes =
  'body resolution draft submitters session on important outcome total_yes total_no total_abstentions'.split(
    ' ',
  );

/** What an issue is, in the words of catalogs. */
function issueHead(
  { name, cells, topics, note, held }: Draft,
  date: unknown,
  scale: string,
  failAt: FailAt,
): object {
  const get = (column: string) => cells.get(column);
  const fail = (message: string, hint?: string) =>
    failAt(held[0]?.line ?? 1, `${message} (of issue ${name})`, hint);
  const count = (column: string) => {
    const text = get(column);
    if (text === undefined) return undefined;
    if (/^\d+(?:\.0*)?$/.test(text)) return Number(text);
    throw fail(`${JSON.stringify(text)} is no number in ${column}`);
  };
  const weight = readWeight(get('weight') ?? '1', fail);
  const [yes, no, abstain] = ['total_yes', 'total_no', 'total_abstentions'].map(count);
  const submitters = splitList(get('submitters') ?? '');
  const vote = {
    body: get('body') ?? 'table',
    resolution: get('resolution'),
    draft: get('draft'),
    submitters: submitters.length === 1 && submitters[0] === 'president' ? 'president' : submitters,
    session: count('session'),
    on: oneOf(votedParts, get('on') ?? '', 'part of a text', held[0]?.line ?? 1, failAt),
    important: get('important') !== undefined,
    outcome: oneOf(outcomes, get('outcome') ?? '', 'outcome', held[0]?.line ?? 1, failAt),
    result: yes === undefined ? undefined : { yes, no: no ?? 0, abstain: abstain ?? 0 },
  };
  const isVote = scale === 'vote' && ofVotes.some((column) => get(column) !== undefined);
  return compact({
    title: get('title') ?? name,
    series: get('series'),
    question: get('question'),
    note,
    topic: [...topics.keys()],
    date,
    scale,
    weight: weight === 1 ? undefined : weight,
    vote: isVote ? compact(vote) : undefined,
  });
}

/** A weight, with a point or a comma before its decimals. */
function readWeight(text: string, fail: (message: string, hint?: string) => Error): number {
  if (/^\d+(?:\.\d+)?$/.test(text)) return Number(text);
  const [whole = '', decimals = ''] = text.split(',');
  if (!/^\d+,\d+$/.test(text)) throw fail(`${JSON.stringify(text)} is no weight`);
  if (decimals.length !== 3 || whole.startsWith('0')) return Number(`${whole}.${decimals}`);
  throw fail(
    `the weight ${JSON.stringify(text)} has decimals, or is of thousands`,
    `write ${whole}.${decimals} or ${whole}${decimals}`,
  );
}

/** Positions, or votes where there is nothing else to say of any; actors, which have no vote, always have positions. */
function heldOn(
  rows: readonly HeldRow[],
  sources: readonly string[],
  context: CodingSettings & Pick<FinishedTable, 'actors' | 'skipped'>,
): object {
  const { scale, actors, skipped, failAt } = context;
  const key = sources.join('|');
  const restsOnIssue = (row: HeldRow) =>
    row.sources.length === 0 ? sources[0] === ownSource : row.sources.join('|') === key;
  const sourcesOf = (row: HeldRow) => (restsOnIssue(row) ? undefined : row.sources);
  const isPlain = (row: HeldRow) =>
    row.coder === undefined &&
    row.from + row.salience + row.note === '' &&
    (row.confidence || 'high') === 'high' &&
    restsOnIssue(row);
  const ofCountries = rows.filter(({ country }) => !actors.has(country));
  if (scale.id === 'vote' && ofCountries.length > 0 && ofCountries.every(isPlain)) {
    const by = groupBy(ofCountries, ({ position }) => position);
    const votes = ['yes', 'no', 'abstain', absent].flatMap((choice) => {
      const countries = by.get(choice)?.map(({ country }) => country);
      return countries ? [[choice, countries] as const] : [];
    });
    const answers = rows.filter(({ country }) => actors.has(country));
    const rest = answers.length > 0 ? heldOn(answers, sources, context) : {};
    return { votes: Object.fromEntries(votes), ...rest };
  }
  for (const { country, line } of rows.filter(({ position }) => position === absent))
    skipped.add(
      'absence',
      'absences on issues with notes, confidence or sources of single positions, which catalogs cannot hold',
      () => `line ${line}: ${country}`,
    );
  const written = (row: HeldRow) =>
    isPlain(row)
      ? row.position
      : compact({
          from: row.from,
          stance: row.position,
          salience: row.salience,
          confidence: row.confidence === 'high' ? '' : row.confidence,
          note: row.note,
          sources: sourcesOf(row),
        });
  const stated = rows.filter(({ position }) => position !== absent);
  const positions = [...groupBy(stated, ({ country }) => country)].map(([country, own]) => {
    const byDay = [...groupBy(own, ({ from }) => from)];
    const undated = own.find(({ from }) => from === '');
    if (byDay.length > 1 && undated)
      throw failAt(
        undated.line,
        `${country} has dated positions on this issue, and this without a day`,
        'give it one in the column "from"',
      );
    const stances = byDay
      .sort(([x], [y]) => (x < y ? -1 : 1))
      .map(([from, held]) => {
        const codings = held.filter(({ coder }) => coder !== undefined);
        const stance = held.find(({ coder }) => coder === undefined);
        if (codings.length === 0) return stance && written(stance);
        return compact({ from, ...codedStance(stance, codings, sourcesOf, context) });
      });
    return [country, stances.length === 1 ? stances[0] : stances] as const;
  });
  return { positions: Object.fromEntries(positions) };
}

/** Without what says nothing. */
export function compact(value: object): object {
  return Object.fromEntries(
    Object.entries(value).filter(
      ([name, each]) =>
        each !== undefined &&
        each !== '' &&
        each !== false &&
        !(name === 'submitters' && Array.isArray(each) && each.length === 0),
    ),
  );
}
