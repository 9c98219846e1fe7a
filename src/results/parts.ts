import { z } from 'zod';
import { bands, confidences, depths, eventEngines, saliences, sourceKinds } from './vocabulary.ts';

/** Parts that results of several kinds have in common. */

/** Read only, all the way down. */
export type Immutable<T> = T extends object ? { readonly [K in keyof T]: Immutable<T[K]> } : T;

/** A part of a result, as analyses give it. */
export type Part<Schema extends z.ZodType> = Immutable<z.infer<Schema>>;

/** A whole result as analyses give it: its provenance is added where it is written. */
export type Result<Schema extends z.ZodType> = Omit<Part<Schema>, 'provenance'>;

/** What a result declares is all that it holds. */
export const object = z.strictObject;

export const text = z.string();
export const count = z.int().nonnegative();
/** `null` where it is undefined. */
export const number = z.number().nullable();
export const share = z.number().min(0).max(1);

export const sourceIds = z.array(text).describe('Ids of sources.');

export const country = object({
  code: text.describe('Code of the country, or id of the actor or bloc.'),
  name: text,
  actor: z
    .literal(true)
    .exactOptional()
    .describe('Only of an actor: a taker of positions that is no country.'),
});
export type CountryLabel = Part<typeof country>;

/** How results name a side. */
export const side = country
  .extend({
    members: z.array(text).exactOptional().describe('Codes of the members; only of a bloc.'),
  })
  .meta({ id: 'side' });
export type SideLabel = Part<typeof side>;

export const coverage = object({
  issues: count.describe('Issues of the selection.'),
  a: count.describe('Issues on which the first has a position.'),
  b: count.describe('Issues on which the second has one.'),
  joint: count.describe('Issues on which both have one.'),
});
export type Coverage = Part<typeof coverage>;

export const reason = text.exactOptional().describe('Why a value beside it is null.');

/** Of a value that is not `null`. */
export const noReason = z.never().exactOptional();

export const period = object({ from: text, to: text }).nullable().meta({ id: 'period' });

export const measured = {
  measure: text,
  distance: text.nullable().describe('Null where distance plays no part in the measure.'),
} as const;

export const estimate = object({
  value: number,
  low: number,
  high: number,
  level: z.number().describe('Confidence level of the interval.'),
  n: count.describe('Joint issues.'),
  clusters: count.describe('Clusters that the joint issues are of.'),
  reason,
}).describe('A coefficient with its interval; null where it is undefined.');
export type Estimate = Part<typeof estimate>;

export const sameTexts = object({
  series: count.describe('Texts with a joint vote in both periods.'),
  before: number.describe('Mean agreement on them, each text counting once.'),
  after: number,
  difference: number,
  se: number.describe('Standard error of the difference; null with fewer than 10 texts.'),
  reason,
}).meta({
  id: 'same-texts',
  description: 'The change on texts that return, which no change of agenda can bring about.',
});
export type SameTexts = Part<typeof sameTexts>;

export const verdict = object({
  band: z.enum(bands),
  text: text.describe('The band in words that fit after "are" or "is".'),
}).meta({ id: 'verdict' });
export type Verdict = Part<typeof verdict>;

const others = count.describe('Those with positions on a third of these issues by weight.');
export const percentile = z
  .union([
    object({
      value: share.describe(
        'Share of the other dyads of countries that are further apart on the same issues; half of those as far apart.',
      ),
      dyads: others,
      typical: share.describe('Median agreement of the others.'),
      reason: noReason,
    }),
    object({ value: z.null(), dyads: others, typical: z.null(), reason: text }),
  ])
  .meta({
    id: 'percentile',
    description: 'How the dyad stands among other dyads of countries on the same issues.',
  });
export type Percentile = Part<typeof percentile>;

const leftOut = country.extend({
  positions: count.describe('Issues on which it has a position.'),
  lacking: count.describe(
    'Of those still there when it was left out, how many lacked a divergence.',
  ),
});
export type LeftOut = Part<typeof leftOut>;

/** What is said of countries each two of which can be compared. */
export const comparedGroup = {
  ...measured,
  period: period.describe('First and last day of the issues on which any two have a position.'),
  coverage: object({
    issues: count.describe('Issues of the selection.'),
    used: count.describe('Issues on which at least two of the countries have a position.'),
    countries: count.describe('Of all that are compared, actors included.'),
    actors: count.describe('How many of them are actors.'),
    dyads: count,
    joint: object({ least: count, median: count, most: count }).describe('Joint issues of a dyad.'),
  }),
  minJoint: count.describe('Joint issues that a dyad needs.'),
  leftOut: z
    .array(leftOut)
    .describe('Countries that lack joint issues, or a divergence, with others; by code.'),
} as const;
const group = object(comparedGroup);
export type ComparedGroup = Part<typeof group>;

export const depth = z
  .enum(depths)
  .nullable()
  .describe('How far they stood and acted together; null where they differ without sides to take.');

export const confidence = z.enum(confidences);
export const salience = z.enum(saliences);

export const source = object({
  id: text,
  title: text,
  author: text.exactOptional(),
  publisher: text.exactOptional(),
  date: text.exactOptional().describe('YYYY, YYYY-MM or YYYY-MM-DD, as precise as it is known.'),
  url: text.exactOptional(),
  kind: z.enum(sourceKinds).exactOptional(),
  note: text.exactOptional(),
}).meta({ id: 'source' });
export type Source = Part<typeof source>;

const eventOrigin = object({
  id: text.describe('Of the source of events.'),
  catalog: text.describe('Id of the catalog that names it.'),
  engine: z.enum(eventEngines),
  version: text.describe('Version of the engine.'),
  from: z
    .array(text)
    .describe('Names of the files as the catalog has them, or address, database and table.'),
  rows: count.describe('Events of the period asked for, whoever took part in them.'),
}).meta({
  id: 'event-origin',
  description: 'Where interactions were added up by an engine. Credentials are in no result.',
});
export type EventOrigin = Part<typeof eventOrigin>;

const provenance = object({
  version: text.describe('Version of align.'),
  catalogs: z.array(
    object({
      id: text,
      version: text,
      sha256: text,
      package: object({ name: text, version: text })
        .exactOptional()
        .describe('The package in node_modules that it came in.'),
    }),
  ),
  events: z.array(eventOrigin).exactOptional().describe('Sources of events that were asked.'),
  options: z
    .record(text, z.unknown())
    .describe('As given, defaults included; without those that change only the looks.'),
  project: object({
    file: text,
    sha256: text,
    gives: z
      .array(text)
      .describe('Options that it gives values to; what a policy takes from it is not among them.'),
  })
    .exactOptional()
    .describe('The project file whose catalogs and defaults were used.'),
  weights: object({
    file: text,
    sha256: text,
    issues: count.describe('Issues whose weight it replaces.'),
    topics: count.describe('Topics that it gives a factor.'),
  })
    .exactOptional()
    .describe('The file of --weights, or of the project, that the issues are weighed by.'),
  timestamp: text.exactOptional().describe('Only with --timestamp.'),
}).meta({
  id: 'provenance',
  description: 'What the result was made from, so that it can be made again.',
});
export type Provenance = Part<typeof provenance>;

export const kind = <K extends string, S extends z.ZodRawShape>(name: K, shape: S) =>
  object({ schema: z.literal(`align/${name}@1`), ...shape, provenance });
