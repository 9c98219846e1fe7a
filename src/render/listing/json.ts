import { toJson } from '../kit/json.ts';
import type { Renderable } from '../renderable.ts';
import type { Renderer } from '../renderer.ts';

export const render: Renderer<Renderable['listing']> = ({ listing, provenance }) => {
  const [name] = Object.keys(listing);
  return toJson({ schema: `align/${name ?? 'list'}@1`, ...listing, provenance });
};
