import type { CountryCode } from '../catalog/model.ts';
import { ABSENT } from '../evidence/evidence.ts';
import { ABSTAIN, type DetailColumn, detailColumns, NO, YES } from './record.ts';

/** A roll call as it is written: text by column, and the votes by country, in the file's order. */
export interface RollCallRow {
  readonly details: Readonly<Partial<Record<DetailColumn, string>>>;
  readonly votes: ArrayLike<number>;
}

function letter(vote: number): string {
  switch (vote) {
    case YES:
      return 'Y';
    case NO:
      return 'N';
    case ABSTAIN:
      return 'A';
    case ABSENT:
      return 'X';
    default:
      return '';
  }
}

function toField(text: string): string {
  const safe = /^'*[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/**
 * A roll-call file, as `readRecord` reads it. Columns that are empty throughout are left out, except
 * `roll_call`, `resolution`, `date` and `session`.
 */
export function writeRecord(
  countries: readonly CountryCode[],
  rows: readonly RollCallRow[],
): string {
  const always: readonly DetailColumn[] = ['roll_call', 'resolution', 'date', 'session'];
  const columns = detailColumns.filter(
    (column) => always.includes(column) || rows.some(({ details }) => details[column]),
  );
  const lines = [[...columns, ...countries].join(',')];
  for (const { details, votes } of rows) {
    const fields = columns.map((column) => toField(details[column] ?? ''));
    for (let i = 0; i < countries.length; i++) fields.push(letter(votes[i]!));
    lines.push(fields.join(','));
  }
  return `${lines.join('\n')}\n`;
}
