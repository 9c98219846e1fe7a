import type { Renderable } from '../renderable.ts';
import type { Renderer } from '../renderer.ts';
export const render: Renderer<Renderable['interactions']> = () => '';
