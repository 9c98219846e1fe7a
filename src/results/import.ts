import { z } from 'zod';
import { count, kind, object, type Part, type Result, text } from './parts.ts';

const sourceFile = object({ name: text, bytes: count, sha256: text });
export type SourceFile = Part<typeof sourceFile>;

const remark = object({
  code: text.describe('Stable name, such as tally-differs.'),
  message: text,
  count,
  examples: z.array(text).describe('The first few.'),
});
export type Remark = Part<typeof remark>;

export const importSummary = kind('import', {
  format: text,
  sources: z.array(sourceFile),
  rows: count.describe('Rows of the votes file.'),
  rollCalls: count,
  countries: count,
  votes: count.describe('Positions, absences aside.'),
  absences: count,
  period: object({ from: text, to: text }).describe('First and last day voted on.'),
  skipped: z.array(remark).describe('What was left out, most first.'),
  doubtful: z
    .array(remark)
    .describe('What was read but looks wrong, most first. Nothing is corrected.'),
  license: text,
  licenseNote: text.describe('What the licence asks of whoever uses the data.'),
  directory: text.describe('As the user named it.'),
});
export type ImportOutcome = Result<typeof importSummary>;
/** What an import read, left out and doubts. */
export type ImportSummary = Omit<ImportOutcome, 'directory'>;
