import type { SameTexts } from '../../results/parts.ts';
import type { DriftResult } from '../../results/drift.ts';
import { askedPeriod } from '../kit/dates.ts';
import { counted, decimal, interval, signed } from '../kit/numbers.ts';

function moved(before: number, after: number): string {
  const [x, y] = [decimal(before), decimal(after)];
  if (x === y) return `stayed at ${x}`;
  return `${after > before ? 'rose' : 'fell'} from ${x} to ${y}`;
}

/** What changed on the texts that return, or that there is none. */
export function sameTextsSentence({ series, before, after, se }: SameTexts): string {
  return before === null || after === null
    ? 'No text was voted on in both periods: behaviour and agenda cannot be told apart.'
    : `On the ${counted(series, 'text')} that ${series === 1 ? 'returns' : 'return'} their agreement ${moved(before, after)}${se === null ? ', too few for a standard error' : ` (standard error ${decimal(se)})`}.`;
}

/** The same texts first, then all issues, then what the topics account for. */
export function driftWords({
  measure,
  before,
  after,
  agenda,
  behaviour,
  sameTexts,
}: DriftResult): readonly string[] {
  return [
    sameTextsSentence(sameTexts),
    `Over all issues ${measure} ${moved(before.value ?? 0, after.value ?? 0)}. By topic, another agenda accounts for ${signed(agenda, 2)} and another behaviour for ${signed(behaviour, 2)}, which still holds changes of agenda within topics.`,
  ];
}

/** `2016-01-01 to 2020-12-31`: value, interval, n. */
export function periodRow({
  from,
  to,
  n,
  value,
  low,
  high,
}: DriftResult['before']): readonly string[] {
  return [`${from} to ${to}`, String(n), decimal(value), interval(low, high)];
}

/** `yes → no`, or once where it did not change. */
export function voteWords({
  before,
  after,
}: {
  readonly before: string;
  readonly after: string;
}): string {
  return before === after ? before : `${before} → ${after}`;
}

/** What a drift is of. */
export function driftTitle({ countries: [a, b], measure, before, after }: DriftResult): string {
  return `${a.name} – ${b.name}: ${measure}, ${askedPeriod(before)} to ${askedPeriod(after)}`;
}
