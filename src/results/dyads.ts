import { z } from 'zod';
import {
  count,
  country,
  estimate,
  kind,
  measured,
  number,
  object,
  type Part,
  side,
  percentile,
  period,
  reason,
  type Result,
  share,
  text,
  verdict,
} from './parts.ts';
import { periodUnits } from './vocabulary.ts';

const evidence = {
  issues: count.describe('Issues of the selection; 0 where cooperation is measured.'),
  interactions: count
    .exactOptional()
    .describe(
      'Where cooperation is measured: of all dyads; one of several countries is of each two.',
    ),
} as const;

export const matrix = kind('matrix', {
  countries: z.array(side).describe('By code.'),
  ...measured,
  ...evidence,
  by: z.enum(periodUnits).nullable(),
  dyads: z.array(
    object({
      a: text,
      b: text,
      period: text.exactOptional().describe('Year or session, with --by.'),
      n: count,
      value: number.describe('Of the measure asked for.'),
      agreement: number.describe('Null, as are those below, where cooperation is measured.'),
      identical: number,
      s: number,
      kappa: number,
      pi: number,
      reason,
    }),
  ),
});

const ranked = country.extend({
  ...estimate.omit({ level: true }).shape,
  value: z.number(),
});
export type RankedCountry = Part<typeof ranked>;

const leftOut = country.extend({ n: count, reason: text });

export const rank = kind('rank', {
  country: side,
  period: period.describe('First and last day of the joint issues of all rows.'),
  ...measured,
  ...evidence,
  minJoint: count.describe('Joint issues, or interactions, that a country needs to be ranked.'),
  ranked: z.array(ranked).describe('Nearest first, in the order asked for.'),
  leftOut: z
    .array(leftOut)
    .describe(
      'Those with fewer joint issues or interactions than asked for, or with an undefined score, by code.',
    ),
});
export type RankResult = Result<typeof rank>;

const parting = object({
  topic: object({
    id: text,
    title: text,
    joint: count,
    share: share.describe(
      'Of all their disagreement; an issue counts in full in each of its topics.',
    ),
  })
    .nullable()
    .describe('The topic that costs them most agreement; null where they differ nowhere.'),
  issue: object({ id: text, title: text, scale: text, positions: z.tuple([text, text]) })
    .nullable()
    .describe(
      'The first issue to name: a crisis rather than a vote, on opposite sides rather than apart.',
    ),
}).describe('What keeps the two apart most.');
export type Parting = Part<typeof parting>;

const comparedDyad = estimate.extend({
  a: text,
  b: text,
  period,
  verdict,
  percentile,
  parting,
});
export type ComparedDyad = Part<typeof comparedDyad>;

export const compare = kind('compare', {
  countries: z.array(side),
  period: period.describe('First and last day of the joint issues of all dyads.'),
  measure: text,
  dyads: z
    .array(comparedDyad)
    .describe('Highest value first, those without one last, then by codes.'),
});
export type Comparison = Result<typeof compare>;
