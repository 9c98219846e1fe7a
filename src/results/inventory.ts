import { z } from 'zod';
import { coded, coding } from './coded.ts';
import {
  confidence,
  count,
  country,
  kind,
  number,
  object,
  type Part,
  type Result,
  salience,
  source,
  sourceIds,
  text,
} from './parts.ts';
import {
  coordinationDepths,
  distances,
  eventEngines,
  intervalBases,
  outcomes,
  votedParts,
} from './vocabulary.ts';

const texts = z.array(text);

export const citations = kind('citations', {
  countries: z.array(country),
  sources: z.array(source).describe('By author or else publisher, then date, title and id.'),
});
export type Citations = Result<typeof citations>;

const catalogEntry = object({
  id: text,
  title: text,
  version: text,
  license: text.exactOptional(),
  from: text.exactOptional().describe('First day of its issues.'),
  to: text.exactOptional().describe('Last day of them.'),
  issues: count,
  countries: count.describe('Those with a position on any issue.'),
  actors: count.describe('Those that it declares.'),
  interactions: count,
  topics: count,
  sources: count,
  blocs: count,
  rollCalls: count.describe('Roll-call records beside it.'),
  events: z
    .array(object({ id: text, title: text, engine: z.enum(eventEngines), layout: text }))
    .exactOptional()
    .describe('Sources of machine-coded events, where it names any.'),
  sha256: text.describe('Hash of the bytes of the file.'),
});

const issueEntry = object({
  id: text,
  title: text,
  topics: texts,
  date: text.describe('As the catalog writes it.'),
  scale: text,
  body: text.exactOptional().describe('Of a recorded ballot.'),
  resolution: text.exactOptional(),
  countries: count.describe(
    'Those with a position on it, actors left out; absence from a vote counts as one here.',
  ),
  catalog: text,
});

const seriesEntry = object({
  id: text,
  title: text.describe('The latest one, without the date at its end.'),
  n: z.int().min(2),
  from: text.describe('Of the first issue, as precise as the catalog has it.'),
  to: text.describe('Of the last one.'),
  issues: texts.describe('Ids of issues, oldest first.'),
});

const countryEntry = country.extend({
  officialName: text,
  iso2: text.exactOptional(),
  iso3: text.exactOptional(),
  isoNumeric: text.exactOptional(),
  cow: object({ abbreviation: text, number: count }).exactOptional(),
  un: z
    .array(object({ from: text.exactOptional(), to: text.exactOptional() }))
    .describe('Days in the United Nations, oldest first; empty if it never was a member.'),
  historic: z.boolean(),
  aliases: texts.describe('Other English names and abbreviations.'),
  issues: count.describe('Selected issues on which it has a position, absences included.'),
});

const conventionEntry = object({ id: text, rule: text, source: text });

const entries = {
  catalogs: catalogEntry,
  issues: issueEntry,
  series: seriesEntry,
  countries: countryEntry,
  topics: object({
    id: text,
    title: text,
    issues: count.describe('Issues with this topic among theirs.'),
    catalogs: texts,
  }),
  sources: source.extend({
    issues: count.describe('Selected issues that rest on it in part.'),
    uses: count.describe(
      'Positions, votes, statements on coordination, interactions, blocs, actors and records that cite it.',
    ),
  }),
  blocs: object({
    id: text,
    title: text,
    members: texts,
    note: text.exactOptional(),
    sources: sourceIds,
    catalogs: texts.describe('Those that define it.'),
  }),
  actors: object({
    id: text,
    name: text,
    note: text.exactOptional(),
    sources: sourceIds,
    issues: count.describe('Selected issues on which it has a position.'),
    catalogs: texts.describe('Those that declare it.'),
  }),
  interactions: object({
    id: text,
    title: text,
    date: text,
    actors: texts,
    targets: texts.describe('Empty for a mutual event.'),
    cameo: text,
    label: text.describe('What the code stands for.'),
    goldstein: z.number().min(-10).max(10),
    sources: sourceIds,
  }),
  measures: object({
    id: text,
    name: text,
    range: z.tuple([z.number(), z.number()]),
    distances: z
      .array(z.enum(distances))
      .describe('The default first; empty where distance plays no part.'),
    formula: text,
    source: text,
    use: text,
    interval: z
      .enum(intervalBases)
      .describe('What its interval is worked out on: see docs/methods.md.'),
  }),
  conventions: conventionEntry,
} as const;

