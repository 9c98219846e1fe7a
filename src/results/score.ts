import { z } from 'zod';
import {
  count,
  country,
  estimate,
  kind,
  level,
  number,
  object,
  reason,
  sourceIds,
} from './parts.ts';
import { percentile } from './dyads.ts';

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

export const scoreShape = {
  countries: z.tuple([country, country]),
  coverage: object({ issues: count, a: count, b: count, joint: count, clusters: count }).meta({
    description:
      'Selected issues, those on which each has a position, those on which both have, and the clusters that these are of.',
  }),
  alignment: estimate.extend({ measure: z.string(), level, n: count }),
  divergence: estimate.extend({ level, n: count }),
  counts: object({ same: count, partial: count, opposed: count }),
  verdict: object({ band: z.string(), text: z.string() }),
  percentile,
  measures: z.array(
    estimate.extend({ id: z.string(), distance: z.string().nullable(), level, n: count }),
  ),
  topics: z.array(estimate.extend({ id: z.string(), title: z.string(), level, joint: count })),
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
} as const;

export const score = kind('score', scoreShape);
