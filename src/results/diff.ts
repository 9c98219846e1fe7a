import { z } from 'zod';
import {
  count,
  kind,
  measured,
  number,
  object,
  type Part,
  reason,
  type Result,
  text,
} from './parts.ts';
import { causesOfChange, changes } from './vocabulary.ts';

const change = z.enum(changes);

const field = object({
  field: text.describe(
    'Its key in the catalog; parts of it after a dot, such as `vote.result.yes`.',
  ),
  before: text.nullable().describe('Null where there was none.'),
  after: text.nullable(),
});
export type FieldChange = Part<typeof field>;

const entry = object({
  change,
  id: text,
  title: text.describe('In the new edition, or in the old one where it was removed.'),
  fields: z.array(field).describe('What changed; empty where all of it was added or removed.'),
});
export type EntryChange = Part<typeof entry>;

const issue = entry.extend({
  positions: count.describe('Countries with a position on it, in the new edition unless removed.'),
});
export type IssueChange = Part<typeof issue>;

const position = object({
  change,
  issue: text,
  title: text,
  country: text,
  fields: z
    .array(field)
    .describe(
      'Stance, salience, confidence, note, sources, and by coder the codings (`codings.anna`); of several stances what differs among them with their days.',
    ),
});
export type PositionChange = Part<typeof position>;

const score = object({
  value: number,
  n: count.describe('Joint issues.'),
  reason,
});

const jointIssue = object({
  positions: z.tuple([text, text]),
  similarity: z.number().describe('What the issue adds to the measure before weighting.'),
  weight: z.number(),
});
export type ComparedIssue = Part<typeof jointIssue>;

const cause = object({
  issue: text,
  title: text,
  because: z
    .array(z.enum(causesOfChange))
    .describe(
      'issue: it was added, removed, or left or entered the selection; position; scale; weight: its own; share: its weight beside others, with --weigh-by.',
    ),
  before: jointIssue.nullable().describe('Null where it was no joint issue.'),
  after: jointIssue.nullable(),
  contribution: z.number().describe('What it adds to the change; over all causes they sum to it.'),
});
export type Cause = Part<typeof cause>;

const dyad = object({
  a: text,
  b: text,
  before: score,
  after: score,
  change: number.describe('Null where one of the editions has no score.'),
  causes: z
    .array(cause)
    .describe(
      'Issues that are not for this dyad what they were, by size of contribution, then id.',
    ),
  reason: text.exactOptional().describe('Why the change is null, or is not split into causes.'),
});
export type DyadChange = Part<typeof dyad>;

const edition = object({
  name: text.describe('As it was named.'),
  commit: text.nullable().describe('Of a git revision.'),
  catalogs: z.array(object({ id: text, version: text, sha256: text })),
});
export type NamedEdition = Part<typeof edition>;

export const diff = kind('diff', {
  old: edition,
  new: edition,
  differ: z.boolean().describe('Whether anything is listed below.'),
  catalogs: z.array(entry).describe('Title, version, coding rules and the like of catalogs.'),
  topics: z.array(entry),
  scales: z.array(entry),
  sources: z.array(entry),
  blocs: z.array(entry).describe('Members are fields: `members.FIN`.'),
  actors: z.array(entry),
  issues: z
    .array(issue)
    .describe('Of the selection, by id: the key of all comparison. Weights are a field.'),
  positions: z
    .array(position)
    .describe('Of issues that are in both editions, by issue, then country; of any confidence.'),
  interactions: z.array(entry).describe('Of the period asked for.'),
  ...measured,
  decomposes: z
    .boolean()
    .describe('Whether the measure is a mean over issues, so that causes are told.'),
  overall: object({
    compared: count.describe('Dyads of countries and actors with a score in both editions.'),
    moved: count.describe('Those whose score is another one.'),
    gained: count.describe('Dyads that have a score in the new edition only.'),
    lost: count.describe('Dyads that had one in the old edition only.'),
  })
    .nullable()
    .describe('Null where dyads were named.'),
  dyads: z
    .array(dyad)
    .describe(
      'Those named, in that order; else the five that moved most, those with five joint issues in both editions first, then by codes.',
    ),
  names: z.record(text, text).describe('Of all countries, actors and blocs here, by code.'),
});
export type DiffResult = Result<typeof diff>;
