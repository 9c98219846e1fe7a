import type { Renderable } from '../renderable.ts';
import type { Renderer } from '../renderer.ts';
import { render as renderScoreCsv } from '../score/csv.ts';

/** A row an issue, as of the score. */
export const render: Renderer<Renderable['explanation']> = ({ score, provenance, full }, context) =>
  renderScoreCsv({ ...score, provenance, full }, context);
