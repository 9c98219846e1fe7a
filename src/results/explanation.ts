import { z } from 'zod';
import { count, country, kind, number, object, reason, source, sourceIds } from './parts.ts';
import { depth, scoreShape } from './score.ts';

const marked = source.extend({
  mark: z.int().positive().meta({ description: 'Number of the source in the sentences.' }),
});

export const explanation = kind('explain', {
  ...scoreShape,
  sentences: z.array(
    object({
      id: z.string(),
      section: z.string(),
      kind: z.string(),
      text: z.string(),
      marks: z.array(z.int().positive()),
      evidence: object({
        issues: z.array(z.string()),
        interactions: z.array(z.string()),
        sources: sourceIds,
      }),
      data: z
        .record(z.string(), z.unknown())
        .meta({ description: 'What the sentence says, unrounded.' }),
    }),
  ),
  sources: z.array(marked),
});

const position = object({
  party: country,
  label: z.string(),
  value: number,
  salience: z.string().nullable(),
  confidence: z.string().nullable(),
  from: z.string().nullable(),
  note: z.string().nullable(),
  members: z.array(object({ label: z.string(), n: count })),
  sources: sourceIds,
});

export const issueExplanation = kind('explain-issue', {
  countries: z.tuple([country, country]),
  issue: object({
    id: z.string(),
    title: z.string(),
    question: z.string().nullable(),
    note: z.string().nullable(),
    date: z.string(),
    catalog: z.string(),
    topics: z.array(z.string()),
    scale: object({ id: z.string(), labels: z.array(z.string()) }),
    sources: sourceIds,
  }),
  positions: z.tuple([position, position]),
  depth,
  coordination: object({ depth: z.string(), note: z.string().nullable(), sources: sourceIds })
    .nullable()
    .meta({ description: 'What is recorded of acting together.' }),
  distance: number,
  weight: number,
  share: number.meta({ description: 'Of the weight of all joint issues.' }),
  contribution: number,
  measure: z.string(),
  value: number,
  without: number.meta({ description: 'The score if the issue is left out.' }),
  reason,
  joint: count,
  sentences: z.array(object({ label: z.string(), text: z.string() })),
  sources: z.array(marked),
});
