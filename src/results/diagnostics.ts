import { z } from 'zod';
import { codedCatalog } from './coded.ts';
import { count, kind, object, type Part, text } from './parts.ts';

const compared = object({
  record: text,
  claimed: count.describe('Issues with recorded votes of the body of the record.'),
  found: count.describe('Those whose roll call is in the record.'),
  votes: count.describe('Votes of single countries that were compared.'),
  agreeing: count,
});
/** How far the recorded votes of catalogs and an official record agree. */
export type VoteComparison = Omit<Part<typeof compared>, 'record'>;

export const diagnostics = kind('diagnostics', {
  diagnostics: z.array(
    object({
      code: text.describe('Stable name of the rule, such as unknown-country.'),
      severity: z.enum(['error', 'warning']),
      file: text,
      line: z.int().positive(),
      column: z.int().positive().describe('In UTF-16 units, as editors count.'),
      message: text,
      hint: text.nullable(),
    }),
  ),
  files: z
    .array(text)
    .describe(
      'Files that were read: catalogs in the order named, then policies and the project file.',
    ),
  comparison: compared.exactOptional().describe('With --against.'),
  coded: z
    .array(codedCatalog)
    .exactOptional()
    .describe('How far coders agree, of catalogs whose positions have codings.'),
  fixed: z
    .array(
      object({ file: text, line: z.int().positive(), column: z.int().positive(), message: text }),
    )
    .exactOptional()
    .describe('With --fix: what was changed, and where it stood before.'),
});
