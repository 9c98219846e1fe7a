import { z } from 'zod';
import { count, country, kind, number, object, reason } from './parts.ts';

export const diagnostics = kind('diagnostics', {
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

export const check = kind('check', {
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
