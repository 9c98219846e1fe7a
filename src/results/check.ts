import { z } from 'zod';
import {
  count,
  country,
  coverage,
  kind,
  number,
  object,
  type Part,
  period,
  reason,
  type Result,
  sameTexts,
  text,
} from './parts.ts';
import {
  absenceRules,
  breakKinds,
  blocPositions,
  causesOfChange,
  clusterRules,
  confidences,
  distances,
  driftQuantities,
  quantities,
  salienceRules,
  weighingUnits,
} from './vocabulary.ts';

export type Name = Part<typeof country>;

const limits = object({ atLeast: z.number().exactOptional(), atMost: z.number().exactOptional() });
export type Limits = Part<typeof limits>;

const question = object({
  measure: text.optional(),
  convention: text.optional(),
  distance: z.enum(distances).optional(),
  absent: z.enum(absenceRules).optional(),
  salience: z.enum(salienceRules).optional(),
  weighBy: z.enum(weighingUnits).optional(),
  topic: z.array(text).optional(),
  issue: z.array(text).optional(),
  from: text.optional(),
  to: text.optional(),
  minConfidence: z.enum(confidences).optional(),
  session: z.tuple([count, count]).optional().describe('First and last.'),
  important: z.boolean().optional(),
  resolution: text.optional(),
  paragraphs: z.boolean().optional(),
  amendments: z.boolean().optional(),
  unanimous: z.boolean().optional(),
  blocPosition: z.enum(blocPositions).optional(),
  cluster: z.enum(clusterRules).optional(),
  weights: text.optional().describe('File with weights, which the project names.'),
});

const dyad = object({
  countries: z.tuple([country, country]),
  actual: number,
  reason,
  passed: z.boolean().nullable().describe('Null where there is no evidence.'),
  n: count,
});
export type DyadCheck = Part<typeof dyad>;

const driftPeriod = object({
  from: text.describe('First day asked for.'),
  to: text.describe('Last one.'),
  n: count.describe('Joint issues.'),
  value: number.describe('Score.'),
});

const drift = object({
  of: z.enum(driftQuantities).describe('What of it is asserted.'),
  before: driftPeriod,
  after: driftPeriod,
  sameTexts,
});
export type CheckedDrift = Part<typeof drift>;

const checkedBreak = object({
  period: text.describe('The first year after it.'),
  kind: z.enum(breakKinds),
  before: z.number().describe('Mean agreement of the years before it, back to the last break.'),
  after: z.number(),
});
const breaks = object({
  kind: z.enum(breakKinds).describe('The kind that counts.'),
  since: z.int().nullable().describe('The year from which on they count.'),
  found: z.array(checkedBreak),
});
export type CheckedBreaks = Part<typeof breaks>;

const heldThen = object({ positions: z.tuple([text, text]), weight: z.number() }).nullable();
const since = object({
  before: z.number().describe('The recorded score.'),
  n: count.describe('Joint issues then.'),
  change: z.number(),
  causes: z
    .array(
      object({
        issue: text,
        title: text.describe('Now; its id where it is no joint issue any more.'),
        because: z.array(z.enum(causesOfChange)).describe('As in a diff.'),
        before: heldThen.describe('Null where it was no joint issue.'),
        after: heldThen,
        contribution: number.describe(
          'What it adds to the change; over all causes they sum to it. Null under a measure that is no mean over issues.',
        ),
      }),
    )
    .describe('What is not what it was, by size of contribution, then id.'),
  reason: text
    .exactOptional()
    .describe('Why there are no causes, where something may have changed.'),
});
export type ChangedSince = Part<typeof since>;

const assertion = object({
  id: text,
  passed: z.boolean().describe('Whether it holds; without evidence, whether it may go without.'),
  status: z
    .enum(['passed', 'failed', 'missing', 'skipped'])
    .describe('missing: no evidence; skipped: no evidence, and the policy allows that.'),
  actual: number.describe(
    'Score, joint issues, change, drift or number of breaks, of the dyad that decides.',
  ),
  expected: limits,
  message: text,
  hint: text.nullable(),
  quantity: z.enum(quantities),
  measure: text,
  question: question.describe(
    'Measure and selection, as the policy words them, or else the project.',
  ),
  bloc: country.nullable().describe('The bloc, where one names the countries.'),
  countries: z.array(country),
  decidedBy: z
    .tuple([country, country])
    .nullable()
    .describe('The dyad furthest outside the limits, or nearest to them.'),
  reason: reason.describe('Why there is no actual value, or no interval.'),
  off: number.describe('How far outside the limits; 0 inside.'),
  score: number.describe(
    'Of the dyad that decides, with its interval, whatever is asserted; of a drift, in the later period.',
  ),
  low: number,
  high: number,
  level: z.number(),
  n: count.describe('Joint issues of the dyad that decides.'),
  clusters: count.describe('Clusters that they are of.'),
  period: period.describe('First and last day of these joint issues.'),
  coverage: coverage.nullable(),
  baseline: object({ value: z.number(), n: count })
    .nullable()
    .describe('What was recorded for the dyad that decides; only for changes.'),
  drift: drift.nullable().describe('Of the dyad that decides; only for drifts.'),
  breaks: breaks.nullable().describe('Of the dyad that decides; only for breaks.'),
  since: since
    .nullable()
    .describe(
      'What moved the score of the dyad that decides since the baseline was recorded, if the assertion fails and one is.',
    ),
  lookAt: object({
    issue: text,
    title: text,
    without: z.number().describe('The score without it.'),
  })
    .nullable()
    .describe(
      'The issue without which the score is nearest to what is asserted, if it fails and nothing says what changed.',
    ),
  dyads: z.array(dyad).describe('Every dyad, only where the assertion has several.'),
  note: text.nullable().describe('The policy’s own words for a failure.'),
  line: z.int().positive().describe('Where the assertion stands in the policy.'),
  column: z.int().positive(),
});
export type AssertionResult = Omit<Part<typeof assertion>, 'message' | 'hint'>;

export const check = kind('check', {
  policy: object({
    id: text,
    title: text.nullable(),
    file: text,
    catalogs: z
      .array(text)
      .exactOptional()
      .describe('What it was checked on, where it or the command names any.'),
  }),
  assertions: z.array(assertion),
  passed: count.describe('Those that hold, skipped ones included.'),
  failed: count.describe('Those that do not, missing ones included.'),
  missing: count,
  skipped: count,
});
export type CheckResult = Omit<Result<typeof check>, 'assertions'> & {
  readonly assertions: readonly AssertionResult[];
};
