import { z } from 'zod';
import { count, country, kind, object, type Part, type Result, share, text } from './parts.ts';
import { idealPointEditions } from './vocabulary.ts';

const point = object({
  country: text,
  session: z.int(),
  year: z.int().describe('1945 + session.'),
  value: z
    .number()
    .describe('On a scale of mean 0 and standard deviation 1 over all points of the fit.'),
  low: z.number().describe('Of the 90 % interval of the position within the session.'),
  high: z.number(),
  n: count.describe('Votes of the country in the session.'),
  rank: count.describe(
    'In the session, 1 for the most positive; equal points share the better rank.',
  ),
  percentile: share.describe(
    'Share of the other countries of the session with a lower point; half of those with an equal one.',
  ),
});
export type IdealPoint = Part<typeof point>;

const session = object({
  session: z.int(),
  year: z.int(),
  rollCalls: count,
  countries: count.describe('Those with a point.'),
  linked: count
    .nullable()
    .describe('Texts that tie it to the session before; null for the first of the fit.'),
  levelByConvention: z
    .boolean()
    .describe('Whether no text ties its level and scale to the session before.'),
  thin: z.boolean().describe('Fewer than 15 roll calls.'),
});
export type IdealPointSession = Part<typeof session>;

export const idealPoints = kind('ideal-points', {
  body: text.describe('Whose roll calls they are.'),
  edition: z.enum(idealPointEditions).describe('Of the published estimates, whose filters apply.'),
  positive: country.describe('The country whose side is positive.'),
  countries: z.array(country).describe('Those whose points follow, by code.'),
  charted: z.array(text).describe('Codes of those that charts show.'),
  points: z.array(point).describe('By country, then session.'),
  sessions: z.array(session),
  fit: object({
    logLikelihood: z.number(),
    iterations: count,
    converged: z.boolean(),
    change: z.number().describe('Root mean square change of the points in the last iteration.'),
    rollCalls: count,
    items: count.describe('Texts with parameters of their own: linked roll calls share theirs.'),
    votes: count,
    points: count.describe('Of all countries.'),
  }),
  leftOut: object({
    otherBodies: count.describe('Roll calls of other bodies than the one with the most votes.'),
    parts: count.describe('On paragraphs and amendments, as the edition leaves them out.'),
    session19: count.describe('Of session 19 of the General Assembly, which had a single vote.'),
    unanimous: count.describe('On which all answers are alike.'),
  }),
});
export type IdealPointsResult = Result<typeof idealPoints>;
