import type { CountryCode } from '../catalog/model.ts';
import type { InteractionSum } from '../evidence/interaction-sums.ts';
import { countriesOf } from '../evidence/side.ts';
import { groupBy, groupByEach } from '../group-by.ts';
import type { OpenedQuestion } from '../question/look-up.ts';
import {
  directedSums,
  type DirectedSum,
  type Pair,
  sumInteractions,
  type TimeUnit,
} from './interaction-sums.ts';

/** Interactions of any two sides, found without going through all there are for each. */
export interface InteractionsOfPairs {
  /** All countries that take part in anything, by code. */
  readonly countries: readonly CountryCode[];
  /** Listed ones and sums, as of `directedSums`; empty where there are none. */
  readonly between: (pair: Pair) => readonly DirectedSum[];
}

const keyOf = (x: CountryCode, y: CountryCode) => (x < y ? `${x} ${y}` : `${y} ${x}`);

/**
 * Interactions by the countries that take part, whether catalogs list them or they are known by their sums.
 *
 * @param sums those known by their sums alone
 */
export function interactionsOfPairs(
  { evidence: { interactions }, settings: { goldstein } }: OpenedQuestion,
  sums: readonly InteractionSum[],
  unit: TimeUnit,
): InteractionsOfPairs {
  const listed = groupByEach(interactions, ({ actors, targets }) => [...actors, ...targets]);
  const summed = groupBy(sums, ({ actor, target }) => keyOf(actor, target));
  const countries = new Set(listed.keys());
  for (const { actor, target } of sums) countries.add(actor).add(target);
  return {
    countries: [...countries].sort(),
    between: (pair) => {
      const [a, b] = pair.map((side) => countriesOf(side)) as [string[], string[]];
      const own = new Set(b.flatMap((code) => listed.get(code) ?? []));
      const keys = new Set(a.flatMap((x) => b.map((y) => keyOf(x, y))));
      return directedSums(
        [
          ...sumInteractions([...own], pair, goldstein, unit),
          ...[...keys].flatMap((key) => summed.get(key) ?? []),
        ],
        pair,
      );
    },
  };
}
