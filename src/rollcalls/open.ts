import { countFindings, formatFindings } from '../catalog/findings.ts';
import type { Catalog, CountryCode, RollCallFile } from '../catalog/model.ts';
import { inputError } from '../errors.ts';
import type { RecordedVotes } from '../evidence/position-table.ts';
import { type RecordOrigin, rollCallNames } from './issues.ts';
import { readRecord } from './read.ts';
import type { RollCallRecord } from './record.ts';
import { type RollCallNames, type RollCallSelection, selectRollCalls } from './select.ts';
import { openTexts } from './series/record-series.ts';
import { readRollCallFile } from './roll-call-file.ts';

/** A record with what its catalog says of it. */
export interface OpenRecord {
  readonly record: RollCallRecord;
  /** Absolute path of the roll-call file. */
  readonly file: string;
  readonly names: RollCallNames;
  readonly origin: RecordOrigin & { readonly catalog: string };
}

/**
 * Reads the roll-call file of a catalog.
 *
 * @throws UserError (exit 3) with all findings if the file is missing or invalid
 */
export function openRecord(place: Pick<RollCallFile, 'file' | 'folder'>): RollCallRecord {
  const { record, findings } = readRecord(readRollCallFile(place), place.file);
  if (record) return record;
  throw inputError(
    `${countFindings(findings)} in the roll calls\n${formatFindings(findings).join('\n')}`,
  );
}

/** All records that catalogs name. @throws UserError (exit 3), as `openRecord` */
export function openRecords(catalogs: readonly Catalog[]): readonly OpenRecord[] {
  const opened = catalogs.flatMap(({ id: catalog, rollCalls }) =>
    rollCalls.map((file) => {
      const { id, body, sources, topicOf } = file;
      const origin = { catalog, id, body, sources, topicOf };
      return { record: openRecord(file), file: file.file, origin };
    }),
  );
  const texts = openTexts(opened);
  return opened.map((each, r) => ({
    ...each,
    names: rollCallNames(each.record, each.origin, texts[r]!),
  }));
}

/** The roll calls of a record that pass a filter, as the evidence layer takes them in. */
export function selectRecordedVotes(
  { record, names, origin }: OpenRecord,
  filter: RollCallSelection,
): RecordedVotes {
  const rollCalls = selectRollCalls(record, filter, names);
  const countries = new Set(record.countries);
  const pick = (country: CountryCode): Int8Array | undefined => {
    if (!countries.has(country)) return undefined;
    const votes = record.votesOf(country);
    return rollCalls.length === record.size
      ? votes
      : Int8Array.from(rollCalls, (rollCall) => votes[rollCall]!);
  };
  return {
    catalog: origin.catalog,
    issues: Array.from(rollCalls, names.issueOf),
    votes: { get: pick, keys: () => countries.keys() },
    sources: origin.sources,
    ids: () => Array.from({ length: record.size }, (_, rollCall) => names.idOf(rollCall)),
  };
}