/** What can be listed, and what each entry of such a list is. */
export type Entries = { readonly [Name in ListName]: Part<(typeof entries)[Name]> };

export type ListName = keyof typeof entries;

/** Lists by name, in the order in which they are shown. */
export type Listing = { readonly [Name in ListName]?: readonly Entries[Name][] };

/**
 * What a list is called as a kind of result where another kind has its name: `blocs` are those that are found,
 * named ones are groups, as in catalogs; `interactions` are those of some sides, added up.
 */
const otherKinds: Readonly<Partial<Record<ListName, string>>> = {
  blocs: 'groups',
  interactions: 'interaction-list',
};

/** What a list is called as a kind of result. */
export function listKind(name: ListName): string {
  return otherKinds[name] ?? name;
}

const listKinds = (Object.keys(entries) as ListName[]).map((name) =>
  kind(listKind(name), {
    [name]: z.array(entries[name]),
    ...(name === 'measures' ? { conventions: z.array(conventionEntry) } : {}),
  }),
);

export const lists = [
  kind('overview', { catalogs: z.array(catalogEntry), counts: z.record(text, count) }),
  ...listKinds,
] as const;

export const ballot = object({
  body: text,
  resolution: text.exactOptional(),
  draft: text.exactOptional().describe('Symbol of the draft, where that is known.'),
  submitters: z
    .union([z.literal('president'), z.array(country)])
    .exactOptional()
    .describe('Of the draft, where they are known; the President of the body stands for nobody.'),
  result: object({ yes: count, no: count, abstain: count }).exactOptional(),
  outcome: z.enum(outcomes).exactOptional(),
  session: count.exactOptional(),
  important: z.boolean().exactOptional(),
  on: z.enum(votedParts).exactOptional().describe('A whole text unless given.'),
});
export type Ballot = Part<typeof ballot>;

const ownSeries = object({ id: text, others: texts }).describe(
  'The series of the issue, and its other issues, oldest first.',
);
export type OwnSeries = Part<typeof ownSeries>;

const heldStance = country.extend({
  from: text.exactOptional(),
  until: text.exactOptional().describe('First day on which the country held another stance.'),
  salience: salience.exactOptional(),
  confidence,
  note: text.exactOptional(),
  sources: sourceIds,
  codings: z.array(coding).exactOptional().describe('What each coder made of it.'),
});
export type HeldStance = Part<typeof heldStance>;

export const issue = kind('issue', {
  id: text,
  title: text,
  series: ownSeries.exactOptional(),
  question: text.exactOptional(),
  note: text.exactOptional(),
  date: text,
  topics: z.array(object({ id: text, title: text })),
  scale: object({ id: text, labels: texts }),
  weight: z.number(),
  catalog: object({ id: text, title: text, version: text }),
  vote: ballot.exactOptional(),
  stances: z
    .array(
      object({
        label: text,
        value: number.describe('On [-1, 1].'),
        countries: z.array(heldStance),
      }),
    )
    .describe('Those that someone held, from for to against; absence last, with the value null.'),
  coordination: z.array(
    object({
      countries: z.array(country),
      depth: z.enum(coordinationDepths),
      note: text.exactOptional(),
      sources: sourceIds,
    }),
  ),
  coded: coded.exactOptional().describe('How far coders agree, where positions have codings.'),
  sources: z.array(source).describe('Every source cited above, in the order of citation.'),
});
export type IssueDetail = Result<typeof issue>;

export const scale = object({
  id: text,
  labels: texts.describe('From against (-1) to for (+1).'),
  neutral: number.describe(
    'Place of the neutral point among the labels; null on a scale without sides.',
  ),
});
export type Scale = Part<typeof scale>;

export const catalog = kind('catalog', {
  ...catalogEntry.shape,
  description: text.optional(),
  coding: text.optional().describe('How positions were coded.'),
  coded: coded.exactOptional().describe('How far coders agree, where positions have codings.'),
  topics: z.record(text, text).describe('Titles by id.'),
  scales: z.record(text, scale),
});
export type CatalogDetail = Result<typeof catalog>;
export type CatalogEntry = Entries['catalogs'];
