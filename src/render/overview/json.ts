import { toJson } from '../kit/json.ts';
import type { Renderable } from '../renderable.ts';
import type { Renderer } from '../renderer.ts';

/** The catalogs in full, of everything else how many there are. */
export const render: Renderer<Renderable['overview']> = ({ listing, provenance }) => {
  const { catalogs = [], ...others } = listing;
  const counts = Object.fromEntries(
    Object.entries(others).map(([name, entries]) => [name, entries.length]),
  );
  return toJson({ schema: 'align/overview@1', catalogs, counts, provenance });
};
