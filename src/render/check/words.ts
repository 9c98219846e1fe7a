import { periodWords } from '../kit/dates.ts';
import { joined } from '../kit/joined.ts';
import { apart, counted, decimal, interval, signed } from '../kit/numbers.ts';
import { dateWords } from '../kit/wording.ts';
import { assertionFlags } from '../kit/question-flags.ts';
import { causeLines, sinceWords } from './since-words.ts';
import { breaksDoubt, breaksWords, driftDoubt, periodCommand } from './period-words.ts';
import type { AssertionResult, CheckResult } from '../../results/check.ts';
import type { Renderable } from '../renderable.ts';

/** Words for the outcome of a check, the same in every format. */

export const statusWords: Readonly<Record<AssertionResult['status'], string>> = {
  passed: 'passed',
  failed: 'failed',
  missing: 'no evidence',
  skipped: 'skipped',
};

function selectionWords({ question }: AssertionResult): string {
  const { topic, issue, from, to, session, resolution, important } = question;
  const [first, last] = session ?? [];
  return joined(
    [
      topic ? `on ${topic.join(' or ')}` : '',
      issue ? `on ${issue.join(', ')}` : '',
      resolution === undefined ? '' : `on ${resolution}`,
      important ? 'on important votes' : '',
      first === undefined ? '' : `in session ${first === last ? first : `${first}–${last}`}`,
      from !== undefined && to !== undefined
        ? dateWords(`${from}/${to}`)
        : from !== undefined
          ? `since ${from}`
          : to === undefined
            ? ''
            : `until ${to}`,
    ],
    ' ',
  );
}

/** `China – Russia on sanctions since 2015` */
export function subjectWords(assertion: AssertionResult): string {
  const { bloc, countries, dyads } = assertion;
  const who = bloc?.name ?? countries.map(({ name }) => name).join(dyads.length > 0 ? ', ' : ' – ');
  return joined([who, selectionWords(assertion)], ' ');
}

/** Quantities that are numbers of something. */
function isCount({ quantity }: AssertionResult): boolean {
  return quantity === 'coverage' || quantity === 'breaks';
}

function bound(assertion: AssertionResult, limit: number): string {
  if (isCount(assertion)) return String(limit);
  const digits = digitsOf(limit);
  return assertion.quantity === 'drift' ? signed(limit, digits) : decimal(limit, digits);
}

/** As many decimals as the limit was written with, at least two. */
function digitsOf(limit: number): number {
  return Math.min(6, Math.max(2, (/\.(\d+)$/.exec(String(limit))?.[1] ?? '').length));
}

/** `at least 0.80`, `between 0.40 and 0.60` */
export function expectedWords(assertion: AssertionResult): string {
  const { atLeast, atMost } = assertion.expected;
  if (atLeast !== undefined && atMost !== undefined)
    return `between ${bound(assertion, atLeast)} and ${bound(assertion, atMost)}`;
  return atLeast === undefined
    ? `at most ${bound(assertion, atMost ?? 0)}`
    : `at least ${bound(assertion, atLeast)}`;
}

/** Written with as many decimals as it takes to tell it from the limit it breaks. */
function value({ status, expected }: AssertionResult, number: number): string {
  if (status !== 'failed') return decimal(number);
  const { atLeast = -Infinity, atMost = Infinity } = expected;
  return apart(number, number < atLeast ? atLeast : atMost);
}

const absenceWords: Readonly<Partial<Record<AssertionResult['quantity'], string>>> = {
  change: 'no comparison',
  drift: 'no comparison',
  breaks: 'no years to compare',
};

/** `agreement 0.86`, `148 joint issues`, `changed by 0.06`, `same texts −0.10`, `2 breaks of behaviour` */
export function actualWords(assertion: AssertionResult): string {
  const { quantity, measure, actual, drift, breaks } = assertion;
  if (actual === null) return absenceWords[quantity] ?? `no ${measure}`;
  if (quantity === 'coverage') return counted(actual, 'joint issue');
  if (breaks) return breaksWords(actual, breaks);
  if (quantity === 'change') return `changed by ${value(assertion, actual)}`;
  if (quantity === 'score') return `${measure} ${value(assertion, actual)}`;
  const moved = `${actual > 0 ? '+' : ''}${value(assertion, actual)}`;
  return drift?.of === 'score' ? `${measure} ${moved}` : `same texts ${moved}`;
}

/** The dyad that decided, where the assertion has several. */
export function decider({ decidedBy, dyads }: AssertionResult): string {
  return decidedBy && dyads.length > 0 ? decidedBy.map(({ name }) => name).join(' – ') : '';
}

