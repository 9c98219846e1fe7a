import { z } from 'zod';
import { coding } from './coded.ts';
import { ballot } from './inventory.ts';
import {
  confidence,
  count,
  depth,
  kind,
  number,
  object,
  type Part,
  side,
  reason,
  type Result,
  salience,
  source,
  sourceIds,
  text,
} from './parts.ts';
import { scoreShape } from './score.ts';
import { coordinationDepths, sections } from './vocabulary.ts';

const sources = z.array(
  source.extend({
    mark: z.int().positive().describe('Number of the source in the sentences.'),
  }),
);

export const explanation = kind('explain', {
  ...scoreShape,
  sentences: z.array(
    object({
      id: text.describe('Unique in the explanation and stable from run to run.'),
      section: z.enum(sections),
      kind: text,
      text,
      marks: z.array(z.int().positive()),
      evidence: object({ issues: z.array(text), interactions: z.array(text), sources: sourceIds }),
      data: z.record(text, z.unknown()).describe('What the sentence says, unrounded.'),
    }),
  ),
  sources,
});

const position = object({
  side,
  label: text,
  value: number.describe('On [-1, 1]; null where absent.'),
  salience: salience.nullable(),
  confidence: confidence.nullable(),
  from: text.nullable().describe('First day of the stance, where it changed.'),
  note: text.nullable(),
  members: z
    .array(object({ label: text, n: count }))
    .describe('Of a bloc: how many members took each position, most of them first.'),
  codings: z
    .array(coding)
    .exactOptional()
    .describe('What each coder made of it, where several did; not of a bloc.'),
  sources: sourceIds,
});
export type ExplainedPosition = Part<typeof position>;

export const issueExplanation = kind('explain-issue', {
  countries: z.tuple([side, side]),
  issue: object({
    id: text,
    title: text,
    question: text.nullable(),
    note: text.nullable(),
    date: text,
    catalog: text,
    topics: z.array(text).describe('Titles.'),
    scale: object({ id: text, labels: z.array(text) }),
    ballot: ballot.nullable(),
    sources: sourceIds,
  }),
  positions: z.tuple([position, position]),
  depth: depth.describe('Null where they differ without sides to take, and of a membership.'),
  coordination: object({
    depth: z.enum(coordinationDepths),
    note: text.nullable(),
    sources: sourceIds,
  })
    .nullable()
    .describe('What is recorded of acting together.'),
  distance: number.describe('In [0, 1]; null of a membership, as are weight and share.'),
  weight: number,
  share: number.describe('Of the weight of all joint issues: the most it could contribute.'),
  contribution: number.describe('Null where the measure does not decompose.'),
  measure: text,
  value: number.describe('The score.'),
  without: number.describe('The score if the issue is left out.'),
  reason: reason.describe('Why it has no depth.'),
  joint: count,
  sentences: z.array(object({ label: text, text })),
  sources,
});
export type IssueExplanationResult = Result<typeof issueExplanation>;
