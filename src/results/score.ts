import { z } from 'zod';
import {
  count,
  country,
  estimate,
  kind,
  level,
  number,
  object,
  period,
  reason,
  sourceIds,
} from './parts.ts';
import { percentile } from './dyads.ts';

const depths = ['opposed', 'apart', 'neither', 'parallel', 'coordinated', 'joint'] as const;

export const depth = z.enum(depths).nullable().meta({
  description:
    'How far they stood and acted together; null where they differ without sides to take.',
});

const stake = object({ higher: count, value: number, reason }).meta({
  description: 'On how many issues its stake is the higher, and weighted agreement on them.',
});

const memberships = z.array(
  object({
    id: z.string().meta({ description: 'Id of the issue.' }),
    title: z.string().meta({ description: 'Name of the organisation.' }),
    since: z.string().meta({
      description: 'First day for which the catalog has it: of the stance, else of the issue.',
    }),
  }),
);
const shared = { both: memberships, a: memberships, b: memberships } as const;

const part = estimate.extend({ id: z.string(), title: z.string(), level, joint: count });

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

export const scoreShape = {
  countries: z.tuple([country, country]),
  period: period.meta({ description: 'First and last day of the joint issues.' }),
  coverage: object({ issues: count, a: count, b: count, joint: count, clusters: count }).meta({
    description:
      'Selected issues, those on which each has a position, those on which both have, and the clusters that these are of.',
  }),
  alignment: estimate.extend({ measure: z.string(), level, n: count }),
  divergence: estimate.extend({ level, n: count }),
  counts: object({ same: count, partial: count, opposed: count }),
  verdict: object({ band: z.string(), text: z.string() }),
  percentile,
  catalogs: z.array(part.extend({ short: z.string() })).meta({
    description: 'Each the score of the same question on that catalog; most joint issues first.',
  }),
  measures: z.array(
    estimate.extend({ id: z.string(), distance: z.string().nullable(), level, n: count }),
  ),
  topics: z.array(part).meta({
    description: 'Each the score of the same question on that topic; highest first.',
  }),
  depth: object({
    opposed: count,
    apart: count,
    neither: count,
    parallel: count,
    coordinated: count,
    joint: count,
    aligned: count.meta({ description: 'On the same side: parallel, coordinated or joint.' }),
    coordination: number.meta({
      description: 'Weighted share of the aligned that is coordinated or joint.',
    }),
    liabilityGap: number,
    stakeAsymmetry: number,
    stakes: object({ n: count, a: stake, b: stake }),
    reason,
  }),
  memberships: object({ ...shared, associated: object(shared) }).meta({
    description:
      'Organisations to which both belong, only the first, only the second; in no number.',
  }),
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
      series: z.string().nullable().meta({
        description: 'Shared by issues that are one text coming back; they count as one cluster.',
      }),
      topic: z.string().meta({ description: 'The first of its topics.' }),
      topics: z.array(z.string()),
      date: z.string().meta({ description: 'A date, or two with a slash between them.' }),
      from: z.string(),
      to: z.string(),
      scale: z.string(),
      positions: z.tuple([z.string(), z.string()]),
      values: z.tuple([number, number]).meta({ description: 'On [-1, 1]; null where absent.' }),
      distance: z.number().min(0).max(1),
      weight: z.number(),
      contribution: number.meta({ description: 'Contributions sum to the headline.' }),
      depth,
      reason,
      sources: sourceIds,
    }),
  ),
} as const;

export const score = kind('score', scoreShape);
