import { z } from 'zod';
import {
  count,
  coverage,
  depth,
  estimate,
  kind,
  measured,
  number,
  object,
  type Part,
  side,
  percentile,
  period,
  reason,
  type Result,
  sameTexts,
  share,
  sourceIds,
  text,
  verdict,
} from './parts.ts';
import { absenceRules, directions } from './vocabulary.ts';

const part = estimate
  .omit({ n: true })
  .extend({ id: text, title: text, joint: count.describe('Joint issues of the part.') });
export type PartScore = Part<typeof part>;

const catalogPart = part.extend({ short: text.describe('A word or two for narrow tables.') });
export type CatalogScore = Part<typeof catalogPart>;

const stake = object({
  higher: count.describe('Issues on which its stake is the higher.'),
  value: number.describe('Weighted agreement on those, in [0, 1].'),
  reason,
});

const depthSummary = object({
  opposed: count,
  apart: count,
  neither: count,
  parallel: count,
  coordinated: count,
  joint: count,
  aligned: count.describe('On the same side: parallel, coordinated or joint.'),
  coordination: number.describe('Weighted share of the aligned that is coordinated or joint.'),
  liabilityGap: number.describe(
    'Agreement minus agreement credited by depth, in [0, 1]; 0 means that all they share they do together. What has no depth has no credit.',
  ),
  stakeAsymmetry: number.describe(
    'Mean difference of salience, in [0, 1], over joint issues on which both are coded.',
  ),
  stakes: object({ n: count, a: stake, b: stake }).describe(
    'The joint issues on which both saliences are coded.',
  ),
  reason,
}).meta({ id: 'depth' });
export type DepthSummary = Part<typeof depthSummary>;

const membership = object({
  id: text.describe('Id of the issue.'),
  title: text.describe('Name of the organisation.'),
  since: text.describe(
    'First day for which the catalog has it: of the stance, else of the issue; of two, the later.',
  ),
});
export type Membership = Part<typeof membership>;

const shared = object({
  both: z.array(membership),
  a: z.array(membership),
  b: z.array(membership),
}).meta({ id: 'shared-memberships' });
export type SharedMemberships = Part<typeof shared>;

const memberships = shared
  .extend({
    associated: shared.describe(
      'The same of those who are associated, with observers and partners among them.',
    ),
  })
  .meta({
    id: 'memberships',
    description:
      'Organisations to which both belong, only the first, only the second; in no number.',
  });
export type Memberships = Part<typeof memberships>;

export const totals = object({
  n: count,
  cooperative: count,
  conflictual: count,
  meanGoldstein: number.describe('In [-10, 10].'),
  net: z.number().describe('Sum of the weights.'),
  cooperativeShare: number.describe('Positive weight as a share of all absolute weight.'),
  reason,
}).meta({ id: 'interaction-totals' });
export type InteractionTotals = Part<typeof totals>;

export const interaction = object({
  id: text,
  title: text,
  date: text,
  year: text,
  cameo: text,
  label: text.describe('What the CAMEO code stands for.'),
  goldstein: z.number().min(-10).max(10),
  direction: z.enum(directions),
  note: text.exactOptional(),
  sources: sourceIds,
});
export type DyadInteraction = Part<typeof interaction>;

const ids = z.array(text);
const interactions = totals
  .extend({
    byYear: z
      .array(totals.extend({ year: text }))
      .describe('By year of the first day, ascending; years without any event are left out.'),
    byDirection: z.record(z.enum(directions), totals),
    strongest: object({ cooperative: ids, conflictual: ids }).describe(
      'Ids of the weightiest events, weightiest first, of equals the latest; three of each kind at most.',
    ),
    events: z.array(interaction).describe('Oldest first.'),
    unlisted: z
      .array(totals.extend({ id: text, catalog: text, title: text, sources: sourceIds }))
      .exactOptional()
      .describe(
        'Machine-coded interactions by source: in the counts and sums, but only as sums, and not among the events.',
      ),
  })
  .meta({ id: 'interactions' });
export type InteractionSummary = Part<typeof interactions>;

