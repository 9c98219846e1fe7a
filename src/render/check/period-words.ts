import type { AssertionResult } from '../../results/check.ts';
import { joined } from '../kit/joined.ts';
import { count, counted, decimal } from '../kit/numbers.ts';
import { assertionFlags } from '../kit/question-flags.ts';
import type { Renderable } from '../renderable.ts';

/** Words for what assertions on drifts and breaks found. */

/** `2016-01-01 to 2020-12-31`, or the years where it is of whole ones: `2016..2020`. */
function spanOf({ from, to }: { readonly from: string; readonly to: string }): string {
  const whole = from.endsWith('-01-01') && to.endsWith('-12-31');
  return [...new Set(whole ? [from.slice(0, 4), to.slice(0, 4)] : [from, to])].join('..');
}

type Drift = NonNullable<AssertionResult['drift']>;
type Breaks = NonNullable<AssertionResult['breaks']>;

/** `from 0.67 to 0.57 on 62 same texts, standard error 0.03`, or over the joint issues of the periods. */
export function driftDoubt({ of, before, after, sameTexts }: Drift): string {
  const periods = `${spanOf(before)} to ${spanOf(after)}`;
  return of === 'score'
    ? `(from ${decimal(before.value)} to ${decimal(after.value)}, ${periods}, ${count(before.n)} and ${counted(after.n, 'joint issue')})`
    : `(${joined(
        [
          `from ${decimal(sameTexts.before)} to ${decimal(sameTexts.after)}`,
          periods,
          counted(sameTexts.series, 'same text'),
          sameTexts.se === null
            ? 'too few for a standard error'
            : `standard error ${decimal(sameTexts.se)}`,
        ],
        ', ',
      )})`;
}

/** `2 breaks of behaviour since 2010` */
export function breaksWords(actual: number, { kind, since }: Breaks): string {
  const breaks = `${counted(actual, 'break')} of ${kind === 'unknown' ? 'unknown kind' : kind}`;
  return since === null ? breaks : `${breaks} since ${since}`;
}

/** `(2009: agreement 0.74 before, 0.52 since)` */
export function breaksDoubt({ found }: Breaks): string {
  if (found.length === 0) return '';
  const words = found.map(
    ({ period, before, after }) =>
      `${period}: agreement ${decimal(before)} before, ${decimal(after)} since`,
  );
  return `(${words.join('; ')})`;
}

/** The command that tells more of a drift or of breaks. */
export function periodCommand(
  { decidedBy, drift, question }: AssertionResult,
  check: Renderable['check'],
): string {
  const who = (decidedBy ?? []).map(({ code }) => code.toLowerCase()).join(' ');
  const flags = assertionFlags(question, check);
  return drift
    ? `align drift ${who} --before ${spanOf(drift.before)} --after ${spanOf(drift.after)}${flags}`
    : `align trend ${who}${flags}`;
}
