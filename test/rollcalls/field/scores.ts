import { loadCatalog } from '../../../src/catalog/load.ts';
import type { Imported } from '../../../src/rollcalls/import/run.ts';
import { recordOf, testAtlas } from '../support.ts';

/** What an import wrote of votes, be it in a roll-call file or in the catalog. */
interface Votes {
  readonly countries: readonly string[];
  /** Category by roll call; below 0 if there is none. */
  readonly votesOf: (country: string) => ArrayLike<number>;
}

function votesIn({ catalog: text, record }: Imported): Votes {
  if (record) return recordOf(record[1]);
  const { catalog, findings } = loadCatalog(Buffer.from(text), 'catalog.yaml', {
    atlas: testAtlas(),
    cameoCodes: new Set(),
  });
  if (!catalog) throw new Error(JSON.stringify(findings));
  const { issues } = catalog;
  return {
    countries: [...new Set(issues.flatMap(({ positions }) => Object.keys(positions)))].sort(),
    votesOf: (country) => issues.map(({ positions }) => positions[country]?.[0]?.category ?? -1),
  };
}

/** Agreement of every dyad, and on how many issues, in a few lines of its own. */
export function scoresOf(imported: Imported): Record<string, readonly [number, number]> {
  const { countries, votesOf } = votesIn(imported);
  const scores: Record<string, readonly [number, number]> = {};
  for (const a of countries) {
    for (const b of countries) {
      if (a >= b) continue;
      const [x, y] = [votesOf(a), votesOf(b)].map((votes) => Array.from(votes!));
      const joint = [...x!.keys()].filter((i) => x![i]! >= 0 && y![i]! >= 0);
      const apart = joint.reduce((sum, i) => sum + Math.abs(x![i]! - y![i]!) / 2, 0);
      if (joint.length === 0) continue;
      scores[`${a} ${b}`] = [Number((1 - apart / joint.length).toFixed(12)), joint.length];
    }
  }
  return scores;
}
