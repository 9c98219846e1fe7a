import { readFileSync } from 'node:fs';
import { countFindings, formatFinding } from '../catalog/findings.ts';
import type { Catalog, RollCallFile } from '../catalog/model.ts';
import { UserError } from '../errors.ts';
import type { SelectionFilter } from '../evidence/evidence.ts';
import type { RecordedVotes } from '../evidence/select.ts';
import { readRecord } from './read.ts';
import type { RollCallRecord } from './record.ts';
import { selectRecordedVotes } from './recorded-votes.ts';

const inputUnusable = 3;

/**
 * Reads the roll-call file of a catalog.
 *
 * @throws UserError (input) with all findings if the file is missing or invalid
 */
export function openRecord({ file }: RollCallFile): RollCallRecord {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    throw new UserError(
      `cannot read the roll calls in ${file}: ${error instanceof Error ? error.message : String(error)}`,
      { exitCode: inputUnusable },
    );
  }
  const { record, findings } = readRecord(bytes, file);
  if (record) return record;
  throw new UserError(
    `${countFindings(findings)} in the roll calls\n${findings.map(formatFinding).join('\n')}`,
    { exitCode: inputUnusable },
  );
}

/** The selected roll calls of all records of the catalogs, as the evidence layer takes them in. */
export function openRecordedVotes(
  catalogs: readonly Catalog[],
  filter: SelectionFilter,
): readonly RecordedVotes[] {
  return catalogs.flatMap((catalog) =>
    catalog.rollCalls.map((file) => {
      const { id, body, sources } = file;
      return selectRecordedVotes(
        openRecord(file),
        { id, body, sources, catalog: catalog.id },
        filter,
      );
    }),
  );
}
