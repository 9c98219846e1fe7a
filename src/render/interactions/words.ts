import type { InteractionBreak, InteractionsResult } from '../../results/interactions.ts';
import type { Direction } from '../../results/vocabulary.ts';
import { count, counted, finePercent, signed } from '../kit/numbers.ts';

/** Between whom. */
export function interactionsTitle({
  countries: [a, b],
}: Pick<InteractionsResult, 'countries'>): string {
  return b ? `${a.name} – ${b.name}` : `${a.name} with all others`;
}

/** `+3.2 to +4.9`, or nothing where there is no interval. */
export function weightInterval(low: number | null, high: number | null): string {
  return low === null || high === null ? '' : `${signed(low)} to ${signed(high)}`;
}

/** Who acted, as a row of its own. */
export function directionWords({
  countries: [a, b],
}: Pick<InteractionsResult, 'countries'>): Readonly<Record<Direction, string>> {
  const other = b?.name ?? 'others';
  return {
    mutual: b ? 'Both together' : `${a.name} with others`,
    'a-to-b': `${a.name} towards ${other}`,
    'b-to-a': b ? `${b.name} towards ${a.name}` : `Others towards ${a.name}`,
  };
}

/** Who acted, beside an event. */
export function actorWords(
  { countries: [a, b] }: Pick<InteractionsResult, 'countries'>,
  direction: Direction,
): string {
  if (direction === 'mutual') return 'both';
  return direction === 'a-to-b' ? a.name : (b?.name ?? 'others');
}

/** How many, of how many, and what they amount to. */
export function totalWords({ total }: Pick<InteractionsResult, 'total'>): readonly string[] {
  const { n, of, share, cooperative, conflictual, meanGoldstein, low, high, net } = total;
  const inside = weightInterval(low, high);
  return [
    `${count(n)} of ${counted(of, 'interaction')} (${finePercent(share)})`,
    `${count(cooperative)} cooperative`,
    `${count(conflictual)} conflictual`,
    `mean Goldstein ${signed(meanGoldstein)}${inside && ` (95 % ${inside})`}`,
    `net ${signed(net)}`,
  ];
}

/** What periods are. */
export function periodUnit({ by }: Pick<InteractionsResult, 'by'>): 'year' | 'month' {
  return by === 'month' ? 'month' : 'year';
}

function segmentWords({ n, meanGoldstein, low, high }: InteractionBreak['before']): string {
  const inside = weightInterval(low, high);
  return `${signed(meanGoldstein)} (${counted(n, 'interaction')}${inside && `, 95 % ${inside}`})`;
}

const years = ({ from, to }: InteractionBreak['before']) => (from === to ? from : `${from}–${to}`);

/** What changed with a year. */
export function breakWords({ period, before, after }: InteractionBreak): string {
  return `${period}: mean Goldstein ${segmentWords(before)} in ${years(before)}, ${segmentWords(after)} in ${years(after)}`;
}

/** The same, as short as below a chart. */
export function shortBreakWords({ period, before, after }: InteractionBreak): string {
  return `${period}: mean Goldstein ${signed(before.meanGoldstein)} → ${signed(after.meanGoldstein)}`;
}

/** How many breaks there are, or why none is looked for. */
export function breaksInWords({
  breaks,
  breaksReason = '',
}: Pick<InteractionsResult, 'breaks' | 'breaksReason'>): string {
  if (breaks === null) return `Breaks are not looked for: ${breaksReason}.`;
  return breaks.length === 0
    ? 'No break: in no year does the yearly mean Goldstein become another.'
    : `${counted(breaks.length, 'break')} of the yearly mean Goldstein:`;
}
