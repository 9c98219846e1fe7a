import { positionAt } from '../measures/contingency.ts';
import type { Issue } from './model.ts';
import type { Scale } from '../results/inventory.ts';

/** What a scale says in place of a neutral label if it has no sides. */
export const WITHOUT_SIDES = 'none';

/**
 * A scale of ordered labels, from against (-1) to for (+1). Unless it names its neutral label, the middle
 * one of an odd number is neutral, and the halves of an even number are the sides.
 *
 * @param neutral one of the labels, or `none`; any other is taken for left out
 */
export function createScale(id: string, labels: readonly string[], neutral?: string): Scale {
  const place = neutral === undefined ? -1 : labels.indexOf(neutral);
  if (place >= 0) return { id, labels, neutral: place };
  return { id, labels, neutral: neutral === WITHOUT_SIDES ? null : (labels.length - 1) / 2 };
}

/** Before the neutral point of a scale, on it, or beyond it. */
export type ScaleSide = -1 | 0 | 1;

/**
 * The side of its scale that a position is on: the one answer behind opposed, apart and taking no side.
 *
 * @param value on [-1, 1]; it may lie between labels
 * @returns `null` on a scale without sides
 */
export function sideOnScale({ labels, neutral }: Scale, value: number): ScaleSide | null {
  if (neutral === null) return null;
  return Math.sign(value - positionAt(neutral, labels.length)) as ScaleSide;
}

/** Scales every catalog may use, ordered from against (-1) to for (+1). */
export const builtInScales: Readonly<Record<string, Scale>> = Object.fromEntries(
  [
    createScale('stance5', ['strongly-oppose', 'oppose', 'neutral', 'support', 'strongly-support']),
    createScale('stance3', ['oppose', 'neutral', 'support']),
    createScale('vote', ['no', 'abstain', 'yes']),
    createScale('membership', ['outside', 'associated', 'member'], WITHOUT_SIDES),
  ].map((scale) => [scale.id, scale]),
);

/** Whether an issue is on membership in an organisation, which is a fact and no stance. */
export function isMembership({ scale }: Pick<Issue, 'scale'>): boolean {
  return scale === 'membership';
}
