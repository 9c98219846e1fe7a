import { toJson } from '../kit/json.ts';
import type { Renderable } from '../renderable.ts';
import type { Renderer } from '../renderer.ts';

/** The result as it is. */
export const render: Renderer<Renderable['idealPoints']> = ({
  full: _full,
  catalogs: _catalogs,
  ...result
}) => toJson(result);
