import type { Evidence } from '../../evidence/evidence.ts';
import type { GoldsteinScale } from '../../question/score-settings.ts';
import type { Entries } from '../../results/inventory.ts';

/** Interactions of the selected period by date, then id. */
export function listInteractions(
  { interactions }: Evidence,
  codes: GoldsteinScale,
): Entries['interactions'][] {
  return interactions.map(({ id, title, dateLabel, actors, targets, cameo, sources }) => {
    const code = codes.get(cameo);
    if (!code) throw new Error(`unchecked CAMEO code ${cameo}`);
    return { id, title, date: dateLabel, actors, targets, cameo, ...code, sources };
  });
}
