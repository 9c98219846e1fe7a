import { readFileSync } from 'node:fs';
import { countFindings, formatFinding } from '../catalog/findings.ts';
import type { Catalog, RollCallFile } from '../catalog/model.ts';
import { inputError } from '../errors.ts';
import { systemReason } from '../system-error.ts';
import { type RecordOrigin, rollCallNames } from './issues.ts';
import { readRecord } from './read.ts';
import type { RollCallRecord } from './record.ts';
import type { RollCallNames } from './select.ts';
import { openSeries } from './series/record-series.ts';

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
export function openRecord({ file }: Pick<RollCallFile, 'file'>): RollCallRecord {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    throw inputError(`cannot read the roll calls in ${file}: ${systemReason(error)}`, {
      hint: 'the catalog names this file under rollCalls',
    });
  }
  const { record, findings } = readRecord(bytes, file);
  if (record) return record;
  throw inputError(
    `${countFindings(findings)} in the roll calls\n${findings.map(formatFinding).join('\n')}`,
  );
}

/** All records that catalogs name. @throws UserError (exit 3), as `openRecord` */
export function openRecords(catalogs: readonly Catalog[]): readonly OpenRecord[] {
  const opened = catalogs.flatMap(({ id: catalog, rollCalls }) =>
    rollCalls.map((file) => {
      const { id, body, sources } = file;
      const origin = { catalog, id, body, sources };
      return { record: openRecord(file), file: file.file, origin };
    }),
  );
  const series = openSeries(opened);
  return opened.map((each, r) => ({
    ...each,
    names: rollCallNames(each.record, each.origin, series[r]!),
  }));
}
