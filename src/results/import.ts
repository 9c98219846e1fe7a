import { z } from 'zod';
import { count, kind, object } from './parts.ts';

const remarks = z.array(
  object({
    code: z.string(),
    message: z.string(),
    count,
    examples: z.array(z.string()).meta({ description: 'The first few.' }),
  }),
);

export const importSummary = kind('import', {
  format: z.string(),
  sources: z.array(object({ name: z.string(), bytes: count, sha256: z.string() })),
  rows: count,
  rollCalls: count,
  countries: count,
  votes: count.meta({ description: 'Positions, absences aside.' }),
  absences: count,
  period: object({ from: z.string(), to: z.string() }),
  skipped: remarks.meta({ description: 'What was left out.' }),
  doubtful: remarks.meta({ description: 'What was read but looks wrong.' }),
  license: z.string(),
  licenseNote: z.string(),
  directory: z.string(),
});
