import type { ScoreResult } from '../analysis/score.ts';
import type { Provenance } from '../provenance.ts';

/** Results by kind, with their provenance, as renderers get them. */
export interface Renderable {
  readonly score: ScoreResult & {
    readonly provenance: Provenance;
    /** List every interaction rather than the strongest ones. */
    readonly allInteractions: boolean;
  };
}
