import { z } from 'zod';
import { kind, text } from './parts.ts';

/** What can be exported as a table. */
export const exportNames = ['positions', 'issues', 'interactions', 'blocs', 'sources'] as const;
export type ExportName = (typeof exportNames)[number];

export const exported = kind('export', {
  what: z.enum(exportNames),
  rows: z
    .array(z.record(text, z.union([z.string(), z.number()])))
    .describe('Cells by column, as CSV has them; those that are empty are left out.'),
});
