import { type Convention, conventions } from './conventions.ts';
import { defaultSettings, type ScoreSettings } from './score-settings.ts';
import { dayAfter } from '../catalog/dates.ts';
import { hintFor } from '../catalog/nearest.ts';
import { UserError } from '../errors.ts';
import type { SelectionFilter } from '../evidence/evidence.ts';
import { cooperation } from '../measures/cooperation.ts';
import type { DyadicMeasure, MeasureChoice } from '../measures/measure.ts';
import { findMeasure, measures } from '../measures/registry.ts';
import type { Distance } from '../results/vocabulary.ts';
import type { Library } from './library.ts';
import type { Question, SelectionWords, SettingsWords, VersusWords } from './question.ts';

/** Something in the words of a question that does not exist, or does not go with the rest. */
export interface Objection {
  /** The word it is about. */
  readonly key: 'measure' | 'convention' | 'distance' | 'to' | 'versus';
  /** Stable name of the rule. */
  readonly code: string;
  readonly message: string;
  readonly hint: string;
}

/** What is asked for in vain where it may be expected, and why. */
const elsewhere: ReadonlyMap<string, string> = new Map([
  [
    'state-2021',
    'the scores of the State Department’s 2021 report do not follow from its own counts',
  ],
  [
    cooperation.id,
    'it is of interactions: align matrix, rank and trend measure it, and scores have interactions beside them',
  ],
]);

/** Measures and conventions that do not exist. */
export function* unknownIds({ convention, measure }: SettingsWords): Generator<Objection> {
  for (const [key, id, known] of [
    ['convention', convention, conventions],
    ['measure', measure, measures],
  ] as const) {
    const ids = known.map((each) => each.id);
    if (id !== undefined && !ids.includes(id))
      yield {
        key,
        code: `unknown-${key}`,
        message: `no ${key} is called "${id}"`,
        hint: elsewhere.get(id) ?? hintFor(id, ids),
      };
  }
}

/** A distance that the measure cannot be taken with, and periods that end before they begin or overlap. */
export function* contradictions(
  words: SettingsWords & Pick<SelectionWords, 'from' | 'to'> & VersusWords,
): Generator<Objection> {
  const { distance, from, to, versus } = words;
  const { id, distances = [] } = findMeasure(measureOf(words)) ?? {};
  if (id !== undefined && distance !== undefined && !distances.includes(distance))
    yield {
      key: 'distance',
      code: 'no-distance',
      message: `${id} takes no ${distances.length > 0 ? `${distance} ` : ''}distance`,
      hint:
        distances.length > 0
          ? `it can be taken with ${distances.join(', ')}`
          : 'leave the distance out',
    };
  if (from !== undefined && to !== undefined && from > to)
    yield {
      key: 'to',
      code: 'date-order',
      message: `the selection begins on ${from}, after its end on ${to}`,
      hint: 'swap "from" and "to"',
    };
  if (versus && (versus.to >= (from ?? '9999') || versus.to >= (to ?? '9999')))
    yield {
      key: 'versus',
      code: 'versus-order',
      message: `the period to compare with, ${versus.from} to ${versus.to}, does not end before the one asked for`,
      hint: 'the earlier period stands after --versus, the later one after --from and --to',
    };
}

/** Id of the measure that a question is put in. */
export function measureOf({ measure, convention }: SettingsWords): string {
  return measure ?? findConvention(convention)?.measure ?? defaultSettings.headline.measure.id;
}

function findConvention(id: string | undefined): Convention | undefined {
  return conventions.find((each) => each.id === id);
}

function measureCalled(id: string): DyadicMeasure {
  const measure = findMeasure(id);
  if (!measure) throw new Error(`no measure ${id}`);
  return measure;
}

/** With the distance asked for, or the measure's own where it cannot be taken with that one. */
function withDistance(id: string, distance: Distance): MeasureChoice {
  const measure = measureCalled(id);
  const own = measure.distances[0];
  const takesIt = own === undefined || measure.distances.includes(distance);
  return { measure, distance: takesIt ? distance : own };
}

/**
 * The selection of a question with its convention's own rules on which roll calls count, and of the later
 * period where it is compared with an earlier one.
 */
export function filterOf({ selection: asked, settings, versus }: Question): SelectionFilter {
  const selection = versus ? { from: dayAfter(versus.to), ...asked } : asked;
  const convention = findConvention(settings.convention);
  if (!convention) return selection;
  return {
    ...selection,
    rollCalls: { ...selection.rollCalls, ...convention.rollCalls },
    ...(convention.accepts ? { accepts: convention.accepts } : {}),
  };
}

/** @throws UserError (usage) for an unknown measure or convention, or words that contradict each other */
export function refuseWords({ settings: words, selection: { from, to }, versus }: Question): void {
  for (const { message, hint } of [
    ...unknownIds(words),
    ...contradictions({ ...words, from, to, versus }),
  ])
    throw new UserError(message, { hint });
}

/**
 * The settings of a score; a convention presets what is not asked for.
 *
 * @throws UserError (usage) for an unknown measure or convention, or words that contradict each other; (input)
 *   for weights that cannot be read
 */
export async function settingsOf(
  question: Question,
  { goldstein, readWeights }: Pick<Library, 'goldstein' | 'readWeights'>,
): Promise<ScoreSettings> {
  refuseWords(question);
  const {
    settings: words,
    selection: { topics },
  } = question;
  const convention = findConvention(words.convention);
  const distance = words.distance ?? convention?.distance ?? defaultSettings.distance;
  const given =
    words.weights === undefined ? defaultSettings.weighting : await readWeights(words.weights);
  return {
    headline: withDistance(measureOf(words), distance),
    beside: words.beside.map((id) => withDistance(id, distance)),
    distance,
    absent: words.absent ?? convention?.absent ?? defaultSettings.absent,
    weighting: {
      ...given,
      salience: words.salience ?? given.salience,
      weighBy: words.weighBy ?? given.weighBy,
      ...(topics ? { topicsAsked: topics } : {}),
    },
    dropsNeutral: convention?.dropsNeutral ?? false,
    undefinedAsZero: convention?.undefinedAsZero ?? false,
    ...(convention?.countsUncast ? { countsUncast: true } : {}),
    ...(convention?.weighs ? { weighs: convention.weighs } : {}),
    cluster: words.cluster ?? defaultSettings.cluster,
    goldstein,
  };
}
