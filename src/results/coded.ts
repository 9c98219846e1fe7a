import { z } from 'zod';
import {
  confidence,
  count,
  country,
  number,
  object,
  type Part,
  reason,
  sourceIds,
  text,
} from './parts.ts';
import { coderKinds, codingRules, decisions } from './vocabulary.ts';

/** What is said of positions that several coders coded. */

export const coding = object({
  coder: text.describe('Id of the coder.'),
  name: text,
  kind: z.enum(coderKinds),
  stance: text.describe('A label of the scale.'),
  confidence,
  date: text.exactOptional().describe('When it was coded.'),
  note: text.exactOptional(),
  sources: sourceIds,
});
export type DescribedCoding = Part<typeof coding>;

export const coderAgreement = object({
  scale: text,
  metric: z
    .enum(['ordinal', 'nominal'])
    .describe('Krippendorff’s alpha is ordinal, and nominal on a scale without sides.'),
  value: number.describe('Krippendorff’s alpha: 1 where coders agree, 0 as by chance.'),
  low: number,
  high: number,
  level: z.number().describe('Confidence level of the interval.'),
  units: count.describe('Positions that two or more coded; no others count.'),
  coders: count.describe('Those who coded any of them.'),
  pairs: count.describe('Pairs of codings of one position.'),
  clusters: count.describe(
    'What is left out one by one for the interval: positions of an issue, issues of a catalog by series.',
  ),
  reason,
});
export type CoderAgreement = Part<typeof coderAgreement>;

const contested = country
  .extend({
    issue: text,
    title: text,
    from: text.exactOptional().describe('First day of the stance, where it changed.'),
    codings: z.array(coding),
    counts: text.nullable().describe('The stance that counts; null where it counts as missing.'),
    by: z.enum(decisions).nullable().describe('Why that one counts.'),
    reason,
  })
  .describe('A position on which coders part.');
export type ContestedPosition = Part<typeof contested>;

export const coded = object({
  rules: z
    .array(z.enum(codingRules))
    .describe('Which position counts where coders part; several where issues have their own.'),
  coders: z.array(
    object({
      id: text,
      name: text,
      kind: z.enum(coderKinds),
      note: text.exactOptional(),
      codings: count,
    }),
  ),
  positions: count.describe('Positions with codings.'),
  agreement: z.array(coderAgreement).describe('By scale: alpha is of one scale.'),
  contested: z.array(contested).describe('By issue as they stand, then country and day.'),
});
export type Coded = Part<typeof coded>;

export const codedCatalog = object({
  catalog: text,
  positions: count.describe('Positions with codings.'),
  contested: count.describe('Those on which coders part.'),
  undecided: count.describe('Those of them that count as missing.'),
  agreement: z.array(coderAgreement),
});
export type CodedCatalog = Part<typeof codedCatalog>;
