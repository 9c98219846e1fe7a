import { basename } from 'node:path';
import { stringify } from 'yaml';
import { builtInScales } from '../../catalog/scales.ts';
import type { Atlas } from '../../countries/resolve.ts';
import { inputError } from '../../errors.ts';
import { ABSENT } from '../../evidence/evidence.ts';
import { openSource, type ReadProgress } from '../bytes.ts';
import { readCsv, type RowVisitor } from '../csv.ts';
import { topicsOf } from '../topics.ts';
import { writeRecord } from '../write.ts';
import { type CollectedRecord, createCollector } from './collect.ts';
import { type Origin, origins } from './origins.ts';
import type { ImportContext } from './rows.ts';
import { createStateFinder } from './states.ts';
import { createRemarks } from './summary.ts';
import { type TableOptions, tableVisitor, uniqueIds } from './table.ts';
import { unLibraryVisitor } from './un-library.ts';
import { findUnvotes, readRollCallTables, unvotesVisitor } from './unvotes.ts';
import { voetenVisitor } from './voeten.ts';
import type { Source } from '../../results/parts.ts';
import type { ImportSummary, SourceFile } from '../../results/import.ts';

export const importFormats = ['voeten', 'un-library', 'unvotes', 'table'] as const;
export type ImportFormat = (typeof importFormats)[number];

export interface ImportOptions {
  readonly format: ImportFormat;
  /** File, plain or gzip; for `unvotes` also the directory of the three tables. */
  readonly file: string;
  /** Id of the catalog and of its record. */
  readonly id: string;
  readonly title?: string;
  readonly atlas: Atlas;
  /** Needed for `table` only. */
  readonly table?: TableOptions;
  readonly onProgress?: (progress: ReadProgress) => void;
}

/** An outside data set as files that `align` reads. */
export interface Imported {
  readonly summary: ImportSummary;
  /** Text of the catalog. */
  readonly catalog: string;
  /** The roll-call file beside it, unless the positions are on a scale of their own. */
  readonly record?: readonly [name: string, text: string];
}

/**
 * Turns an outside data set into a catalog and a roll-call file.
 *
 * @throws UserError (exit 3) if the file cannot be used, with the line where there is one
 */
export async function importRecord(options: ImportOptions): Promise<Imported> {
  const { format, atlas, onProgress = () => {} } = options;
  const remarks = { skipped: createRemarks(), doubtful: createRemarks() };
  const collector = createCollector(remarks);
  const states = createStateFinder(atlas);
  const tables = format === 'unvotes' ? findUnvotes(options.file) : undefined;
  const rollCallTables = tables && (await readRollCallTables(tables, onProgress));

  const source = await openSource(tables?.votes ?? options.file, onProgress);
  const rows = await readCsv(source, (header) => {
    const context: ImportContext = { collector, states, remarks, file: source.name, header };
    if (rollCallTables) return unvotesVisitor(context, rollCallTables);
    return visitorOf(options, context);
  });
  const sources: readonly SourceFile[] = [
    { name: source.name, bytes: source.size, sha256: source.sha256() },
    ...(rollCallTables?.sources ?? []),
  ];

  const collected = collector.finish();
  const skipped = remarks.skipped.list();
  if (collected.votes === 0) {
    throw inputError(`no votes were found in ${source.name}`, {
      hint: skipped[0]
        ? `${skipped[0].message}: ${skipped[0].examples.join('; ')}`
        : 'all rows are absences or of states that were no members',
    });
  }
  const origin = originOf(options);
  const summary: ImportSummary = {
    schema: 'align/import@1',
    format,
    sources,
    rows,
    rollCalls: collected.rows.length,
    countries: collected.countries.length,
    votes: collected.votes,
    absences: collected.absences,
    period: collected.period,
    skipped,
    doubtful: remarks.doubtful.list(),
    license: origin?.license ?? '',
    licenseNote:
      origin?.licenseNote ?? 'The licence of the table is not known; see that you may use it.',
  };
  return { summary, ...catalogFiles(options, origin, collected, sources) };
}

function visitorOf(options: ImportOptions, context: ImportContext): RowVisitor {
  if (options.format === 'voeten') return voetenVisitor(context);
  if (options.format === 'un-library') return unLibraryVisitor(context);
  if (!options.table) throw new Error('the columns of the table are not given');
  return tableVisitor(context, options.table);
}

function originOf({ format }: ImportOptions): Origin | undefined {
  return format === 'table' ? undefined : origins[format];
}

function catalogFiles(
  options: ImportOptions,
  origin: Origin | undefined,
  collected: CollectedRecord,
  sources: readonly SourceFile[],
): Omit<Imported, 'summary'> {
  const { id } = options;
  const labels = options.table?.labels;
  const source: Source = origin?.source ?? {
    id: 'imported-table',
    title: basename(options.file),
    kind: 'dataset',
  };
  const { id: sourceId, ...described } = source;
  const topics = new Map(
    collected.rows
      .flatMap(({ details }) => topicsOf(details.subjects ?? ''))
      .map((topic) => [topic.id, topic.title]),
  );
  const head = {
    catalog: id,
    title: options.title ?? origin?.title ?? `Imported from ${basename(options.file)}`,
    version: collected.period.to.replaceAll('-', '.'),
    description: `Imported with align import ${options.format}: ${collected.rows.length} ${collected.rows.length === 1 ? 'issue' : 'issues'} from ${collected.period.from} to ${collected.period.to}.`,
    ...(origin ? { license: origin.license } : {}),
    sources: { [sourceId]: { ...described, note: provenanceNote(origin, sources) } },
    topics: Object.fromEntries([...topics].sort(([x], [y]) => (x < y ? -1 : 1))),
  };
  if (labels === undefined) {
    const record = { id, body: origin?.body ?? 'table', file: `${id}.csv`, sources: [sourceId] };
    return {
      catalog: toYaml({ ...head, rollCalls: [record] }),
      record: [record.file, writeRecord(collected.countries, collected.rows)],
    };
  }
  const ids = uniqueIds(collected.rows.map(({ details }) => details.roll_call ?? ''));
  const known = Object.values(builtInScales).find(
    (builtIn) => JSON.stringify(builtIn.labels) === JSON.stringify(labels),
  );
  const issues = collected.rows.map(({ details, votes }, row) => ({
    id: ids[row],
    title: details.title || details.roll_call,
    topic: topicsOf(details.subjects ?? '').map((topic) => topic.id),
    date: details.date,
    scale: known?.id ?? 'imported',
    positions: Object.fromEntries(
      collected.countries.flatMap((country, column) => {
        const category = votes[column] ?? ABSENT;
        return category >= 0 ? [[country, labels[category]]] : [];
      }),
    ),
    sources: [sourceId],
  }));
  return {
    catalog: toYaml({ ...head, ...(known ? {} : { scales: { imported: labels } }), issues }),
  };
}

function toYaml(catalog: object): string {
  return stringify(catalog, { lineWidth: 0 });
}

function provenanceNote(origin: Origin | undefined, sources: readonly SourceFile[]): string {
  const files = sources.map(
    ({ name, bytes, sha256 }) => `${basename(name)}, ${bytes} bytes, sha256 ${sha256}`,
  );
  return [...(origin ? [origin.licenseNote] : []), `Imported from ${files.join('; ')}.`].join(' ');
}
