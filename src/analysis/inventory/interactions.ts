import type { Evidence } from '../../evidence/evidence.ts';
import type { GoldsteinScale } from '../interactions.ts';

export interface InteractionEntry {
  readonly id: string;
  readonly title: string;
  readonly date: string;
  readonly actors: readonly string[];
  /** Empty for a mutual event. */
  readonly targets: readonly string[];
  readonly cameo: string;
  /** What the code stands for. */
  readonly label: string;
  /** In [-10, 10]. */
  readonly goldstein: number;
  readonly sources: readonly string[];
}

/** Interactions of the selected period by date, then id. */
export function listInteractions(
  { interactions }: Evidence,
  codes: GoldsteinScale,
): InteractionEntry[] {
  return interactions.map(({ id, title, dateLabel, actors, targets, cameo, sources }) => {
    const code = codes.get(cameo);
    if (!code) throw new Error(`unchecked CAMEO code ${cameo}`);
    return { id, title, date: dateLabel, actors, targets, cameo, ...code, sources };
  });
}
