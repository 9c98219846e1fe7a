import { groupByEach } from '../group-by.ts';
import { type Dyad, type JointIssue, withEqualWeights } from '../evidence/dyad.ts';
import type { Evidence } from '../evidence/evidence.ts';
import type { Weighting } from '../evidence/weights.ts';
import { estimate } from './coefficients.ts';
import type { ScoreSettings } from '../question/score-settings.ts';
import type { Estimate } from '../results/parts.ts';
import type { CatalogScore, PartScore } from '../results/score.ts';

type PartSettings = Pick<ScoreSettings, 'headline' | 'weighting' | 'cluster' | 'undefinedAsZero'>;

function estimatePart(
  evidence: Evidence,
  joint: readonly JointIssue[],
  weighting: Weighting,
  settings: PartSettings,
): Estimate {
  const weighed = withEqualWeights(joint, weighting);
  const [result] = estimate(evidence, weighed, [settings.headline], settings);
  if (!result) throw new Error('a part has no estimate');
  return result;
}

function toPart(
  named: { readonly id: string; readonly title: string },
  { n, ...rest }: Estimate,
): PartScore {
  return { ...named, joint: n, ...rest };
}

/**
 * The headline within each topic that has joint issues, highest first, then by id: each is the score of
 * the same question with `-t` that topic. An issue counts in full in each of its topics.
 */
export function scoreTopics(
  evidence: Evidence,
  { joint }: Dyad,
  settings: PartSettings,
): readonly PartScore[] {
  const { topicsAsked } = settings.weighting;
  return [...groupByEach(joint, ({ selected }) => selected.issue.topics)]
    .filter(([topic]) => topicsAsked?.includes(topic) ?? true)
    .map(([id, own]) => {
      const weighting = { ...settings.weighting, topicsAsked: [id] };
      const title = evidence.topics[id] ?? id;
      return toPart({ id, title }, estimatePart(evidence, own, weighting, settings));
    })
    .sort((x, y) => (y.value ?? -Infinity) - (x.value ?? -Infinity) || (x.id < y.id ? -1 : 1));
}

/**
 * The headline within each catalog that has joint issues, the one with most of them first, then by id:
 * each is the score of the same question with `-c` that catalog.
 *
 * @param whole the headline on all joint issues, which is that of a catalog that has them all
 */
export function scoreCatalogs(
  evidence: Evidence,
  { joint }: Dyad,
  settings: PartSettings,
  whole?: Estimate,
): readonly CatalogScore[] {
  return evidence.catalogs
    .map(({ id, title, short }) => {
      const own = joint.filter(({ selected }) => selected.catalog === id);
      const result =
        whole && own.length === joint.length
          ? whole
          : estimatePart(evidence, own, settings.weighting, settings);
      return { ...toPart({ id, title }, result), short };
    })
    .filter(({ joint: n }) => n > 0)
    .sort((x, y) => y.joint - x.joint || (x.id < y.id ? -1 : 1));
}
