import type { Interaction } from '../catalog/model.ts';
import type { InteractionSum, PeriodTotal } from '../evidence/interaction-sums.ts';
import { countriesOf, type Side } from '../evidence/side.ts';
import { groupBy } from '../group-by.ts';
import { addWeights, sumsOfWeight } from '../measures/goldstein.ts';
import type { GoldsteinScale } from '../question/score-settings.ts';
import type { Direction, PeriodUnit } from '../results/vocabulary.ts';
import { directionOf } from './interactions.ts';

/** The two between whom interactions are looked for. */
export type Pair = readonly [Pick<Side, 'code' | 'members'>, Pick<Side, 'code' | 'members'>];

export type TimeUnit = Exclude<PeriodUnit, 'session'> | 'month';

/** The year or month of the first day; by month the year alone, where no more is known. */
function periodOf({ date, dateLabel }: Interaction, unit: TimeUnit): string {
  const isOfYear = /^\d{4}(?:\/|$)/.test(dateLabel);
  return date.from.slice(0, unit === 'year' || isOfYear ? 4 : 7);
}

/**
 * Interactions that catalogs list as sums of what each of two sides did to the other, or both together, by
 * period and CAMEO root. An interaction counts once, however many countries of either side took part; what
 * is not between the two, or has a code without weight, is left out.
 */
export function sumInteractions(
  interactions: readonly Interaction[],
  [a, b]: Pair,
  scale: GoldsteinScale,
  unit: TimeUnit,
): readonly InteractionSum[] {
  const single = interactions.flatMap((interaction): InteractionSum[] => {
    const direction = directionOf(interaction, a, b);
    const code = direction && scale.get(interaction.cameo);
    if (!code) return [];
    const [actor, target] = direction === 'b-to-a' ? [b, a] : [a, b];
    return [
      {
        actor: actor.code,
        target: target.code,
        ...(direction === 'mutual' ? { mutual: true } : {}),
        period: periodOf(interaction, unit),
        root: interaction.cameo.slice(0, 2),
        ...sumsOfWeight(code.goldstein),
      },
    ];
  });
  const alike = groupBy(single, ({ actor, mutual = false, period, root }) =>
    [period, actor, mutual, root].join(' '),
  );
  return [...alike.values()].map((group) => ({ ...group[0]!, ...addWeights(group) }));
}

/** How many interactions with a weight there are in each period, whoever took part. */
export function countInteractions(
  interactions: readonly Interaction[],
  scale: GoldsteinScale,
  unit: TimeUnit,
): readonly PeriodTotal[] {
  const known = interactions.filter(({ cameo }) => scale.get(cameo) !== undefined);
  return [...groupBy(known, (interaction) => periodOf(interaction, unit))].map(
    ([period, { length: n }]) => ({ period, n }),
  );
}

/** A sum with who acted, of two sides. */
export type DirectedSum = InteractionSum & { readonly direction: Direction };

/**
 * Those sums, of countries or of the sides themselves, that are between two sides, with who acted: as
 * `directionOf` tells of an interaction.
 */
export function directedSums(
  sums: readonly InteractionSum[],
  [a, b]: Pair,
): readonly DirectedSum[] {
  const [ofA, ofB] = [new Set([a.code, ...countriesOf(a)]), new Set([b.code, ...countriesOf(b)])];
  return sums.flatMap((sum): DirectedSum[] => {
    const { actor, target, mutual } = sum;
    const forth = ofA.has(actor) && ofB.has(target);
    if (actor === target || !(forth || (ofB.has(actor) && ofA.has(target)))) return [];
    return [{ ...sum, direction: mutual ? 'mutual' : forth ? 'a-to-b' : 'b-to-a' }];
  });
}

/** A sum of two sides, whichever of their countries took part. */
export type SumOfSides = Omit<DirectedSum, 'actor' | 'target' | 'mutual'>;

/** Those of one direction, period and root added up: what is left to read is few, however many there were. */
export function addAlike(sums: readonly DirectedSum[]): readonly SumOfSides[] {
  const alike = groupBy(sums, ({ direction, period, root }) => `${direction} ${period} ${root}`);
  return [...alike.values()].map((group) => {
    const { direction, period, root } = group[0]!;
    return { direction, period, ...(root === undefined ? {} : { root }), ...addWeights(group) };
  });
}
