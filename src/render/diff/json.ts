import { toJson } from '../kit/json.ts';
import type { Renderable } from '../renderable.ts';
import type { Renderer } from '../renderer.ts';

/** The result as it is; `--full` changes nothing here. */
export const render: Renderer<Renderable['diff']> = ({ full: _, ...result }) => toJson(result);
