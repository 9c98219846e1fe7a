import { isSame } from '../../evidence/dyad.ts';
import { type Basis, commonSources, fact, idsOf } from './basis.ts';
import type { Fact, TopicCount } from './explanation.ts';
import type { TellingIssue } from './mentions.ts';

const leastOfTopic = 3;

interface CountedTopic extends TopicCount {
  readonly id: string;
  readonly issues: readonly TellingIssue[];
}

/** Topics with some joint issues, those with the largest share of equal positions first. */
export function countTopics({ evidence, byTopic }: Basis): readonly CountedTopic[] {
  // With one issue more of each kind, so that 17 of 17 outranks 3 of 3.
  const estimate = ({ same, n }: CountedTopic) => (same + 1) / (n + 2);
  return [...byTopic]
    .map(([id, own]) => {
      const same = own.filter(({ joint }) => isSame(joint)).length;
      return { id, title: evidence.topics[id] ?? id, n: own.length, same, issues: own };
    })
    .filter(({ n }) => n >= leastOfTopic)
    .sort((x, y) => estimate(y) - estimate(x) || y.n - x.n || (x.id < y.id ? -1 : 1));
}

/** What is said of the topics on which the two are closest, or furthest apart; nothing where there are none. */
export function topicFact(
  kind: 'close-topics' | 'far-topics',
  topics: readonly CountedTopic[],
): Fact[] {
  if (topics.length === 0) return [];
  const issues = topics.flatMap((topic) => topic.issues);
  const counts = topics.map(({ title, n, same }) => ({ title, n, same }));
  const basis = { issues: [...new Set(idsOf(issues))], sources: commonSources(issues) };
  return [fact(kind, { topics: counts }, basis)];
}
