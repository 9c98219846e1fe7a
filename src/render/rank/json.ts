import { toJson } from '../kit/json.ts';
import type { Renderable } from '../renderable.ts';
import type { Renderer } from '../renderer.ts';

export const render: Renderer<Renderable['rank']> = ({
  order: _order,
  of: _of,
  actors: _actors,
  provenance,
  ...result
}) => toJson({ ...result, provenance });
