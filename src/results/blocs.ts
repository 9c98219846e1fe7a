import { z } from 'zod';
import {
  comparedGroup,
  count,
  country,
  kind,
  number,
  object,
  type Part,
  reason,
  type Result,
  share,
  side,
  text,
} from './parts.ts';
import { cohesion } from './score.ts';
import { leaveOutUnits } from './vocabulary.ts';

const merge = object({
  first: count.describe(
    'A place in the order of the countries, or the number of countries and the place of an earlier join.',
  ),
  second: count,
  height: z.number().describe('Mean divergence between the members of the two.'),
  size: count.describe('Countries that it holds.'),
});
export type Merge = Part<typeof merge>;

const member = country.extend({
  silhouette: z.number().min(-1).max(1).describe('Below 0 it is nearer to another bloc.'),
  stays: share
    .nullable()
    .describe('Share of the repetitions in which it is with the bloc; null without any.'),
});

const spread = {
  within: number.describe('Mean divergence of two members; null of one alone.'),
  outside: number.describe('Mean divergence of a member and a country of another bloc.'),
} as const;

const topic = object({
  id: text,
  title: text,
  issues: count.describe('Issues of the selection with this topic.'),
  ...spread,
  apart: number.describe('Outside less within (0 of one alone).'),
  agreementIndex: number.describe('Of the members’ votes; in [0, 1]; null without any.'),
});
export type BlocTopic = Part<typeof topic>;

const blocStability = object({
  value: share.describe('Mean Jaccard similarity to the bloc nearest to it in each repetition.'),
  lowest: object({ value: share, leftOut: text }).describe('Where it is least alike.'),
})
  .nullable()
  .describe('Null without repetitions.');
export type BlocStability = Part<typeof blocStability>;

const bloc = object({
  id: text.describe('Code of its most central member, the nearest to the others on average.'),
  name: text.describe('The most central member, and the topics that set the bloc apart.'),
  members: z.array(member).describe('In the order of the dendrogram.'),
  ...spread,
  nearest: object({ id: text, divergence: z.number() }).describe('The bloc nearest to it.'),
  cohesion: cohesion.nullable().describe('Null of one alone.'),
  topics: z.array(topic).describe('Those that set it apart most first, then by id.'),
  setApartBy: z
    .array(text)
    .describe('At most three topics, of five issues at least, that set it apart more than all do.'),
  stability: blocStability,
});
export type Bloc = Part<typeof bloc>;

const repetition = object({
  leftOut: text.describe('A year or the id of a topic.'),
  title: text,
  issues: count.describe('Issues left out.'),
  countries: count.describe('Those that can still be compared.'),
  value: number.describe('Adjusted Rand index against the whole; null if too few are left.'),
  silhouetteK: number.describe('Number of blocs that the silhouette would choose.'),
});
export type Repetition = Part<typeof repetition>;

const stability = object({
  leaveOut: z.enum(leaveOutUnits),
  value: number.describe('Mean adjusted Rand index of the repetitions.'),
  lowest: number,
  repetitions: z.array(repetition),
  reason,
});
export type Stability = Part<typeof stability>;

export const blocs = kind('blocs', {
  countries: z.array(side).describe('In the order of the dendrogram.'),
  ...comparedGroup,
  k: count.describe('Number of blocs.'),
  chosenBy: z.enum(['silhouette', 'asked']),
  silhouette: z.number().min(-1).max(1).describe('Mean silhouette width of all countries.'),
  silhouettes: z
    .array(object({ k: count, silhouette: z.number() }))
    .describe('The same of other numbers of blocs, up to 10.'),
  blocs: z.array(bloc).describe('In the order of the dendrogram.'),
  merges: z.array(merge).describe('The dendrogram, lowest join first.'),
  stability,
});
export type BlocsResult = Result<typeof blocs>;
