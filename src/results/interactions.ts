import { z } from 'zod';
import {
  count,
  kind,
  number,
  object,
  type Part,
  period,
  type Result,
  share,
  side,
  text,
} from './parts.ts';
import { interaction, totals } from './score.ts';
import { directions, interactionUnits, partnerOrders } from './vocabulary.ts';

const sums = totals.extend({
  low: number.describe('Lower end of the 95 % interval of the mean Goldstein weight.'),
  high: number,
});
export type InteractionSums = Part<typeof sums>;

const covered = {
  of: count.describe('Interactions of the sources in the same time, whoever took part.'),
  share: share.describe('n of these.'),
} as const;

const byDirection = z
  .record(z.enum(directions), totals)
  .describe('mutual; by the first to the second (or to others); by these to the first.');

const periodSums = sums.extend({
  period: text.describe('YYYY, or YYYY-MM by month; of an interaction that lasts, its first day.'),
  ...covered,
  byDirection,
});
export type InteractionPeriod = Part<typeof periodSums>;

const rootSums = sums.extend({
  root: text.describe('CAMEO root code, 01 to 20.'),
  label: text.describe('What it stands for.'),
});
export type InteractionRoot = Part<typeof rootSums>;

const partner = sums.extend({ code: text, name: text, byDirection });
export type InteractionPartner = Part<typeof partner>;

const segment = object({
  from: text.describe('First year.'),
  to: text.describe('Last year.'),
  n: count,
  meanGoldstein: z.number().describe('Of all interactions of these years.'),
  low: number,
  high: number,
});

const interactionBreak = object({
  period: text.describe('The first year after it.'),
  before: segment.describe('Back to the last break, or to the first year that counts.'),
  after: segment.describe('Up to the next break, or to the last year that counts.'),
});
export type InteractionBreak = Part<typeof interactionBreak>;

const listed = interaction.extend({ actors: z.array(text), targets: z.array(text) });
export type ListedInteraction = Part<typeof listed>;

export const interactions = kind('interactions', {
  countries: z
    .union([z.tuple([side, side]), z.tuple([side])])
    .describe('Two sides, or one, whose interactions are those with all others.'),
  period: period.describe(
    'First day of the first period with an interaction to the last day of the last, within the days asked for.',
  ),
  by: z.enum(interactionUnits).describe('Only by month periods are months; else they are years.'),
  level: z.number().describe('Confidence level of the intervals.'),
  total: sums.extend(covered),
  periods: z
    .array(periodSums)
    .describe('Ascending; all of which the sources have interactions, of whomever.'),
  withoutMonth: count.describe('Those of which only the year is known, by month: in no period.'),
  byDirection: z.record(z.enum(directions), sums).describe('As of periods.'),
  roots: z.array(rootSums).describe('The greatest net weight first, whatever its sign.'),
  partners: z
    .array(partner)
    .nullable()
    .describe('Countries; null where two sides are named. One interaction may be with several.'),
  order: z.enum(partnerOrders).nullable().describe('Of the partners.'),
  breaks: z
    .array(interactionBreak)
    .nullable()
    .describe('Of the yearly mean Goldstein weight; null where there are too few years.'),
  breaksReason: text.exactOptional().describe('Why breaks is null.'),
  events: z
    .array(listed)
    .describe('Those that catalogs list, the weightiest first, of equals the latest.'),
});
export type InteractionsResult = Result<typeof interactions>;
