import type { MoversResult } from '../../results/movers.ts';
import { joined } from '../kit/joined.ts';
import { count, counted, decimal } from '../kit/numbers.ts';
import { questionFlags } from '../kit/question-flags.ts';
import type { Renderable } from '../renderable.ts';

type Period = MoversResult['before'];

/** First and last year where the period is of whole ones, else first and last day. */
function endsOf({ from, to }: Period): readonly [first: string, last: string] {
  return from.endsWith('-01-01') && to.endsWith('-12-31')
    ? [from.slice(0, 4), to.slice(0, 4)]
    : [from, to];
}

/** `2016–2020`, `2025`, `2025-01-01–2025-06-30` */
export function spanWords(period: Period): string {
  return [...new Set(endsOf(period))].join('–');
}

/** `Who moved`, `China: who moved` */
export function titleWords({ country }: MoversResult): string {
  return country === null ? 'Who moved' : `${country.name}: who moved`;
}

/** The periods, and how many dyads were looked at. */
export function extentWords({ before, after, tested }: MoversResult): string {
  return joined([
    `${spanWords(before)} to ${spanWords(after)}`,
    `${count(before.votes)} and ${counted(after.votes, 'vote')}`,
    `${counted(tested, 'dyad')} tested`,
  ]);
}

/** What it takes to be listed, and what is not. */
export function ruleWords({ minEffect, moved, dyads, country }: MoversResult): readonly string[] {
  const rest = moved - dyads.length;
  return [
    `Agreement on the texts that return. A dyad is tested with 50 joint votes in each period and 10 such texts; it moved if its difference stands out (false discovery rate 10 %) and is, less 1.96 standard errors, at least ${decimal(minEffect)}.${country === null ? ' A country moved if most of its dyads did.' : ''}`,
    rest > 0 ? `${counted(rest, 'more dyad')} moved: at most three a country are listed.` : '',
  ].filter((words) => words !== '');
}

/** Where nothing did. */
export function nothingWords({ tested }: MoversResult): string {
  const none =
    tested === 1
      ? 'the one dyad tested does not differ'
      : `none of the ${counted(tested, 'dyad')} tested differs`;
  return `Nothing moved: ${none} by enough on the texts that return.`;
}

/** `China – Russia` */
export function pairWords({ names }: MoversResult, a: string, b: string): string {
  return `${names[a] ?? a} – ${names[b] ?? b}`;
}

/** What to ask next of the dyad that moved most. */
export function nextWords({ before, after, dyads, provenance }: Renderable['movers']): string {
  const [first] = dyads;
  if (!first) return '';
  const period = (each: Period) => [...new Set(endsOf(each))].join('..');
  const who = [first.a, first.b].map((code) => code.toLowerCase()).join(' ');
  return `Which votes changed: align drift ${who} --before ${period(before)} --after ${period(after)}${questionFlags(provenance)}`;
}
