import { z } from 'zod';
import {
  comparedGroup,
  count,
  country,
  kind,
  number,
  object,
  type Part,
  reason,
  type Result,
  share,
} from './parts.ts';

const axis = object({
  eigenvalue: z.number(),
  share: number.describe('Of the sum of the absolute eigenvalues; null where that is 0.'),
}).describe('Which end is which has no meaning: the country farthest out is at the positive one.');

const point = country.extend({
  x: z.number(),
  y: z.number(),
  error: z
    .number()
    .describe('Mean absolute difference between its distances on the map and its divergences.'),
});
export type MapPoint = Part<typeof point>;

export const map = kind('map', {
  points: z.array(point).describe('By code.'),
  ...comparedGroup,
  axes: z.tuple([axis, axis]),
  fit: object({
    absolute: share.nullable().describe('Both axes, as a share of all absolute eigenvalues.'),
    positive: share.nullable().describe('As a share of the positive ones.'),
    error: z.number().describe('Mean absolute difference of distances and divergences.'),
    divergence: z.number().describe('Mean divergence, to compare it with.'),
    reason,
  }),
  eigenvalues: z.array(z.number()).describe('All, largest first.'),
  negative: object({ n: count, share: number }).describe(
    'Eigenvalues below 0, which no map of any number of axes can show, and their share of all absolute ones.',
  ),
  turnable: z
    .boolean()
    .describe('The axes carry equally much, so that any others at right angles would do as well.'),
});
export type MapResult = Result<typeof map>;
