import { z } from 'zod';
import { count, country, estimate, kind, level, number, object, period, reason } from './parts.ts';

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
  value: number.meta({
    description:
      'Share of the other dyads of countries that are further apart on the same issues; half of those as far apart.',
  }),
  dyads: count.meta({ description: 'Those with positions on a third of these issues by weight.' }),
  typical: number.meta({ description: 'Median agreement of the others.' }),
  reason,
});

export const rank = kind('rank', {
  country,
  period: period.meta({ description: 'First and last day of the joint issues of all rows.' }),
  ...measured,
  issues: count,
  minJoint: count,
  ranked: z
    .array(country.extend({ ...estimate.shape, value: z.number(), n: count }))
    .meta({ description: 'Nearest first, in the order asked for.' }),
  leftOut: z.array(country.extend({ n: count, reason: z.string() })),
});

export const compare = kind('compare', {
  countries: z.array(country),
  period: period.meta({ description: 'First and last day of the joint issues of all dyads.' }),
  measure: z.string(),
  dyads: z
    .array(
      estimate.extend({
        a: z.string(),
        b: z.string(),
        period,
        level,
        n: count,
        verdict: object({ band: z.string(), text: z.string() }),
        percentile,
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
            scale: z.string(),
            positions: z.tuple([z.string(), z.string()]),
          }).nullable(),
        }).meta({ description: 'What keeps the two apart most.' }),
      }),
    )
    .meta({ description: 'Highest value first.' }),
});
