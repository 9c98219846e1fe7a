import { z } from 'zod';
import { count, kind, object, type Part, type Result, text } from './parts.ts';

const sourceFile = object({ name: text, bytes: count, sha256: text });
export type SourceFile = Part<typeof sourceFile>;

const leftOut = object({
  text: text.describe('As the file has it.'),
  count: count.describe('Votes that were left out with it.'),
  place: text.describe('Where it stands first.'),
  nearest: text.nullable().describe('What may have been meant.'),
});
export type LeftOut = Part<typeof leftOut>;

const remark = object({
  code: text.describe('Stable name, such as tally-differs.'),
  message: text,
  count,
  examples: z.array(text).describe('The first few; of tallies all.'),
  values: z.array(leftOut).describe('Each different text that was left out, most frequent first.'),
});
export type Remark = Part<typeof remark>;

const unreadColumn = object({
  name: text,
  nearest: text
    .nullable()
    .describe('A column that would be read and is not there, if this may be a slip of it.'),
});
export type UnreadColumn = Part<typeof unreadColumn>;

export const importSummary = kind('import', {
  format: text,
  sources: z.array(sourceFile),
  rows: count.describe('Rows of the votes file.'),
  rollCalls: count,
  countries: count,
  actors: count.exactOptional().describe('Only where there are any.'),
  votes: count.describe('Positions, absences aside.'),
  interactions: count.exactOptional().describe('Only of a table of them.'),
  blocs: count.exactOptional().describe('Only of a table of them.'),
  absences: count,
  read: object({
    layout: text.describe('What the file is.'),
    codes: text.describe('Codes of votes, by name.'),
    votes: z
      .array(object({ text, as: text.nullable(), count }))
      .describe('Each different text of a vote, and what it was taken for.'),
    countries: text.describe('What countries go by: names, iso, m49 or cow.'),
  }),
  unread: z
    .array(unreadColumn)
    .describe(
      'Columns that nothing was read from, in their order; without those that the layout is known to have besides.',
    ),
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
