import { render as renderListing } from '../listing/markdown.ts';
import type { Renderable } from '../renderable.ts';
import type { Renderer } from '../renderer.ts';

/** The list of catalogs. */
export const render: Renderer<Renderable['overview']> = ({ listing, provenance }, context) =>
  renderListing({ listing: { catalogs: listing.catalogs ?? [] }, provenance }, context);
