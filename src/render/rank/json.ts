import { toJson } from '../kit/json.ts';
import type { Renderable } from '../renderable.ts';
import type { Renderer } from '../renderer.ts';

export const render: Renderer<Renderable['rank']> = ({
  order: _order,
  of: _of,
  provenance,
  ...result
}) => toJson({ ...result, provenance });
