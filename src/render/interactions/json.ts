import { toJson } from '../kit/json.ts';
import type { Renderable } from '../renderable.ts';
import type { Renderer } from '../renderer.ts';

export const render: Renderer<Renderable['interactions']> = ({
  top: _top,
  provenance,
  ...result
}) => toJson({ ...result, provenance });
