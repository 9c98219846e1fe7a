import { z } from 'zod';
import { count, country, kind, object, type Part, type Result, text } from './parts.ts';

const period = object({
  from: text.describe('First day asked for.'),
  to: text.describe('Last one.'),
  votes: count.describe('Votes of the selection in it.'),
});

const dyad = object({
  a: text,
  b: text,
  series: count.describe('Texts with a joint vote in both periods.'),
  before: z.number().describe('Mean agreement on them, each text counting once.'),
  after: z.number(),
  difference: z.number(),
  se: z.number().describe('Standard error of the difference.'),
  lower: z.number().describe('Size of the difference less 1.96 standard errors.'),
});
export type MovedDyad = Part<typeof dyad>;

const mover = country.extend({
  meanDifference: z
    .number()
    .describe('Mean size of the differences of its dyads that were tested.'),
  dyads: count.describe('Its dyads that were tested.'),
  moved: count.describe('Those of them that moved: most.'),
});
export type MovedCountry = Part<typeof mover>;

export const movers = kind('movers', {
  before: period,
  after: period,
  country: country.nullable().describe('The only one whose dyads were asked for; else null.'),
  minEffect: z.number().describe('The least `lower` of a dyad that moved.'),
  tested: count.describe('Dyads with 50 joint votes in each period and 10 texts that return.'),
  moved: count.describe('Those of them that moved.'),
  countries: z
    .array(mover)
    .describe('Countries most of whose dyads moved, by mean difference, then code.'),
  dyads: z
    .array(dyad)
    .describe('That moved, by `lower`, then codes; of all dyads at most three a country.'),
  names: z.record(text, text).describe('Of the countries of these dyads, by code.'),
});
export type MoversResult = Result<typeof movers>;
