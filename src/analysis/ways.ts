import type { DyadSettings } from '../evidence/dyad.ts';
import type { SelectionFilter } from '../evidence/evidence.ts';
import type { Side } from '../evidence/side.ts';
import type { Weighting } from '../evidence/weights.ts';
import type { LookedUp } from '../question/look-up.ts';
import type { Question } from '../question/question.ts';

/**
 * Ways to all dyads, from the general one, issue by issue, to the fastest. Each faster way says of everything
 * that may be asked whether it can answer that; what is new is asked about here, or does not compile.
 */

/** Of each word of a question, whether a way can answer it. */
type Answers<Words> = { readonly [Word in keyof Words]-?: (value: Words[Word]) => boolean };

const whatever = () => true;
const unset = (value: unknown) => value === undefined;
const empty = ({ size }: ReadonlyMap<string, number>) => size === 0;

function answersAll<Words extends object>(answers: Answers<Words>, words: Words): boolean {
  return (Object.keys(answers) as (keyof Words)[]).every((word) => answers[word](words[word]));
}

/** Weights that are the same for all dyads. */
const fixedWeights: Answers<Weighting> = {
  salience: (rule) => rule === 'off',
  weighBy: (unit) => unit === 'issue',
  issueWeights: whatever,
  topicWeights: whatever,
  topicsAsked: whatever,
};

const countable: Answers<DyadSettings> = {
  distance: whatever,
  absent: whatever,
  dropsNeutral: whatever,
  countsUncast: whatever,
  weighs: unset,
  weighting: (weighting) => answersAll(fixedWeights, weighting),
};

/** Whether issues that are alike can be counted together: their weights are fixed, and positions are categories. */
export function isCountable(settings: DyadSettings, sides: readonly Side[]): boolean {
  return answersAll(countable, settings) && sides.every(({ means }) => means === undefined);
}

/** Weights of a record alone: one for all, as nobody's salience is coded there. */
const recordWeights: Answers<Weighting> = {
  ...fixedWeights,
  salience: whatever,
  issueWeights: empty,
  topicWeights: empty,
};

const recordSettings: Answers<DyadSettings> = {
  ...countable,
  weighting: (weighting) => answersAll(recordWeights, weighting),
};

/** What can be asked of the columns of a record without making issues of its roll calls. */
const recordFilter: Answers<SelectionFilter> = {
  topics: unset,
  issues: unset,
  from: whatever,
  to: whatever,
  minConfidence: whatever,
  rollCalls: whatever,
  withMemberships: whatever,
  accepts: whatever,
};

/** Of a question on a record, short of what is looked up of its selection and settings. */
const recordQuestion: Answers<Question> = {
  catalogs: whatever,
  sides: whatever,
  selection: whatever,
  settings: whatever,
  // The filter has the later period; the earlier one is a question of its own.
  versus: whatever,
};

/** Whether the votes of one record, each of the same weight, are all there is to compare. */
export function isRecordAlone({ catalogs, named, question, filter, settings }: LookedUp): boolean {
  return (
    catalogs.flatMap(({ rollCalls }) => rollCalls).length === 1 &&
    catalogs.every(({ issues }) => issues.length === 0) &&
    named.every(({ members, continued }) => members.length === 0 && continued === undefined) &&
    answersAll(recordQuestion, question) &&
    answersAll(recordFilter, filter) &&
    answersAll(recordSettings, settings)
  );
}