export const cohesion = object({
  code: text,
  name: text,
  members: count,
  issues: count.describe('Those on which at least half of the members, and two, have a position.'),
  votes: object({
    issues: count,
    agreementIndex: number.describe('In [0, 1]; of Hix, Noury & Roland 2005.'),
    rice: number.describe('In [0, 1]; abstentions play no part.'),
    attina: number.describe('In [-1/3, 1].'),
    reason,
  }).describe(
    'Means over votes, each weighing the same; only those on which the index is defined.',
  ),
  scales: z
    .array(
      object({
        scale: text,
        issues: count,
        nominal: number,
        ordinal: number,
        interval: number,
        reason,
      }),
    )
    .describe('Krippendorff’s alpha of the members, at most 1, on each scale, by id.'),
}).meta({ id: 'cohesion', description: 'How far the members of a bloc stand together.' });
export type BlocCohesion = Part<typeof cohesion>;

const extreme = object({ value: z.number(), issue: text });
const sensitivity = object({
  absent: z
    .record(z.enum(absenceRules), number)
    .describe('The headline under each absence rule; null where it is undefined under it.'),
  absentReason: text.exactOptional(),
  leaveOneOut: z
    .union([
      object({
        min: extreme,
        max: extreme,
        most: extreme.describe('The issue whose leaving moves the headline most.'),
      }),
      object({ min: z.null(), max: z.null(), most: z.null(), reason: text }),
    ])
    .describe('Lowest and highest headline with one joint issue left out, and which one.'),
}).meta({ id: 'sensitivity' });
export type Sensitivity = Part<typeof sensitivity>;

const issue = object({
  id: text,
  title: text,
  series: text
    .nullable()
    .describe('Shared by issues that are one text coming back; null where it stands for itself.'),
  catalog: text,
  topic: text.describe('The first of its topics.'),
  topics: z.array(text),
  date: text.describe('A date, or two with a slash between them, as the catalog writes it.'),
  from: text.describe('First day.'),
  to: text.describe('Last day.'),
  scale: text,
  positions: z
    .tuple([text, text])
    .describe('Labels of the scale, absent, or "between ... and ..." for the mean of a bloc.'),
  values: z.tuple([number, number]).describe('On [-1, 1]; null where absent.'),
  salience: z
    .tuple([number, number])
    .describe('How much it matters to each, from 1 (low) to 3 (high); null where it is not coded.'),
  distance: share,
  weight: z.number(),
  contribution: number.describe(
    'Contributions sum to the headline; null where the measure does not decompose.',
  ),
  depth,
  reason,
  sources: sourceIds,
}).meta({ id: 'score-issue' });
export type IssueScore = Part<typeof issue>;

export const scoreShape = {
  countries: z.tuple([side, side]),
  period: period.describe('First and last day of the joint issues.'),
  coverage: coverage.extend({ clusters: count.describe('Clusters that the joint ones are of.') }),
  alignment: estimate.extend({
    ...measured,
    decomposes: z.boolean().describe('Whether the contributions of the issues sum to the value.'),
  }),
  divergence: estimate,
  counts: object({ same: count, partial: count, opposed: count }),
  verdict,
  percentile,
  catalogs: z
    .array(catalogPart)
    .describe('Each the score of the same question on that catalog; most joint issues first.'),
  measures: z.array(estimate.extend({ id: text, distance: measured.distance })),
  topics: z
    .array(part)
    .describe('Each the score of the same question on that topic; highest first.'),
  depth: depthSummary,
  memberships,
  lately: estimate
    .extend({ from: text, to: text, sameTexts })
    .nullable()
    .describe('The same question on the last five years of the joint evidence.'),
  latelyReason: text.exactOptional().describe('Why lately is null.'),
  interactions,
  sensitivity,
  cohesion: z.array(cohesion).exactOptional().describe('Of each side that is a bloc.'),
  issues: z.array(issue).describe('Joint issues by date, then id.'),
} as const;

export const score = kind('score', scoreShape);
export type ScoreResult = Result<typeof score>;
