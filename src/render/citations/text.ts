import { citation } from '../kit/sources.ts';
import type { Renderable } from '../renderable.ts';
import type { Renderer } from '../renderer.ts';

/** An entry a source. */
export const render: Renderer<Renderable['citations']> = ({ sources }, { width }) =>
  sources.map((source) => `${citation(source, width, '', '  ')}\n`).join('');
