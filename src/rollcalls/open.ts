import { readFileSync } from 'node:fs';
import { countFindings, formatFinding } from '../catalog/findings.ts';
import type { Catalog } from '../catalog/model.ts';
import { UserError } from '../errors.ts';
import type { RecordedVotes } from '../evidence/select.ts';
import { UNUSABLE_INPUT } from './bytes.ts';
import { type RecordOrigin, type RollCallNames, rollCallNames } from './issues.ts';
import { readRecord } from './read.ts';
import type { RollCallRecord } from './record.ts';
import { selectRecordedVotes } from './recorded-votes.ts';
import type { RollCallSelection } from './select.ts';

/** A record with what its catalog says of it. */
export interface OpenRecord {
  readonly record: RollCallRecord;
  readonly names: RollCallNames;
  readonly origin: RecordOrigin & { readonly catalog: string };
}

/**
 * Reads the roll-call files that catalogs name.
 *
 * @throws UserError (exit 3) with every finding if one is missing or not as it should be
 */
export function openRecords(catalogs: readonly Catalog[]): readonly OpenRecord[] {
  return catalogs.flatMap(({ id: catalog, rollCalls }) =>
    rollCalls.map(({ id, body, file, sources }) => {
      const { record, findings } = readRecord(readBytes(file, catalog), file);
      if (!record) {
        const list = findings.map(formatFinding).join('\n');
        throw new UserError(`${countFindings(findings)} in a roll-call file\n${list}`, {
          exitCode: UNUSABLE_INPUT,
        });
      }
      const origin = { catalog, id, body, sources };
      return { record, names: rollCallNames(record, origin), origin };
    }),
  );
}

function readBytes(file: string, catalog: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    const why = code === 'ENOENT' ? 'does not exist' : `cannot be read (${code})`;
    throw new UserError(`the roll-call file ${file} ${why}`, {
      hint: `the catalog ${catalog} names it under rollCalls`,
      exitCode: UNUSABLE_INPUT,
    });
  }
}

/** The roll calls of all records of the catalogs that pass a filter, as the evidence layer takes them in. */
export function openRecordedVotes(
  catalogs: readonly Catalog[],
  filter: RollCallSelection,
): readonly RecordedVotes[] {
  return openRecords(catalogs).map((open) => selectRecordedVotes(open, filter));
}
