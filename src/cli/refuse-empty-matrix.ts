import { noEvidence, UserError } from '../errors.ts';
import { refuseIssues } from '../question/refusals.ts';
import type { PeriodUnit } from '../results/vocabulary.ts';

/** The periods, once the first that has a dyad has been found. @throws UserError (exit 4) if none has */
export function refuseEmptyMatrix<T extends { readonly dyads: { readonly size: number } }>(
  periods: Iterable<T>,
  issues: number,
  by: PeriodUnit | null,
): Iterable<T> {
  const iterator = periods[Symbol.iterator]();
  for (let period = 0; ; period++) {
    const { value, done } = iterator.next();
    if (done === true && by === 'session' && period === 0 && issues > 0)
      throw new UserError('nothing in this selection belongs to a session', {
        hint: 'take --by year',
        exitCode: noEvidence,
      });
    if (done === true) return refuseIssues(issues);
    if (value.dyads.size > 0) return resume(value, iterator);
  }
}

function* resume<T>(first: T, rest: Iterator<T>): Generator<T> {
  yield first;
  for (;;) {
    const { value, done } = rest.next();
    if (done === true) return;
    yield value;
  }
}
