import type { Evidence, SelectedIssue } from './evidence.ts';
import type { Side } from './side.ts';
import type { Salience, SalienceRule, WeighBy } from '../results/vocabulary.ts';

/** Salience as a number: low 1, medium 2, high 3. */
export const salienceValue: Readonly<Record<Salience, number>> = { low: 1, medium: 2, high: 3 };

export interface Weighting {
  readonly salience: SalienceRule;
  readonly weighBy: WeighBy;
  /** Weights that replace those of the catalog, by issue id. */
  readonly issueWeights: ReadonlyMap<string, number>;
  /** Factors by topic id; an issue with several topics takes their mean. */
  readonly topicWeights: ReadonlyMap<string, number>;
  /** The topics that the question asks for: the only ones then that have equal weights under `topic`. */
  readonly topicsAsked?: readonly string[];
}

export const defaultWeighting: Weighting = {
  salience: 'off',
  weighBy: 'issue',
  issueWeights: new Map(),
  topicWeights: new Map(),
};

const combine: Readonly<Record<Exclude<SalienceRule, 'off'>, (x: number, y: number) => number>> = {
  mean: (x, y) => (x + y) / 2,
  min: Math.min,
  max: Math.max,
  product: (x, y) => x * y,
};

/** The salience of an issue to a dyad, of that to its sides. */
export function combineSalience(rule: Exclude<SalienceRule, 'off'>, x: number, y: number): number {
  return combine[rule](x, y);
}

/** Salience of an issue to a side, 1 to 3: a bloc's is the mean of its members'; `undefined` if not coded. */
export function salienceOf(
  evidence: Evidence,
  side: Side,
  issue: SelectedIssue,
): number | undefined {
  const { members, code } = side;
  if (members.length === 0) {
    const salience = evidence.stance(code, issue)?.salience;
    return salience && salienceValue[salience];
  }
  const coded = members.flatMap((country) => {
    const salience = evidence.stance(country, issue)?.salience;
    return salience === undefined ? [] : [salienceValue[salience]];
  });
  return coded.length === 0
    ? undefined
    : coded.reduce((sum, value) => sum + value, 0) / coded.length;
}

/** Weight of an issue whoever is compared: its own (or the one given for it), times the mean of those of its topics. */
export function fixedWeight(
  { issue }: SelectedIssue,
  { issueWeights, topicWeights }: Weighting,
): number {
  const own = issueWeights.get(issue.id) ?? issue.weight;
  if (topicWeights.size === 0) return own;
  const factors = issue.topics.map((topic) => topicWeights.get(topic) ?? 1);
  return (own * factors.reduce((sum, factor) => sum + factor, 0)) / factors.length;
}

/**
 * Weight of an issue for two sides before any equalising: the fixed one, times the dyad's salience where
 * that is on. An uncoded salience counts as medium.
 */
export function issueWeight(
  evidence: Evidence,
  issue: SelectedIssue,
  sides: readonly [Side, Side],
  weighting: Weighting,
): number {
  const fixed = fixedWeight(issue, weighting);
  if (weighting.salience === 'off') return fixed;
  const [x, y] = sides.map((side) => salienceOf(evidence, side, issue) ?? salienceValue.medium) as [
    number,
    number,
  ];
  return fixed * combineSalience(weighting.salience, x, y);
}

/** What of equal weight an issue belongs to: its topics, of those asked for, or its catalog. */
export function weighingUnits(
  { issue, catalog }: SelectedIssue,
  { weighBy, topicsAsked }: Weighting,
): readonly string[] {
  if (weighBy === 'catalog') return [catalog];
  return topicsAsked ? issue.topics.filter((topic) => topicsAsked.includes(topic)) : issue.topics;
}

/**
 * Rescales weights so that every topic (or catalog) that occurs has the same total, and the grand
 * total stays. An issue counts in full in each of its topics: a weighted mean is then the mean of those
 * within the topics. With a single topic, weights stay as they are.
 */
export function equalizeWeights(
  issues: readonly SelectedIssue[],
  weights: readonly number[],
  weighting: Weighting,
): readonly number[] {
  if (weighting.weighBy === 'issue') return weights;
  const totals = new Map<string, number>();
  for (const [i, issue] of issues.entries())
    for (const unit of weighingUnits(issue, weighting))
      totals.set(unit, (totals.get(unit) ?? 0) + weights[i]!);
  if (totals.size === 1) return weights;
  const grand = weights.reduce((sum, weight) => sum + weight, 0);
  return issues.map((issue, i) => {
    const shares = weighingUnits(issue, weighting).map((unit) => weights[i]! / totals.get(unit)!);
    return (shares.reduce((sum, share) => sum + share, 0) * grand) / totals.size;
  });
}