function doubt({
  quantity,
  actual,
  score,
  measure,
  low,
  high,
  n,
  period,
  baseline,
  drift,
  breaks,
  reason,
}: AssertionResult) {
  if (actual === null) return `(${reason ?? 'undefined'})`;
  const evidence = [
    interval(low, high),
    counted(n, 'joint issue'),
    period === null ? '' : periodWords(period),
  ].filter((part) => part !== '');
  if (quantity === 'coverage') return '';
  if (drift) return driftDoubt(drift);
  if (breaks) return breaksDoubt(breaks);
  if (quantity === 'score') return `(${evidence.join(', ')})`;
  return `(${measure} ${decimal(score)}, baseline ${decimal(baseline?.value ?? null)})`;
}

/** What was found and what was expected, in a sentence; the policy's own words come first when it fails. */
export function messageWords(assertion: AssertionResult): string {
  const { dyads, status, note } = assertion;
  const broken = dyads.filter(({ passed }) => passed === false).length;
  const found = joined([decider(assertion), actualWords(assertion), doubt(assertion)], ' ');
  const sentence = joined(
    [
      `${subjectWords(assertion)}: ${found}`,
      `expected ${expectedWords(assertion)}${dyads.length > 0 ? ' of every dyad' : ''}`,
      broken > 0 && dyads.length > 0 ? `${broken} of ${counted(dyads.length, 'dyad')} failed` : '',
    ],
    ', ',
  );
  const failed = status === 'failed' || status === 'missing';
  return failed && note !== null ? `${note.replace(/\.$/, '')}: ${sentence}` : sentence;
}

function missingHint(assertion: AssertionResult, policy: string): string {
  const { coverage, decidedBy, quantity, n, status } = assertion;
  if (quantity === 'change' && n > 0) return `align check --update-baseline ${policy} records one`;
  if (quantity === 'drift' || quantity === 'breaks')
    return `widen the periods or the selection${status === 'missing' ? ', or set allowMissing' : ''}`;
  const [a, b] = decidedBy ?? [];
  const lacking = coverage && [a, b].filter((_, i) => (i === 0 ? coverage.a : coverage.b) === 0);
  const others = lacking?.length ? 'name sides that have some (align list countries), ' : '';
  const why =
    coverage && a && b
      ? `of ${counted(coverage.issues, 'issue')} in the selection, ${a.name} has a position on ${coverage.a} and ${b.name} on ${coverage.b}; `
      : '';
  return `${why}${others}widen the selection${status === 'missing' ? ', or set allowMissing' : ''}`;
}

const excessWords = {
  score: ['low', 'high'],
  coverage: ['few', 'many'],
  change: ['little', 'much'],
  drift: ['low', 'high'],
  breaks: ['few', 'many'],
} as const;

/** How far off it is and which issue to look at, or what to do; `null` where there is nothing to say. */
export function hintWords(assertion: AssertionResult, check: Renderable['check']): string | null {
  const { status, actual, off, expected, lookAt, decidedBy, coverage, quantity, low, high } =
    assertion;
  const { question, since } = assertion;
  if (status === 'missing' || status === 'skipped')
    return missingHint(assertion, check.policy.file);
  const [a, b] = decidedBy ?? [];
  if (status === 'passed') {
    const { atLeast = -Infinity, atMost = Infinity } = expected;
    return quantity === 'score' && low !== null && high !== null && (low < atLeast || high > atMost)
      ? 'the interval reaches past the limit: the evidence does not settle it'
      : null;
  }
  if (actual === null || off === null || !a || !b) return null;
  const short = actual < (expected.atLeast ?? -Infinity);
  const amount = isCount(assertion) ? String(off) : apart(off, 0);
  const parts = [`${amount} too ${excessWords[quantity][short ? 0 : 1]}`];
  if (quantity === 'coverage' && coverage)
    parts.push(
      `of ${counted(coverage.issues, 'issue')}, ${a.name} has a position on ${coverage.a} and ${b.name} on ${coverage.b}`,
    );
  if (quantity === 'drift' || quantity === 'breaks') parts.push(periodCommand(assertion, check));
  if (since) parts.push(sinceWords(since));
  if (lookAt)
    parts.push(
      `without “${lookAt.title}” the score would be ${decimal(lookAt.without)}`,
      `align explain ${a.code.toLowerCase()} ${b.code.toLowerCase()} ${lookAt.issue}${assertionFlags(question, check)}`,
    );
  return parts.join('; ');
}

/** What was found, and on lines of their own what to look at and what changed, where there is anything. */
export function messageLines(
  assertion: AssertionResult,
  check: Renderable['check'],
): readonly string[] {
  const hint = hintWords(assertion, check);
  return [messageWords(assertion), ...(hint === null ? [] : [hint]), ...causeLines(assertion)];
}

/** `6 assertions · 4 passed · 1 failed · 1 no evidence` */
export function tallyWords({ assertions, passed, failed, missing, skipped }: CheckResult): string {
  return joined([
    counted(assertions.length, 'assertion'),
    `${passed - skipped} passed`,
    failed > missing ? `${failed - missing} failed` : '',
    missing > 0 ? `${missing} without evidence` : '',
    skipped > 0 ? `${skipped} skipped` : '',
  ]);
}
