import { listKind, type ListName } from '../../results/inventory.ts';
import { toJson } from '../kit/json.ts';
import type { Renderable } from '../renderable.ts';
import type { Renderer } from '../renderer.ts';

export const render: Renderer<Renderable['listing']> = ({ listing, provenance }) => {
  const [name] = Object.keys(listing) as ListName[];
  return toJson({ schema: `align/${name ? listKind(name) : 'list'}@1`, ...listing, provenance });
};
