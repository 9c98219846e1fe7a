import { z } from 'zod';
import { count, country, estimate, kind, level, number, object, reason } from './parts.ts';

const measured = { measure: z.string(), distance: z.string().nullable() } as const;

export const matrix = kind('matrix', {
  countries: z.array(country),
  ...measured,
  issues: count.meta({ description: 'Issues of the selection.' }),
  by: z.enum(['year', 'session']).nullable(),
  dyads: z.array(
    object({
      a: z.string(),
      b: z.string(),
      period: z.string().optional().meta({ description: 'Year or session, with --by.' }),
      n: count,
      value: number.meta({ description: 'Of the measure asked for.' }),
      agreement: z.number(),
      identical: z.number(),
      s: z.number(),
      kappa: number,
      pi: number,
      reason,
    }),
  ),
});

export const percentile = object({
  value: number.meta({ description: 'Share of the other dyads that are farther apart.' }),
  dyads: count,
  leastJoint: count
    .optional()
    .meta({ description: 'Joint issues that each of the dyads compared with has at least.' }),
  reason,
});

export const rank = kind('rank', {
  country,
  ...measured,
  issues: count,
  minJoint: count,
  ranked: z
    .array(country.extend({ ...estimate.shape, value: z.number(), n: count, percentile }))
    .meta({ description: 'Nearest first.' }),
  leftOut: z.array(country.extend({ n: count, reason: z.string() })),
});

export const compare = kind('compare', {
  countries: z.array(country),
  measure: z.string(),
  dyads: z
    .array(
      estimate.extend({
        a: z.string(),
        b: z.string(),
        level,
        n: count,
        verdict: object({ band: z.string(), text: z.string() }),
        parting: object({
          topic: object({
            id: z.string(),
            title: z.string(),
            joint: count,
            share: z.number(),
          }).nullable(),
          issue: object({
            id: z.string(),
            title: z.string(),
            positions: z.tuple([z.string(), z.string()]),
          }).nullable(),
        }).meta({ description: 'What keeps the two apart most.' }),
      }),
    )
    .meta({ description: 'Highest value first.' }),
});
