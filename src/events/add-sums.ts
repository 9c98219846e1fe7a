import type { EventSums, SumsAsked, UnknownCode } from '../evidence/event-sums.ts';
import type { InteractionSum, PeriodTotal } from '../evidence/interaction-sums.ts';
import { answer } from './ask-sums.ts';
import type { CodeMeaning, CountryCodes } from './country-codes.ts';
import type { EventReading } from './columns.ts';
import type { Row } from './engine.ts';

/** Weight of a CAMEO code in thousandths; `undefined` for a code that is none. */
export type WeightOfCode = (code: string) => number | undefined;

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** What the rows of an answer come to. */
export interface Added extends Pick<EventSums, 'sums' | 'unknown'> {
  /** Events whose weight cannot be told; they are in no sum. */
  readonly unweighted: number;
}

interface PeriodSums {
  readonly name: string;
  readonly sums: Map<number, Writable<InteractionSum>>;
}

const number = (value: Row[string] | undefined): number => Number(value ?? 0);

/** `2020`, or `2020-03` of `202003`. */
function periodName(period: number, by: SumsAsked['by']): string {
  const digits = String(period);
  return by === 'year' ? digits.padStart(4, '0') : `${digits.slice(0, -2)}-${digits.slice(-2)}`;
}

function compare(x: string, y: string): number {
  return x === y ? 0 : x < y ? -1 : 1;
}

const amountNames = ['n', 'cooperative', 'conflictual', 'positive', 'negative', 'squares'] as const;

/** Roots of CAMEO have two digits. */
const mostRoots = 100;

/** A row of an answer, as far as sums go; without weights in the table all its events weigh as their code. */
function amountsOf(row: Row, weightOf: WeightOfCode | undefined) {
  const n = number(row[answer.n]);
  if (!weightOf) {
    const [weights, sizes] = [number(row[answer.weights]), number(row[answer.sizes])];
    return {
      n: number(row[answer.weighted]),
      cooperative: number(row[answer.cooperative]),
      conflictual: number(row[answer.conflictual]),
      positive: (sizes + weights) / 2,
      negative: (sizes - weights) / 2,
      squares: number(row[answer.squares]),
    };
  }
  const weight = weightOf(String(row[answer.code] ?? ''));
  if (weight === undefined)
    return { n: 0, cooperative: 0, conflictual: 0, positive: 0, negative: 0, squares: 0 };
  return {
    n,
    cooperative: weight > 0 ? n : 0,
    conflictual: weight < 0 ? n : 0,
    positive: weight > 0 ? weight * n : 0,
    negative: weight < 0 ? -weight * n : 0,
    squares: weight * weight * n,
  };
}

function rootOf(row: Row, { roots }: SumsAsked): string | undefined {
  const code = row[answer.code];
  return roots && typeof code === 'string' && /^\d\d/.test(code) ? code.slice(0, 2) : undefined;
}

function* inOrder<T>(byNumber: ReadonlyMap<number, T>): Generator<T, undefined, undefined> {
  for (const key of Float64Array.from(byNumber.keys()).sort()) yield byNumber.get(key)!;
}

/**
 * Sums of countries from rows of codes. Several codes of one country are one; events between codes of one
 * country, and with what is no state, are left out.
 *
 * @param weightOf where the table has no weights of its own
 */
export function addSums(
  rows: Iterable<Row>,
  asked: SumsAsked,
  codes: CountryCodes,
  nobody: EventReading['nobody'],
  weightOf?: WeightOfCode,
): Added {
  const places = new Map(codes.countries.map((code, place) => [code, place]));
  const size = codes.countries.length;
  const unknown = new Map<string, number>();
  let unweighted = 0;
  const known = new Map<string, Map<number, CodeMeaning>>();
  /** Of a code in a year; 0 stands for none. */
  const meaningOf = (code: string, year: number): CodeMeaning => {
    let years = known.get(code);
    if (!years) known.set(code, (years = new Map()));
    const meaning = years.get(year);
    if (meaning || years.has(year)) return meaning;
    const found = codes.meaningOf(code, year === 0 ? undefined : year);
    years.set(year, found);
    return found;
  };
  // By period, and by whole numbers that are in the order of the sums: small ones, as there may be millions.
  const periods = new Map<number, PeriodSums>();
  for (const row of rows) {
    const [actor, target] = [String(row[answer.actor]), String(row[answer.target])];
    if (nobody.has(actor) || nobody.has(target)) continue;
    const period = number(row[answer.period]);
    const year = asked.by === 'year' ? period : Math.floor(period / 100);
    const [a, b] = [meaningOf(actor, year), meaningOf(target, year)];
    const n = number(row[answer.n]);
    if (!a) unknown.set(actor, (unknown.get(actor) ?? 0) + n);
    if (!b) unknown.set(target, (unknown.get(target) ?? 0) + n);
    if (a?.kind !== 'country' || b?.kind !== 'country' || a.code === b.code || period === 0)
      continue;
    const amounts = amountsOf(row, weightOf);
    unweighted += n - amounts.n;
    if (amounts.n === 0) continue;
    const root = rootOf(row, asked);
    const pair = places.get(a.code)! * size + places.get(b.code)!;
    const key = pair * mostRoots + (root === undefined ? 0 : Number(root));
    let ofPeriod = periods.get(period);
    if (!ofPeriod) {
      ofPeriod = { name: periodName(period, asked.by), sums: new Map() };
      periods.set(period, ofPeriod);
    }
    const sum = ofPeriod.sums.get(key);
    if (sum) for (const what of amountNames) sum[what] += amounts[what];
    else {
      const first: Writable<InteractionSum> = {
        actor: a.code,
        target: b.code,
        period: ofPeriod.name,
        // One by one, as spreading them takes seconds where there are millions.
        n: amounts.n,
        cooperative: amounts.cooperative,
        conflictual: amounts.conflictual,
        positive: amounts.positive,
        negative: amounts.negative,
        squares: amounts.squares,
      };
      if (root !== undefined) first.root = root;
      ofPeriod.sums.set(key, first);
    }
  }
  const sums: InteractionSum[] = [];
  for (const ofPeriod of inOrder(periods)) for (const sum of inOrder(ofPeriod.sums)) sums.push(sum);
  return {
    sums,
    unknown: [...unknown]
      .map(([code, n]): UnknownCode => ({ code, n }))
      .sort((x, y) => y.n - x.n || compare(x.code, y.code)),
    unweighted,
  };
}

/** Events of each period in order, and how many have no day. */
export function addTotals(
  rows: Iterable<Row>,
  by: SumsAsked['by'],
): { readonly totals: readonly PeriodTotal[]; readonly undated: number } {
  const totals: PeriodTotal[] = [];
  let undated = 0;
  for (const row of rows) {
    const n = number(row[answer.n]);
    const period = row[answer.period];
    if (period === null) undated += n;
    else totals.push({ period: periodName(number(period), by), n });
  }
  return { totals: totals.sort((x, y) => compare(x.period, y.period)), undated };
}
