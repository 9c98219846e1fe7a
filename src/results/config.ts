import { z } from 'zod';
import { kind, object, type Result, text } from './parts.ts';

const origin = z
  .enum(['option', 'environment', 'project', 'convention', 'preset'])
  .describe(
    'Who said it: the command line, a variable, the project file, a convention, or nobody.',
  );

const setting = object({
  name: text.describe('As the project file has it.'),
  value: z
    .union([text, z.boolean(), z.array(z.union([text, z.int()]))])
    .nullable()
    .describe('Null where nothing is narrowed, or nothing is named.'),
  from: origin,
  place: text.nullable().describe('Option, variable, convention, or file and line.'),
});

/** What is in force in a folder, and from where. */
export const config = kind('config', {
  project: text.nullable().describe('The project file, as seen from the current folder.'),
  settings: z.array(setting),
});
export type ConfigResult = Result<typeof config>;
export type Setting = ConfigResult['settings'][number];
