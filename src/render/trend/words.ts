import { isCooperation } from '../../measures/cooperation.ts';
import type { TrendBreak, TrendResult } from '../../results/trend.ts';
import type { TrendUnit } from '../../results/vocabulary.ts';
import { placeOf } from '../kit/charts/place-of-period.ts';
import { counted, decimal, signed } from '../kit/numbers.ts';

/** What points are of, and how breaks of theirs are told. */
const terms = {
  positions: {
    evidence: 'issues',
    mean: 'mean agreement',
    yearlyMean: 'mean of yearly agreement',
    figure: decimal,
    unknown: 'behaviour or agenda, which cannot be told',
    lines:
      'Upright lines are breaks: solid for another behaviour, dashed for another agenda, dotted where neither can be told.',
  },
  interactions: {
    evidence: 'interactions',
    mean: 'mean Goldstein',
    yearlyMean: 'yearly mean Goldstein weight',
    figure: signed,
    unknown: 'behaviour or coverage, which cannot be told',
    lines: 'Dotted upright lines are breaks.',
  },
} as const;

type Measured = Pick<TrendResult, 'measure'>;

/** The words for a trend, by what it is of. */
export function termsOf({ measure }: Measured) {
  return terms[isCooperation(measure) ? 'interactions' : 'positions'];
}

function kindWords(trend: Measured, kind: TrendBreak['kind']): string {
  return kind === 'unknown' ? termsOf(trend).unknown : `another ${kind}`;
}

/** In a word or two, for a column. */
export const shortKinds: Readonly<Record<TrendBreak['kind'], string>> = {
  behaviour: 'behaviour',
  agenda: 'agenda',
  unknown: 'cannot be told',
};

function textWords({ sameTexts: { series, difference, se } }: TrendBreak): string {
  if (difference === null) return 'no text was voted on before and since';
  const error = se === null ? '' : ` (standard error ${decimal(se)})`;
  return `on ${counted(series, 'same text')} ${signed(difference, 2)}${error}`;
}

/** What changed with a year, and how that is told. */
export function breakWords(trend: Measured, each: TrendBreak): string {
  const { mean, figure } = termsOf(trend);
  return [
    `${each.period}: ${kindWords(trend, each.kind)}`,
    `${mean} ${figure(each.before)} before, ${figure(each.after)} since`,
    ...(isCooperation(trend.measure) ? [] : [textWords(each)]),
  ].join('; ');
}

/** What changed with a year, as short as below a chart. */
export function shortBreakWords(
  trend: Measured,
  { period, kind, before, after }: TrendBreak,
): string {
  const { mean, figure } = termsOf(trend);
  return `${period}: ${kindWords(trend, kind)}; ${mean} ${figure(before)} → ${figure(after)}`;
}

/** The names of a dyad of a trend, or of one side and its past. */
export function pairWords(
  { countries }: Pick<TrendResult, 'countries'>,
  a: string,
  b: string | null,
): string {
  const name = (code: string) => countries.find((each) => each.code === code)?.name ?? code;
  return b === null ? `${name(a)} and its own past` : `${name(a)} – ${name(b)}`;
}

/** What the points are. */
export function pointWords({ by, measure, countries }: TrendResult): string {
  const unit = unitWords[by];
  if (isCooperation(measure)) return `Mean Goldstein weight of interactions by ${unit}`;
  return countries.length === 1
    ? `Share of returning texts on which the vote is what it was the time before, by ${unit}`
    : `${measure} by ${unit}`;
}

/** Whether breaks, which are of agreement or of cooperation, are of what the points are. */
export function breaksAreOfPoints({ measure }: Pick<TrendResult, 'measure'>): boolean {
  return measure === 'agreement' || isCooperation(measure);
}

/** What a point is of. */
export const unitWords: Readonly<Record<TrendUnit, string>> = {
  year: 'year',
  session: 'session',
  window: 'window of years',
};

/** How many breaks a dyad has, or why none is looked for. */
export function breaksInWords(trend: TrendResult, dyad: DyadOfTrend): string {
  const { by, breaks, overall } = trend;
  const [, other] = dyad;
  if (other === null) return 'Breaks are looked for between two sides only.';
  if (by !== 'year') return 'Breaks are looked for by year only.';
  const reason = overall.find(isOf(dyad))?.breaksReason;
  if (reason !== undefined) return `Breaks are not looked for: ${reason}.`;
  const n = breaks.filter(isOf(dyad)).length;
  const { yearlyMean } = termsOf(trend);
  return n === 0
    ? `No break: in no year does the ${yearlyMean} become another.`
    : `${counted(n, 'break')}, with which the ${yearlyMean} becomes another:`;
}

/** The first period of a trend and the last. */
export function spanWords({ points }: TrendResult): string {
  const periods = points.map(({ period }) => period).sort((x, y) => placeOf(x) - placeOf(y));
  const [first = '', last = first] = [periods[0], periods.at(-1)];
  return first === last ? first : `${first} to ${last}`;
}

/** What a trend is of, with all that it compares. */
export function trendTitle(trend: TrendResult): string {
  const [first, ...others] = trend.countries.map(({ name }) => name);
  const [a = '', b = null] = trend.countries.map(({ code }) => code);
  return others.length > 1
    ? `${first} with ${others.join(', ')}: ${pointWords(trend)}`
    : `${pairWords(trend, a, b)}: ${lowered(pointWords(trend))}`;
}

/** Text as it begins a sentence. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function lowered(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** Two sides of a trend by their codes, or one and its past. */
export type DyadOfTrend = readonly [a: string, b: string | null];

/** Whether a part of a trend is of these two. */
export const isOf =
  ([first, second]: DyadOfTrend) =>
  ({ a, b }: { readonly a: string; readonly b: string | null }): boolean =>
    a === first && b === second;

/** The dyads of a trend, in its order. */
export function dyadsOf({ points }: TrendResult): readonly DyadOfTrend[] {
  return [...new Map(points.map(({ a, b }) => [`${a} ${b}`, [a, b] as const])).values()];
}
