import type { Renderable } from '../renderable.ts';
import type { Renderer } from '../renderer.ts';
import { markdownDocument } from '../kit/markdown.ts';
import { sourceEntry } from '../kit/markdown-sources.ts';

/** A bibliography as a list. */
export const renderCitationsMarkdown: Renderer<Renderable['citations']> = ({ sources }) =>
  markdownDocument([sources.map((source) => `- ${sourceEntry(source)}`).join('\n')]);
