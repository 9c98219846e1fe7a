import type { Renderable } from '../renderable.ts';
import type { Renderer } from '../renderer.ts';
import { render as renderExplanation } from '../explanation/markdown.ts';

/** The words of a report, without its charts. */
export const render: Renderer<Renderable['report']> = ({ explanation, provenance }, context) =>
  renderExplanation({ ...explanation, provenance, full: true }, context);
