import type { Renderable } from '../renderable.ts';
import type { Renderer } from '../renderer.ts';
import { toJson } from '../kit/json.ts';

/** All there is, whether it was asked for in full or not. */
export const render: Renderer<Renderable['blocs']> = ({ full: _full, ...result }) => toJson(result);
