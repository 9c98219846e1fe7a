import type { ThenAndNow, VersusPeriod, VersusResult } from '../../results/versus.ts';
import { sameTextsSentence } from '../drift/words.ts';
import { askedPeriod, shortDate } from '../kit/dates.ts';
import { counted, decimal, signed } from '../kit/numbers.ts';
import { measureSymbols } from '../kit/wording.ts';

/** `2013–2019`, or `since 2020` where it has no last day. */
export function versusPeriodWords({ from, to }: Pick<VersusPeriod, 'from' | 'to'>): string {
  if (to !== null) return askedPeriod({ from, to });
  return `since ${from.endsWith('-01-01') ? from.slice(0, 4) : shortDate(from)}`;
}

/** Whether intervals have a value in common; nothing where one is missing. */
export function overlapWord({ overlap }: Pick<ThenAndNow, 'overlap'>): string {
  if (overlap === null) return '';
  return overlap ? 'overlap' : 'apart';
}

/** A row of the table: what the two values are of. */
export interface VersusRow extends ThenAndNow {
  readonly group: 'alignment' | 'measure' | 'catalog' | 'topic';
  readonly id: string;
  readonly title: string;
}

/** The headline, the measures beside it, catalogs where there are several, and topics. */
export function rowsOf({ measure, ...result }: VersusResult): readonly VersusRow[] {
  const { alignment, measures, catalogs, topics } = result;
  return [
    {
      ...alignment,
      group: 'alignment',
      id: measure,
      title: measure === 'agreement' ? 'Alignment' : (measureSymbols[measure] ?? measure),
    },
    ...measures
      .filter(({ id }) => id !== measure)
      .map((each) => ({
        ...each,
        group: 'measure' as const,
        title: measureSymbols[each.id] ?? each.id,
      })),
    ...(catalogs.length > 1 ? catalogs : []).map((each) => ({
      ...each,
      group: 'catalog' as const,
      title: each.short,
    })),
    ...topics.map((each) => ({ ...each, group: 'topic' as const })),
  ];
}

/** What the two scores are, on what they rest, and no more of a change than their intervals allow. */
export function versusWords(result: VersusResult): readonly string[] {
  const { before, after, overlap, change } = result.alignment;
  const basis = ({ n, clusters }: ThenAndNow['before']) =>
    `${counted(n, 'issue')} in ${counted(clusters, 'cluster')}`;
  const name = result.measure === 'agreement' ? 'Alignment' : result.measure;
  const values = `${name} was ${decimal(before.value)} in ${versusPeriodWords(result.before)} (${basis(before)}) and is ${decimal(after.value)} ${result.after.to === null ? '' : 'in '}${versusPeriodWords(result.after)} (${basis(after)})${change === null ? '' : `, a difference of ${signed(change, 2)}`}.`;
  const doubt = {
    true: 'The intervals overlap: this shows neither a change nor that there is none.',
    false:
      'The intervals do not overlap: the two scores differ by more than which issues there are, be it another behaviour or another agenda.',
    null: `Without two intervals nothing can be said of a change${reasonOf(result.alignment)}.`,
  }[`${overlap}`];
  return [`${values} ${doubt}`, sameTextsSentence(result.sameTexts)];
}

function reasonOf({ before, after }: ThenAndNow): string {
  const reason = before.reason ?? after.reason;
  return reason === undefined ? '' : ` (${reason})`;
}
