import { z } from 'zod';
import { count, country, kind, number, object, source, sourceIds } from './parts.ts';

export const citations = kind('citations', {
  countries: z.array(country),
  sources: z.array(source),
});

const catalogEntry = object({
  id: z.string(),
  title: z.string(),
  version: z.string(),
  license: z.string().optional(),
  issues: count,
  countries: count,
  interactions: count,
  sources: count,
  sha256: z.string(),
});

export const lists = [
  kind('overview', { catalogs: z.array(catalogEntry), counts: z.record(z.string(), count) }),
  kind('catalogs', { catalogs: z.array(catalogEntry) }),
  kind('issues', {
    issues: z.array(
      object({
        id: z.string(),
        title: z.string(),
        topics: z.array(z.string()),
        date: z.string(),
        scale: z.string(),
        countries: count,
        catalog: z.string(),
      }),
    ),
  }),
  kind('series', {
    series: z.array(
      object({
        id: z.string(),
        title: z.string(),
        n: z.int().min(2),
        from: z.string(),
        to: z.string(),
        issues: z.array(z.string()).meta({ description: 'Ids of issues, oldest first.' }),
      }),
    ),
  }),
  kind('countries', { countries: z.array(country.extend({ issues: count })) }),
  kind('topics', {
    topics: z.array(object({ id: z.string(), title: z.string(), issues: count })),
  }),
  kind('sources', { sources: z.array(source.extend({ issues: count, uses: count })) }),
  kind('blocs', {
    blocs: z.array(object({ id: z.string(), title: z.string(), members: z.array(z.string()) })),
  }),
  kind('interactions', {
    interactions: z.array(
      object({
        id: z.string(),
        title: z.string(),
        date: z.string(),
        actors: z.array(z.string()),
        targets: z.array(z.string()),
        cameo: z.string(),
        goldstein: z.number(),
      }),
    ),
  }),
  kind('measures', {
    measures: z.array(
      object({ id: z.string(), name: z.string(), range: z.tuple([z.number(), z.number()]) }),
    ),
    conventions: z.array(object({ id: z.string(), rule: z.string(), source: z.string() })),
  }),
  kind('conventions', {
    conventions: z.array(object({ id: z.string(), rule: z.string(), source: z.string() })),
  }),
] as const;

export const issue = kind('issue', {
  id: z.string(),
  title: z.string(),
  series: object({ id: z.string(), others: z.array(z.string()) })
    .optional()
    .meta({ description: 'The series of the issue, and its other issues, oldest first.' }),
  date: z.string(),
  scale: object({ id: z.string(), labels: z.array(z.string()) }),
  stances: z.array(
    object({
      label: z.string(),
      value: number,
      countries: z.array(country.extend({ confidence: z.string(), sources: sourceIds })),
    }),
  ),
  sources: z.array(source),
});

export const catalog = kind('catalog', catalogEntry.shape);
