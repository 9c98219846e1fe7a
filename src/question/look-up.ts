import type { ScoreSettings } from './score-settings.ts';
import type { Evidence, SelectionFilter } from '../evidence/evidence.ts';
import type { EventSums, SumsAsked } from '../evidence/event-sums.ts';
import { countriesOf, type Side } from '../evidence/side.ts';
import type { SumsRequest } from '../events/gather-sums.ts';
import type { Library } from './library.ts';
import type { Question } from './question.ts';
import { filterOf, settingsOf } from './settings.ts';
import { refuseOneRow, refuseSameSide, refuseUnknownWeights } from './refusals.ts';
import { type NamedSide, sideOf } from './sides.ts';

/** A question whose sides and settings are known, before there is evidence. */
export interface LookedUp extends Pick<Library, 'catalogs'> {
  readonly question: Question;
  readonly library: Library;
  /** In the order named. */
  readonly named: readonly NamedSide[];
  readonly settings: ScoreSettings;
  /** The selection, with what a convention makes of it. */
  readonly filter: SelectionFilter;
}

/** A question with all that an analysis needs to answer it. */
export interface OpenedQuestion extends LookedUp {
  readonly evidence: Evidence;
  /** In the order named. */
  readonly sides: readonly Side[];
}

/**
 * Looks up what a question names, short of evidence. For questions that have a faster way to it than
 * `gatherEvidence`.
 *
 * @throws UserError (usage) for names and settings that do not exist or do not go together, or for one side
 *   named twice; (input) for weights that cannot be used
 */
export async function lookUpIn(library: Library, question: Question): Promise<LookedUp> {
  const settings = await settingsOf(question, library);
  const filter = filterOf(question);
  const named = question.sides.map((side) => library.find(side, filter.to));
  refuseSameSide(named);
  return { question, library, catalogs: library.catalogs, named, settings, filter };
}

function requestOf({ named, filter: { from, to } }: LookedUp, asked: SumsAsked): SumsRequest {
  const sides = named.map(({ code, members }) => countriesOf({ code, members }));
  return { asked, from, to, sides };
}

/** The evidence with sums; what is worked out of it when it is asked for still is. */
function withSums(evidence: Evidence, eventSums: readonly EventSums[]): Evidence {
  if (eventSums.length === 0) return evidence;
  return Object.defineProperties({} as Evidence, {
    ...Object.getOwnPropertyDescriptors(evidence),
    eventSums: { value: eventSums, enumerable: true },
  });
}

/**
 * Gathers the evidence of a question.
 *
 * @param sums how interactions of the sides are added up by the catalogs’ sources of events; left out, they are
 *   not asked
 * @throws UserError (usage) for topics, issues or weights of issues that no catalog has, and for two sides
 *   that are one row of a record
 */
export async function gatherEvidence(asked: LookedUp, sums?: SumsAsked): Promise<OpenedQuestion> {
  const { question, library, named, settings, filter } = asked;
  const evidence = sums
    ? withSums(await library.gather(filter), await library.sums(requestOf(asked, sums)))
    : await library.gather(filter);
  refuseOneRow(evidence, named);
  await refuseUnknownWeights(settings.weighting, library, evidence);
  const sides = named.map((side) => sideOf(evidence, side, question.settings.blocPosition));
  return { ...asked, evidence, sides };
}

/**
 * Opens a question in catalogs that are open: everything that can be wrong with it is refused here.
 *
 * @throws UserError, as `lookUpIn` and `gatherEvidence`
 */
export async function openQuestionIn(
  library: Library,
  question: Question,
  sums?: SumsAsked,
): Promise<OpenedQuestion> {
  return gatherEvidence(await lookUpIn(library, question), sums);
}
