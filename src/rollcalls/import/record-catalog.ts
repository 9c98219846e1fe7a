import { basename } from 'node:path';
import { stringify } from 'yaml';
import { builtInScales } from '../../catalog/scales.ts';
import { inputError } from '../../errors.ts';
import { ABSENT } from '../../evidence/evidence.ts';
import type { SourceFile } from '../../results/import.ts';
import type { Source } from '../../results/parts.ts';
import type { Layout } from '../layouts/layout.ts';
import type { DetailColumn } from '../record.ts';
import { topicsOf } from '../topics.ts';
import { writeRecord } from '../write.ts';
import { isDay } from './cell-dates.ts';
import { type Counts, originOf, titleOf, writeFullCatalog } from './full-catalog.ts';
import { ownSource } from './held-positions.ts';
import { type Scaled, scaleFor } from './full-scales.ts';
import type { Details } from './grid.ts';
import { absent } from './many.ts';
import type { CollectedRecord } from './settle.ts';
import type { Remarks } from './summary.ts';

/** A table with no more positions than this is written out in the catalog, where people can read and change it. */
const mostInCatalog = 5000;

/** What is known of a record besides its votes. */
export interface AboutRecord {
  readonly id: string;
  readonly title?: string | undefined;
  readonly file: string;
  readonly files: readonly SourceFile[];
  readonly layout: Layout;
  readonly body: string;
  /** Labels from against to for, if the positions are no votes. */
  readonly labels: readonly string[] | undefined;
  readonly skipped: Remarks;
}

interface Written {
  readonly counts: Counts;
  readonly catalog: string;
  readonly record?: readonly [name: string, text: string];
}

/**
 * The files that hold what was collected: a catalog alone for a small table or one on a scale, else a
 * catalog and a roll-call file.
 *
 * @throws UserError (exit 3) if a roll-call file is needed, and a date is no day
 */
export function writeCollected(collected: CollectedRecord, about: AboutRecord): Written {
  const { layout, labels } = about;
  const isTable = layout.origin === undefined;
  const isSmall = collected.votes + collected.absences <= mostInCatalog;
  if (isTable && (isSmall || labels !== undefined)) return writePositions(collected, about);
  const vague = collected.rows.find(({ details }) => !isDay(details.date ?? ''));
  if (vague)
    throw inputError(`${JSON.stringify(vague.details.date)} is no day`, {
      hint: `more than ${mostInCatalog} positions are written as a roll-call file, which needs days: YYYY-MM-DD`,
    });
  return writeRollCalls(collected, about);
}

/** What a table says of its issues, by what catalogs call it. */
const told = [
  'date',
  'title',
  'series',
  'session',
  'on',
  'total_yes',
  'total_no',
  'total_abstentions',
] as const satisfies readonly DetailColumn[];

function cellsOf(details: Details): Map<string, string> {
  const { resolution = '', roll_call } = details;
  const all: readonly (readonly [string, string])[] = [
    ...told.map((name) => [name, details[name] ?? ''] as const),
    ['resolution', resolution === roll_call ? '' : resolution],
  ];
  return new Map(all.filter(([, text]) => text !== ''));
}

/** A row that says nothing but where a country stands. */
const bare = { from: '', salience: '', confidence: '', note: '', sources: [], line: 1 } as const;

function writePositions(collected: CollectedRecord, about: AboutRecord): Written {
  const labels = about.labels ?? builtInScales['vote']!.labels;
  const scale = scaleFor(labels);
  const scaled = collected.rows.map(({ details, votes }): Scaled => {
    const name = details.roll_call ?? '';
    const rows = collected.countries.flatMap((country, column) => {
      const category = votes[column] ?? ABSENT;
      const position = category === ABSENT ? absent : labels[category];
      return position === undefined ? [] : [{ ...bare, country, position }];
    });
    const topics = new Map(topicsOf(details.subjects ?? '').map(({ id, title }) => [id, title]));
    const cells = cellsOf(details);
    const draft = {
      name,
      cells,
      topics,
      held: rows,
      coordination: [],
      note: '',
      sources: undefined,
    };
    return { draft, scale, rows };
  });
  const failAt = (_: number, message: string, hint?: string) => inputError(message, { hint });
  const { title, ...others } = about;
  return writeFullCatalog(
    scaled,
    {},
    {
      ...others,
      ...(title === undefined ? {} : { title }),
      many: undefined,
      actors: new Map(),
      failAt,
    },
  );
}

function writeRollCalls(
  { countries, rows, votes, absences, period }: CollectedRecord,
  { id, title, file, files, layout, body }: AboutRecord,
): Written {
  const { origin } = layout;
  const source: Source = origin?.source ?? {
    id: ownSource,
    title: basename(file),
    kind: 'dataset',
  };
  const { id: sourceId, ...described } = source;
  const topics = new Map(
    rows
      .flatMap(({ details }) => topicsOf(details.subjects ?? ''))
      .map((topic) => [topic.id, topic.title]),
  );
  const record = { id, body, file: `${id}.csv`, sources: [sourceId] };
  const catalog = {
    catalog: id,
    title: title ?? origin?.title ?? titleOf(file),
    version: period.to.replaceAll('-', '.'),
    description: `Imported with align import ${layout.name}: ${rows.length} ${rows.length === 1 ? 'issue' : 'issues'} from ${period.from} to ${period.to}. ${originOf(files)}`,
    ...(origin ? { license: origin.license } : {}),
    // What was read is told above: imports of other files share the source.
    sources: { [sourceId]: { ...described, ...(origin ? { note: origin.licenseNote } : {}) } },
    topics: Object.fromEntries([...topics].sort(([x], [y]) => (x < y ? -1 : 1))),
    rollCalls: [record],
  };
  return {
    counts: { rollCalls: rows.length, countries: countries.length, votes, absences, period },
    catalog: stringify(catalog, { lineWidth: 0 }),
    record: [record.file, writeRecord(countries, rows)],
  };
}
