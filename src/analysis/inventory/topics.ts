import { groupByEach } from '../../group-by.ts';
import type { Evidence } from '../../evidence/evidence.ts';
import type { Entries } from '../../results/inventory.ts';

/** Topics of the selected issues, sorted by id; those without any issue only if `all`. */
export function listTopics({ issues, topics }: Evidence, all: boolean): Entries['topics'][] {
  const ofTopic = groupByEach(issues, ({ issue }) => issue.topics);
  return Object.entries(topics)
    .map(([id, title]) => {
      const own = ofTopic.get(id) ?? [];
      const catalogs = [...new Set(own.map(({ catalog }) => catalog))].sort();
      return { id, title, issues: own.length, catalogs };
    })
    .filter((entry) => all || entry.issues > 0)
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}
