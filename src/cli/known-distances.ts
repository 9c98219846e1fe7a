import { readDistances } from '../analysis/dyad-distances.ts';
import type { ScoreSettings } from '../analysis/score.ts';
import { bundledDistances } from '../catalog/bundled.ts';
import type { Catalog } from '../catalog/model.ts';
import { plainFilter, type SelectionFilter } from '../evidence/evidence.ts';

function isPlainFilter({ minConfidence, rollCalls, ...others }: SelectionFilter): boolean {
  const asked: readonly unknown[] = [...Object.values(rollCalls), ...Object.values(others)];
  return (
    minConfidence === plainFilter.minConfidence &&
    asked.every((each) => each === undefined || each === false)
  );
}

/**
 * The settings with what the build has worked out for the rank: the distances of all dyads where nothing in
 * particular is asked for, which are those of all bundled catalogs with their own weights.
 */
export function withKnownDistances(
  settings: ScoreSettings,
  catalogs: readonly Catalog[],
  filter: SelectionFilter,
): ScoreSettings {
  const { headline, weighting } = settings;
  if (headline.distance !== 'linear' || weighting.issueWeights.size > 0) return settings;
  if (!isPlainFilter(filter)) return settings;
  return {
    ...settings,
    knownDistances: (leastJoint) => {
      const stored = bundledDistances(catalogs);
      return stored && readDistances(stored, leastJoint);
    },
  };
}
