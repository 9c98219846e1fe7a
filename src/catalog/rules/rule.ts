import type { Atlas } from '../../countries/resolve.ts';
import type { Problem } from '../document.ts';
import type { CatalogFile } from '../schema.ts';
import type { Scale } from '../../results/inventory.ts';

export interface RuleContext {
  readonly file: CatalogFile;
  readonly atlas: Atlas;
  /** The scales that the catalog may use. */
  readonly scales: Readonly<Record<string, Scale>>;
  readonly cameoCodes: ReadonlySet<string>;
}

/** One thing that can be wrong with a catalog whose shape is right. */
export interface Rule {
  readonly code: string;
  /** What the rule asks for, in a sentence or two. */
  readonly about: string;
  readonly check: (context: RuleContext) => Iterable<Problem>;
}
