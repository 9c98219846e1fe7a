import type { Renderable } from '../renderable.ts';
import type { Renderer } from '../renderer.ts';
import { markdownDocument, sourceEntry } from '../kit/markdown.ts';

/** A bibliography as a list. */
export const render: Renderer<Renderable['citations']> = ({ sources }) =>
  markdownDocument([sources.map((source) => `- ${sourceEntry(source)}`).join('\n')]);
