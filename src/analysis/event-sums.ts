import type { EventSums } from '../evidence/event-sums.ts';
import type { Evidence } from '../evidence/evidence.ts';
import type { InteractionSum } from '../evidence/interaction-sums.ts';
import { countriesOf, type Side } from '../evidence/side.ts';
import type { Direction } from '../results/vocabulary.ts';

/** Interactions of a dyad that a source of events added up. */
export interface DyadSum extends InteractionSum {
  readonly direction: Exclude<Direction, 'mutual'>;
  readonly from: EventSums;
}

/**
 * What two sides did to each other, as sums that no catalog lists. Of two blocs that share members, what is
 * done within both goes from the first to the second.
 */
export function findSums(
  { eventSums }: Pick<Evidence, 'eventSums'>,
  a: Side,
  b: Side,
): readonly DyadSum[] {
  const [first, second] = [new Set(countriesOf(a)), new Set(countriesOf(b))];
  return eventSums.flatMap((from) =>
    from.sums.flatMap((sum): readonly DyadSum[] => {
      const { actor, target } = sum;
      if (first.has(actor) && second.has(target)) return [{ ...sum, direction: 'a-to-b', from }];
      if (second.has(actor) && first.has(target)) return [{ ...sum, direction: 'b-to-a', from }];
      return [];
    }),
  );
}
