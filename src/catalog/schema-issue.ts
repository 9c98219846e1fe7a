import { z } from 'zod';
import { coordinationDepths, outcomes, votedParts } from '../results/vocabulary.ts';
import {
  codingRule,
  countryList,
  dateOrSpan,
  holderName,
  id,
  position,
  sides,
  sourceIds,
  text,
} from './schema-parts.ts';
import { weightSchema } from './weight.ts';

const coordination = z
  .strictObject({
    between: z
      .array(holderName)
      .min(2)
      .describe('The countries and actors; every pair among them is meant.'),
    depth: z
      .enum(coordinationDepths)
      .describe(
        'parallel: same line, taken separately. coordinated: consulted, co-sponsored or explained together. joint: one operation, initiative or veto.',
      ),
    note: text.optional().describe('What they did together.'),
    sources: sourceIds.optional(),
  })
  .describe(
    'How countries on the same side acted; it counts for nothing elsewhere. Without an entry they are parallel, unless they submitted the draft together or, as permanent members, vetoed it.',
  );

const vote = z
  .strictObject({
    body: text.describe('UNGA, UNSC or another body that votes.'),
    resolution: text
      .optional()
      .describe('Symbol of the resolution, such as A/RES/74/168; a draft that failed became none.'),
    draft: text.optional().describe('Symbol of the draft, such as S/2020/949.'),
    submitters: sides
      .optional()
      .describe(
        'Who submitted the draft; left out where that is not known. Both among at most five: coordinated; the two alone: joint. `president`: put by the President of the body, and nobody’s own.',
      ),
    result: z
      .strictObject({
        yes: z.int().nonnegative().describe('Votes in favour.'),
        no: z.int().nonnegative().describe('Votes against.'),
        abstain: z.int().nonnegative().describe('Abstentions.'),
      })
      .optional()
      .describe('Official tally of all members, also of those not listed here.'),
    outcome: z.enum(outcomes).optional().describe('What became of the text.'),
    on: z.enum(votedParts).optional().describe('What was voted on, the whole text unless given.'),
    session: z.int().positive().optional().describe('Session of the body.'),
    important: z.boolean().optional().describe('Marked as a key vote by an official list.'),
  })
  .describe('The recorded ballot that this issue is.');

const votes = z
  .strictObject({
    yes: countryList.optional().describe('Voted in favour.'),
    no: countryList.optional().describe('Voted against.'),
    abstain: countryList.optional().describe('Abstained: the middle of the scale.'),
    absent: countryList
      .optional()
      .describe('Entitled to vote, but did not. Missing, never neutral.'),
  })
  .describe('Who voted how. Countries not listed were not members, or are not covered.');

/** An issue of a catalog, as it is written. */
export const issueSchema = z
  .strictObject({
    id: id.describe('Id of the issue, unique among the catalogs loaded.'),
    title: text.describe('A short name of the issue.'),
    series: id
      .optional()
      .describe(
        'Id shared by issues that are one text or question coming back; they count as one cluster in intervals.',
      ),
    question: text
      .optional()
      .describe('The proposition that a country on the last label of the scale agrees with.'),
    note: text.optional().describe('Background, or what the coding leaves out.'),
    topic: z
      .union([id, z.array(id).min(1)], { error: 'must be a topic id, or a list of them' })
      .describe('One topic id, or several: the issue counts in full in each of them.'),
    date: dateOrSpan,
    scale: id
      .optional()
      .describe(
        'stance5 (default), stance3, vote (default with `votes`), membership (a fact, and in no score), or one of the catalog’s `scales`.',
      ),
    weight: weightSchema
      .optional()
      .describe('How much the issue counts, 1 unless given; a membership counts for nothing.'),
    codingRule: codingRule.optional(),
    positions: z
      .record(holderName, position)
      .optional()
      .describe(
        'Countries and actors, and the stance each takes; silence is no stance. Beside `votes`, stances of actors only.',
      ),
    vote: vote.optional(),
    votes: votes.optional(),
    coordination: z.array(coordination).optional().describe('Who acted together, and how closely.'),
    sources: sourceIds.optional(),
  })
  .describe(
    'Something countries take positions on: `positions` on a scale, or `votes` in a recorded ballot.',
  );
