import { compareDyad, type Dyad, isSame, type JointIssue } from '../evidence/dyad.ts';
import type { Evidence } from '../evidence/evidence.ts';
import { positionLabelOf, titleOfText } from '../evidence/label.ts';
import { sideLabel } from '../evidence/side.ts';
import type { OpenedQuestion } from '../question/look-up.ts';
import { dyadOf } from '../question/sides.ts';
import type { ChangedVotes, DriftPeriod, DriftResult, DriftTopic } from '../results/drift.ts';
import { estimate } from './coefficients.ts';
import { compareSameTexts, wholeVotes } from './same-texts.ts';

/** Share and mean of a topic in one period. */
interface TopicMean {
  weight: number;
  sum: number;
}

/** Weights and sums by topic; an issue with several topics counts in equal fractions. */
function byTopic(joint: readonly JointIssue[], valueOf: (issue: JointIssue) => number) {
  const topics = new Map<string, TopicMean>();
  for (const issue of joint) {
    const { topics: own } = issue.selected.issue;
    for (const id of own) {
      const known = topics.get(id) ?? { weight: 0, sum: 0 };
      topics.set(id, known);
      known.weight += issue.weight / own.length;
      known.sum += (issue.weight / own.length) * valueOf(issue);
    }
  }
  return topics;
}

/**
 * The change of a weighted mean by topic (Kitagawa 1955), in points that come from the shares of the topics and
 * points that come from their means; all add up to the change. Shares are counted against the mean of the
 * two periods, so that a topic weighs by how it differs from the rest. A topic of one period only has a pure
 * effect of agenda.
 *
 * @param valueOf what an issue adds to the mean
 */
export function decompose(
  before: readonly JointIssue[],
  after: readonly JointIssue[],
  valueOf: (issue: JointIssue) => number,
  titleOf: (topic: string) => string,
): readonly DriftTopic[] {
  const [then, now] = [byTopic(before, valueOf), byTopic(after, valueOf)];
  const totalOf = (topics: ReadonlyMap<string, TopicMean>) =>
    [...topics.values()].reduce(
      (total, { weight, sum }) => ({ weight: total.weight + weight, sum: total.sum + sum }),
      { weight: 0, sum: 0 },
    );
  const [all, allNow] = [totalOf(then), totalOf(now)];
  const middle = (all.sum / all.weight + allNow.sum / allNow.weight) / 2;
  return [...new Set([...then.keys(), ...now.keys()])]
    .map((id): DriftTopic => {
      const [x, y] = [then.get(id), now.get(id)];
      const [s0, s1] = [(x?.weight ?? 0) / all.weight, (y?.weight ?? 0) / allNow.weight];
      const [own0, own1] = [x && x.sum / x.weight, y && y.sum / y.weight];
      const r0 = own0 ?? own1 ?? 0;
      const r1 = own1 ?? r0;
      return {
        id,
        title: titleOf(id),
        before: { share: s0, value: own0 ?? null },
        after: { share: s1, value: own1 ?? null },
        agenda: (s1 - s0) * ((r1 + r0) / 2 - middle),
        behaviour: ((r1 - r0) * (s1 + s0)) / 2,
      };
    })
    .sort((p, q) => {
      const size = ({ agenda, behaviour }: DriftTopic) => Math.abs(agenda + behaviour);
      return size(q) - size(p) || (p.id < q.id ? -1 : 1);
    });
}

/** The last whole vote on each series. */
function lastVotes(joint: readonly JointIssue[]): ReadonlyMap<string, JointIssue> {
  return new Map(wholeVotes(joint).map((issue) => [issue.selected.issue.series ?? '', issue]));
}

function changedVotes(
  before: { readonly evidence: Evidence; readonly dyad: Dyad },
  after: { readonly evidence: Evidence; readonly dyad: Dyad },
): readonly ChangedVotes[] {
  const [then, now] = [lastVotes(before.dyad.joint), lastVotes(after.dyad.joint)];
  return [...then]
    .flatMap(([series, was]): ChangedVotes[] => {
      const is = now.get(series);
      if (!is) return [];
      const votes = (place: 0 | 1) => ({
        before: positionLabelOf(before.evidence, was, place),
        after: positionLabelOf(after.evidence, is, place),
      });
      const [a, b] = [votes(0), votes(1)];
      if (a.before === a.after && b.before === b.after) return [];
      const title = titleOfText([was, is].map(({ selected }) => selected.issue.title));
      return [{ series, title, a, b }];
    })
    .sort((x, y) => (x.series < y.series ? -1 : 1));
}

/**
 * How two sides drifted from one period to another: the change of their score, how much of it another agenda
 * and another behaviour account for by topic, and what changed on the texts that were voted on in both.
 *
 * @param before the question of the earlier period
 * @param after the same of the later one
 * @returns `undefined` where either period has no joint issue
 * @throws Error if the measure does not decompose into issues
 */
export function driftOf(before: OpenedQuestion, after: OpenedQuestion): DriftResult | undefined {
  const { measure, distance } = after.settings.headline;
  const { perIssue } = measure;
  if (!perIssue) throw new Error(`${measure.id} does not decompose`);
  const compare = (opened: OpenedQuestion) => {
    const { evidence, settings } = opened;
    return { evidence, dyad: compareDyad(evidence, ...dyadOf(opened), settings) };
  };
  const [then, now] = [compare(before), compare(after)];
  const periodOf = ({ evidence, settings, filter }: OpenedQuestion, { joint }: Dyad) => {
    const [result] = estimate(evidence, joint, [settings.headline], settings);
    if (!result || result.value === null) return undefined;
    const { level: _level, ...rest } = result;
    const { from = '', to = '' } = filter;
    return { from, to, ...rest } satisfies DriftPeriod;
  };
  const [first, second] = [periodOf(before, then.dyad), periodOf(after, now.dyad)];
  if (!first || !second) return undefined;
  const valueOf = (issue: JointIssue) => perIssue(issue.distance, isSame(issue));
  const { topics: titles } = after.evidence;
  const topics = decompose(then.dyad.joint, now.dyad.joint, valueOf, (id) => titles[id] ?? id);
  const sum = (of: (topic: DriftTopic) => number) =>
    topics.reduce((total, topic) => total + of(topic), 0);
  const [a, b] = dyadOf(after);
  return {
    schema: 'align/drift@1',
    countries: [sideLabel(a), sideLabel(b)],
    measure: measure.id,
    distance: measure.distances.length > 0 ? distance : null,
    before: first,
    after: second,
    change: (second.value ?? 0) - (first.value ?? 0),
    agenda: sum(({ agenda }) => agenda),
    behaviour: sum(({ behaviour }) => behaviour),
    topics,
    sameTexts: {
      ...compareSameTexts(then.dyad.joint, now.dyad.joint),
      changed: changedVotes(then, now),
    },
  };
}
