import { z } from 'zod';
import { parseDate, parsePeriod } from '../catalog/dates.ts';
import type { SelectionWords, SettingsWords } from '../question/question.ts';
import {
  absenceRules,
  breakKinds,
  confidences,
  distances,
  driftQuantities,
  salienceRules,
  weighingUnits,
} from '../results/vocabulary.ts';

/** The shape of a policy file. `align schema policy` prints it as JSON Schema. */

export const text = z.string().trim().min(1, { error: 'must not be empty' });

const id = z.string().regex(/^[A-Za-z0-9]+(?:[-._][A-Za-z0-9]+)*$/, {
  error: 'expected an id such as "china-russia-sanctions" (letters, digits, single - . or _)',
});

/** A year alone is a number in YAML. */
const date = z
  .union([z.int().min(1000).max(9999), z.string()], { error: 'must be a date' })
  .transform(String)
  .refine((value) => parseDate(value) !== undefined, {
    error: 'expected a date such as 2020, 2020-06 or 2020-06-15',
  });

const period = z
  .union([z.int().min(1000).max(9999), z.string()], { error: 'must be a period' })
  .transform((value) => parsePeriod(String(value)))
  .refine((span) => span !== undefined, {
    error: 'expected a period such as 2016..2020, or one date',
  })
  .transform((span) => span!);

const sessions = z
  .union([z.int().positive(), z.string().regex(/^\d{1,3}(?:-\d{1,3})?$/)], {
    error: 'expected one session such as 74, or several such as "70-75"',
  })
  .transform((value): readonly [first: number, last: number] => {
    const [first = 0, last = first] = String(value).split('-').map(Number);
    return [first, last];
  })
  .refine(([first, last]) => first <= last, { error: 'the first session comes after the last' });

const oneOrMore = z
  .union([text, z.array(text).min(1)])
  .transform((value) => (typeof value === 'string' ? [value] : value));

/** Measure and selection of an assertion. */
export const questionSchema = z.strictObject({
  measure: text
    .optional()
    .describe(
      'What is measured: agreement (default), divergence, kappa, or another id that `align list measures` shows.',
    ),
  convention: text
    .optional()
    .describe('A published way of scoring that presets the rest, such as state-2022.'),
  distance: z.enum(distances).optional().describe('Distance between positions.'),
  absent: z
    .enum(absenceRules)
    .optional()
    .describe('What an absence from a vote counts as; exclude unless given.'),
  salience: z
    .enum(salienceRules)
    .optional()
    .describe('Weigh issues by how much they matter to the two.'),
  weighBy: z.enum(weighingUnits).optional().describe('What has the same total weight.'),
  topic: oneOrMore.optional().describe('Only issues with this topic, or one of these.'),
  issue: oneOrMore.optional().describe('Only this issue, or these.'),
  from: date.optional().describe('Only issues that last until this day or later.'),
  to: date.optional().describe('Only issues that began by this day, and positions as of it.'),
  minConfidence: z
    .enum(confidences)
    .optional()
    .describe('Leave out positions coded with less confidence; medium unless given.'),
  session: sessions
    .optional()
    .describe('Only recorded votes of this session, such as 74, or of "70-75".'),
  important: z.boolean().optional().describe('Only recorded votes marked as important.'),
  resolution: text.optional().describe('Only votes on matching resolutions, such as "A/RES/74/*".'),
});

const atLeast = z.number().optional().describe('Passes at this value or above.');
const atMost = z.number().optional().describe('Passes at this value or below.');

const assertion = questionSchema
  .extend({
    id: id.describe('Names the assertion in every report; unique in the file.'),
    between: z
      .array(text)
      .length(2, { error: 'needs two countries or blocs' })
      .optional()
      .describe('The dyad: two countries or blocs, by any name.'),
    among: z
      .union([text, z.array(text).min(2)])
      .optional()
      .describe('Every dyad of this bloc, or of these countries: the assertion holds for each.'),
    atLeast,
    atMost,
    coverage: z
      .strictObject({
        atLeast: z.int().nonnegative().optional().describe('Fewest joint issues.'),
        atMost: z.int().nonnegative().optional().describe('Most joint issues.'),
      })
      .optional()
      .describe('Asserts the number of joint issues rather than the score.'),
    change: z
      .strictObject({
        atMost: z
          .number()
          .nonnegative()
          .describe('Largest difference from the baseline, up or down.'),
      })
      .optional()
      .describe(
        'Asserts that the score stays near the one that `align check --update-baseline` recorded.',
      ),
    drift: z
      .strictObject({
        before: period.describe('The earlier period, such as 2016..2020, or one year.'),
        after: period.describe('The later one.'),
        of: z
          .enum(driftQuantities)
          .optional()
          .describe(
            'What changed: the agreement on the texts that return (same-texts, unless given) or the score of all issues.',
          ),
        atLeast: z
          .number()
          .optional()
          .describe('Passes if it rose by this or more; negative: fell by no more.'),
        atMost: z
          .number()
          .optional()
          .describe('Passes if it rose by this or less; negative: fell by at least.'),
      })
      .optional()
      .describe('Asserts the change from one period to another rather than the score.'),
    breaks: z
      .strictObject({
        kind: z
          .enum(breakKinds)
          .optional()
          .describe(
            'Which breaks are counted: behaviour unless given; agenda; unknown, where too few texts return.',
          ),
        since: z
          .int()
          .min(1000)
          .max(9999)
          .optional()
          .describe(
            'Only those of this year or later; all years of the selection tell whether there is one.',
          ),
        atLeast: z.int().nonnegative().optional().describe('Fewest breaks.'),
        atMost: z.int().nonnegative().optional().describe('Most breaks, such as 0.'),
      })
      .optional()
      .describe('Asserts the number of breaks of the yearly agreement rather than the score.'),
    allowMissing: z
      .boolean()
      .optional()
      .describe('Without evidence the assertion is skipped; otherwise the check ends with 4.'),
    message: text.optional().describe('Said first when the assertion fails.'),
  })
  .describe(
    'One claim: `between` two or `among` several; with `atLeast` or `atMost` on the score, or `coverage`, `change`, `drift` or `breaks`.',
  );

export const policySchema = z
  .strictObject({
    policy: id.optional().describe('Id of the policy; the name of the file unless given.'),
    title: text.optional(),
    description: text.optional(),
    catalogs: z
      .array(text)
      .min(1)
      .optional()
      .describe(
        'Catalogs the assertions draw on: bundled names, packages such as align-catalog-rivers, or files and directories relative to this file. `--catalog` replaces them; all bundled ones unless given.',
      ),
    defaults: questionSchema
      .optional()
      .describe('Measure and selection of every assertion that does not say its own.'),
    assertions: z.array(assertion).min(1),
  })
  .meta({
    title: 'align policy',
    description: 'Assertions on alignment, for `align check`.',
  });

export type PolicyFile = z.output<typeof policySchema>;
export type AssertionFile = PolicyFile['assertions'][number];
export type QuestionFile = z.output<typeof questionSchema>;

/** What a policy or a project asks, in the words of options: with whole dates. */
export function wordsOf(question: QuestionFile): SelectionWords & SettingsWords {
  const { from = '', to = '' } = question;
  return { ...question, from: parseDate(from)?.from, to: parseDate(to)?.to };
}
