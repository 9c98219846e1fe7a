import { z } from 'zod';
import {
  estimate,
  kind,
  measured,
  number,
  object,
  type Part,
  period,
  type Result,
  sameTexts,
  side,
  text,
} from './parts.ts';

const half = estimate.omit({ level: true });

const compared = object({
  before: half,
  after: half,
  change: number.describe('Null where either is undefined.'),
  overlap: z
    .boolean()
    .nullable()
    .describe('Whether the two intervals have a value in common; null where either is missing.'),
});
export type ThenAndNow = Part<typeof compared>;

const part = compared.extend({ id: text, title: text });
export type PartThenAndNow = Part<typeof part>;

const asked = object({
  from: text.describe('First day asked for.'),
  to: text.nullable().describe('Last one; null where none is.'),
  period: period.describe('First and last day of its joint issues.'),
});
export type VersusPeriod = Part<typeof asked>;

export const versus = kind('versus', {
  countries: z.tuple([side, side]),
  ...measured,
  before: asked,
  after: asked,
  alignment: compared.describe('The score of the same question of each period.'),
  measures: z.array(compared.extend({ id: text, distance: measured.distance })),
  catalogs: z
    .array(part.extend({ short: text.describe('A word or two for narrow tables.') }))
    .describe('Those with most joint issues first, then by id.'),
  topics: z.array(part).describe('Those with most joint issues first, then by id.'),
  sameTexts,
});
export type VersusResult = Result<typeof versus>;
