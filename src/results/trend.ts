import { z } from 'zod';
import {
  count,
  estimate,
  kind,
  measured,
  number,
  object,
  type Part,
  type Result,
  sameTexts,
  side,
  text,
} from './parts.ts';
import { breakKinds, trendUnits } from './vocabulary.ts';

const point = estimate.omit({ level: true }).extend({
  a: text,
  b: text.nullable().describe('Null where a country is compared with its own past.'),
  period: text.describe('A year, the number of a session, or the years of a window.'),
});
export type TrendPoint = Part<typeof point>;

const trendBreak = object({
  a: text,
  b: text,
  period: text.describe('The first year after it.'),
  kind: z
    .enum(breakKinds)
    .describe(
      'behaviour: the same texts changed with it; agenda: they did not; unknown: too few return.',
    ),
  before: z
    .number()
    .describe(
      'Mean agreement of the years before it, back to the last break; of cooperation, mean Goldstein weight of their interactions.',
    ),
  after: z.number(),
  sameTexts: sameTexts.describe('Up to eight years before it and from it on.'),
});
export type TrendBreak = Part<typeof trendBreak>;

export const trend = kind('trend', {
  countries: z.array(side),
  ...measured,
  by: z.enum(trendUnits),
  points: z
    .array(point)
    .describe('By dyad, then period; periods without joint issues, or interactions, are left out.'),
  breaks: z
    .array(trendBreak)
    .describe('Of yearly agreement, or of cooperation; only by year, and of two sides.'),
  overall: z
    .array(
      object({
        a: text,
        b: text,
        n: count,
        value: number,
        breaksReason: text
          .exactOptional()
          .describe('By year, why no break of theirs is looked for.'),
      }),
    )
    .describe('The score of each dyad over all periods.'),
});
export type TrendResult = Result<typeof trend>;
