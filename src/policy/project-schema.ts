import { z } from 'zod';
import { isUrl } from '../bundle/is-url.ts';
import { blocPositions, clusterRules } from '../results/vocabulary.ts';
import { questionSchema, text } from './schema.ts';

/** The shape of a project file. `align schema project` prints it as JSON Schema. */

const place = text.refine((name) => !isUrl(name), {
  error: 'is a URL, and align reads files only: download it first',
});

const defaultsSchema = questionSchema.extend({
  blocPosition: z.enum(blocPositions).optional().describe('What the position of a bloc is.'),
  cluster: z
    .enum(clusterRules)
    .optional()
    .describe('What counts as one piece of evidence in intervals.'),
  paragraphs: z.boolean().optional().describe('false leaves out votes on single paragraphs.'),
  amendments: z.boolean().optional().describe('false leaves out votes on amendments.'),
  unanimous: z.boolean().optional().describe('false leaves out votes that nobody contested.'),
});

export const projectSchema = z
  .strictObject({
    catalogs: z
      .array(place)
      .min(1)
      .optional()
      .describe(
        'What every command reads: files and folders relative to this file, packages such as align-catalog-rivers, or bundled names; all bundled ones unless given.',
      ),
    defaults: defaultsSchema
      .optional()
      .describe('Measure and selection of every command and policy that does not say its own.'),
    weights: place
      .optional()
      .describe('File with weights of issues and topics, relative to this file, as --weights.'),
    policies: z
      .array(place)
      .min(1)
      .optional()
      .describe('Policy files that align validate checks, and align check if there is only one.'),
    baseline: place
      .optional()
      .describe('File that align check compares with, if there is one policy; else beside it.'),
  })
  .meta({
    title: 'align project',
    description: 'align.yaml: what align means in this folder and those below it.',
  });

export type ProjectFile = z.output<typeof projectSchema>;
/** Measure and selection that hold where nothing else is said. */
export type DefaultsFile = NonNullable<ProjectFile['defaults']> & {
  /** The weights of the project, which stand beside its defaults. */
  readonly weights?: string | undefined;
};
