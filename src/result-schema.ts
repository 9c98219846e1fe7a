import { z } from 'zod';

/**
 * The shape of what `-f json` writes. `align schema result` prints it as JSON Schema.
 * Objects may gain keys in later versions; what is here stays.
 */

const object = z.looseObject;
const count = z.int().nonnegative();
const sourceIds = z.array(z.string()).meta({ description: 'Ids of sources, sorted.' });
const country = object({
  code: z.string().meta({ description: 'Code of the country, or id of the bloc.' }),
  name: z.string(),
});

const reason = z.string().optional().meta({ description: 'Why a value beside it is null.' });

const number = z.number().nullable();

const estimate = object({ value: number, low: number, high: number, reason }).meta({
  description: 'A coefficient with its bootstrap interval; null where it is undefined.',
});

const provenance = object({
  version: z.string().meta({ description: 'Version of align.' }),
  catalogs: z.array(object({ id: z.string(), version: z.string(), sha256: z.string() })),
  options: z.record(z.string(), z.unknown()),
  seed: z.int().nullable(),
  timestamp: z.string().optional(),
}).meta({
  id: 'provenance',
  description: 'What the result was made from, so that it can be made again.',
});

const kind = <K extends string, S extends z.ZodRawShape>(name: K, shape: S) =>
  object({ schema: z.literal(`align/${name}@1`), ...shape, provenance });

const depths = {
  opposed: count,
  apart: count,
  parallel: count,
  coordinated: count,
  joint: count,
} as const;

const extreme = object({ value: z.number(), issue: z.string() }).nullable();

const cohesion = object({
  code: z.string(),
  name: z.string(),
  members: count,
  issues: count,
  votes: object({ issues: count, agreementIndex: number, rice: number, attina: number, reason }),
  scales: z.array(
    object({
      scale: z.string(),
      issues: count,
      nominal: number,
      ordinal: number,
      interval: number,
      reason,
    }),
  ),
}).meta({
  description:
    'How far the members of a bloc stand together: means over votes, and alpha on each scale.',
});

const score = kind('score', {
  countries: z.tuple([country, country]),
  coverage: object({ issues: count, a: count, b: count, joint: count }).meta({
    description:
      'Selected issues, those on which each has a position, and those on which both have.',
  }),
  alignment: estimate.extend({ measure: z.string(), level: z.number() }),
  divergence: estimate,
  counts: object({ same: count, partial: count, opposed: count }),
  verdict: object({ band: z.string(), text: z.string() }),
  percentile: object({
    value: number,
    dyads: count,
    leastJoint: count
      .optional()
      .meta({ description: 'Joint issues that each of the dyads compared with has at least.' }),
    reason,
  }),
  measures: z.array(estimate.extend({ id: z.string(), distance: z.string().nullable(), n: count })),
  topics: z.array(estimate.extend({ id: z.string(), title: z.string(), joint: count })),
  depth: object({ ...depths, coordination: number, liabilityGap: number, stakeAsymmetry: number }),
  interactions: object({
    n: count,
    cooperative: count,
    conflictual: count,
    meanGoldstein: number,
    net: z.number(),
  }),
  cohesion: z.array(cohesion).optional(),
  sensitivity: object({
    absent: object({ exclude: number, half: number, abstain: number, disagree: number }),
    leaveOneOut: object({ min: extreme, max: extreme }),
  }),
  issues: z.array(
    object({
      id: z.string(),
      title: z.string(),
      topic: z.string(),
      date: z.string().meta({ description: 'A date, or two with a slash between them.' }),
      positions: z.tuple([z.string(), z.string()]),
      values: z.tuple([number, number]).meta({ description: 'On [-1, 1]; null where absent.' }),
      distance: z.number().min(0).max(1),
      weight: z.number(),
      contribution: number.meta({ description: 'Contributions sum to the headline.' }),
      depth: z.enum(['opposed', 'apart', 'parallel', 'coordinated', 'joint']),
      sources: sourceIds,
    }),
  ),
});

const source = object({
  id: z.string(),
  title: z.string(),
  author: z.string().optional(),
  publisher: z.string().optional(),
  date: z.string().optional(),
  url: z.string().optional(),
  kind: z.string().optional(),
  note: z.string().optional(),
});

const citations = kind('citations', {
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

const lists = [
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

const issue = kind('issue', {
  id: z.string(),
  title: z.string(),
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

const catalog = kind('catalog', catalogEntry.shape);

const diagnostics = object({
  schema: z.literal('align/diagnostics@1'),
  diagnostics: z.array(
    object({
      code: z.string().meta({ description: 'Stable name of the rule, such as unknown-country.' }),
      severity: z.enum(['error', 'warning']),
      file: z.string(),
      line: z.int().positive(),
      column: z.int().positive().meta({ description: 'In UTF-16 units, as editors count.' }),
      message: z.string(),
      hint: z.string().nullable(),
    }),
  ),
  comparison: object({
    record: z.string(),
    claimed: z.int().meta({ description: 'Issues with recorded votes of the body of the record.' }),
    found: z.int().meta({ description: 'Those whose roll call is in the record.' }),
    votes: z.int().meta({ description: 'Votes of single countries that were compared.' }),
    agreeing: z.int(),
  })
    .optional()
    .meta({ description: 'With --against.' }),
});

const limits = object({ atLeast: z.number().optional(), atMost: z.number().optional() });

const check = kind('check', {
  policy: object({ id: z.string(), title: z.string().nullable(), file: z.string() }),
  assertions: z.array(
    object({
      id: z.string(),
      passed: z.boolean().meta({
        description: 'Whether it holds; without evidence, whether it may go without.',
      }),
      status: z.enum(['passed', 'failed', 'missing', 'skipped']).meta({
        description: 'missing: no evidence; skipped: no evidence, and the policy allows that.',
      }),
      actual: number.meta({
        description: 'Score, joint issues, or change, of the dyad that decides.',
      }),
      expected: limits,
      message: z.string(),
      hint: z.string().nullable(),
      reason,
      quantity: z.enum(['score', 'coverage', 'change']),
      measure: z.string(),
      question: z.record(z.string(), z.unknown()),
      countries: z.array(country),
      decidedBy: z.tuple([country, country]).nullable(),
      off: number.meta({ description: 'How far outside the limits; 0 inside.' }),
      score: number,
      low: number,
      high: number,
      level: z.number(),
      n: count,
      lookAt: object({ issue: z.string(), title: z.string(), without: z.number() }).nullable(),
      dyads: z.array(
        object({
          countries: z.tuple([country, country]),
          actual: number,
          reason,
          passed: z.boolean().nullable(),
          n: count,
        }),
      ),
      line: z.int().positive(),
      column: z.int().positive(),
    }),
  ),
  passed: count.meta({ description: 'Those that hold, skipped ones included.' }),
  failed: count.meta({ description: 'Those that do not, missing ones included.' }),
  missing: count,
  skipped: count,
});

export const resultSchema = z
  .discriminatedUnion('schema', [score, citations, ...lists, issue, catalog, check, diagnostics])
  .meta({
    title: 'align result',
    description:
      'What align writes with -f json. Numbers are unrounded; null stands beside a reason.',
  });
