import type { Renderable } from '../renderable.ts';
import type { Renderer } from '../renderer.ts';
import { renderExplanationMarkdown } from '../explanation/markdown.ts';

/** The words of a report, without its charts. */
export const renderReportMarkdown: Renderer<Renderable['report']> = (
  { explanation, provenance },
  context,
) => renderExplanationMarkdown({ ...explanation, provenance, full: true }, context);
