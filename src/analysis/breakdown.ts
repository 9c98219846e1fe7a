import { groupByEach } from '../group-by.ts';
import { type Dyad, type JointIssue, withEqualWeights } from '../evidence/dyad.ts';
import type { Evidence } from '../evidence/evidence.ts';
import type { Weighting } from '../evidence/weights.ts';
import { estimate } from './coefficients.ts';
import type { ScoreSettings } from '../question/score-settings.ts';
import type { CatalogScore, PartScore } from '../results/score.ts';

type PartSettings = Pick<ScoreSettings, 'headline' | 'weighting' | 'cluster' | 'undefinedAsZero'>;

function scorePart(
  evidence: Evidence,
  joint: readonly JointIssue[],
  weighting: Weighting,
  settings: PartSettings,
  named: { readonly id: string; readonly title: string },
): PartScore {
  const weighed = withEqualWeights(joint, weighting);
  const [result] = estimate(evidence, weighed, [settings.headline], settings);
  if (!result) throw new Error('a part has no estimate');
  const { n, ...rest } = result;
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
      return scorePart(evidence, own, weighting, settings, { id, title });
    })
    .sort((x, y) => (y.value ?? -Infinity) - (x.value ?? -Infinity) || (x.id < y.id ? -1 : 1));
}

/**
 * The headline within each catalog that has joint issues, the one with most of them first, then by id:
 * each is the score of the same question with `-c` that catalog.
 */
export function scoreCatalogs(
  evidence: Evidence,
  { joint }: Dyad,
  settings: PartSettings,
): readonly CatalogScore[] {
  return evidence.catalogs
    .map(({ id, title, short }) => {
      const own = joint.filter(({ selected }) => selected.catalog === id);
      return { ...scorePart(evidence, own, settings.weighting, settings, { id, title }), short };
    })
    .filter(({ joint: n }) => n > 0)
    .sort((x, y) => y.joint - x.joint || (x.id < y.id ? -1 : 1));
}
