import { z } from 'zod';

/** Parts that results of several kinds have in common. */

export const object = z.looseObject;
export const count = z.int().nonnegative();
export const sourceIds = z.array(z.string()).meta({ description: 'Ids of sources, sorted.' });
export const country = object({
  code: z.string().meta({ description: 'Code of the country, or id of the bloc.' }),
  name: z.string(),
});

export const reason = z.string().optional().meta({ description: 'Why a value beside it is null.' });

export const number = z.number().nullable();

export const estimate = object({
  value: number,
  low: number,
  high: number,
  clusters: count.meta({ description: 'Clusters that the joint issues are of.' }),
  reason,
}).meta({ description: 'A coefficient with its interval; null where it is undefined.' });

/** Confidence level of an interval. */
export const level = z.number().meta({ description: 'Confidence level of the interval.' });

const provenance = object({
  version: z.string().meta({ description: 'Version of align.' }),
  catalogs: z.array(object({ id: z.string(), version: z.string(), sha256: z.string() })),
  options: z.record(z.string(), z.unknown()),
  timestamp: z.string().optional(),
}).meta({
  id: 'provenance',
  description: 'What the result was made from, so that it can be made again.',
});

export const kind = <K extends string, S extends z.ZodRawShape>(name: K, shape: S) =>
  object({ schema: z.literal(`align/${name}@1`), ...shape, provenance });

export const source = object({
  id: z.string(),
  title: z.string(),
  author: z.string().optional(),
  publisher: z.string().optional(),
  date: z.string().optional(),
  url: z.string().optional(),
  kind: z.string().optional(),
  note: z.string().optional(),
});
