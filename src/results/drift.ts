import { z } from 'zod';
import {
  estimate,
  kind,
  measured,
  number,
  object,
  type Part,
  type Result,
  sameTexts,
  share,
  side,
  text,
} from './parts.ts';

const period = estimate
  .omit({ level: true })
  .extend({ from: text.describe('First day asked for.'), to: text.describe('Last one.') });
export type DriftPeriod = Part<typeof period>;

const half = object({
  share: share.describe('Of the weight of all joint issues.'),
  value: number.describe('Mean on the topic; null where it has no joint issue in this period.'),
});

const topic = object({
  id: text,
  title: text,
  before: half,
  after: half,
  agenda: z.number().describe('Points of the change that come from its share.'),
  behaviour: z.number().describe('Points that come from its mean.'),
});
export type DriftTopic = Part<typeof topic>;

const votes = object({ before: text, after: text });
const changed = object({
  series: text,
  title: text,
  a: votes.describe('Last vote of the first in each period.'),
  b: votes,
});
export type ChangedVotes = Part<typeof changed>;

export const drift = kind('drift', {
  countries: z.tuple([side, side]),
  ...measured,
  before: period,
  after: period,
  change: z.number(),
  agenda: z.number().describe('Sum over the topics; with behaviour it is the change.'),
  behaviour: z
    .number()
    .describe('It still holds changes of agenda within topics: see the same texts.'),
  topics: z.array(topic).describe('Those that account for most of the change first, then by id.'),
  sameTexts: sameTexts.extend({
    changed: z
      .array(changed)
      .describe('Texts on which the last vote of either differs from its last one before.'),
  }),
});
export type DriftResult = Result<typeof drift>;
