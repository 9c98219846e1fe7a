import type { TrendBreak, TrendResult } from '../../results/trend.ts';
import { counted, decimal, signed } from '../kit/numbers.ts';

const kinds: Readonly<Record<TrendBreak['kind'], string>> = {
  behaviour: 'another behaviour',
  agenda: 'another agenda',
  unknown: 'behaviour or agenda, which cannot be told',
};

/** What changed with a year, and how that is told. */
export function breakWords({ period, kind, before, after, sameTexts }: TrendBreak): string {
  const { series, difference, se } = sameTexts;
  const means = `mean agreement ${decimal(before)} before, ${decimal(after)} since`;
  const texts =
    difference === null
      ? 'no text was voted on before and since'
      : `on ${counted(series, 'same text')} ${signed(difference, 2)}${se === null ? '' : ` (standard error ${decimal(se)})`}`;
  return `${period}: ${kinds[kind]}; ${means}; ${texts}`;
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
  const unit = by === 'window' ? 'years, moving' : by;
  return countries.length === 1
    ? `Share of returning texts on which the vote is what it was the time before, by ${unit}`
    : `${measure}, by ${unit}`;
}

/** The dyads of a trend, in its order. */
export function dyadsOf({
  points,
}: TrendResult): readonly (readonly [a: string, b: string | null])[] {
  return [...new Map(points.map(({ a, b }) => [`${a} ${b}`, [a, b] as const])).values()];
}
