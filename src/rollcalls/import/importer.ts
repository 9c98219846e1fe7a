import type { RowVisitor } from '../csv.ts';
import type { VoteCollector } from './collect.ts';
import type { StateFinder } from './states.ts';
import type { Remarks } from './summary.ts';

/** What the rows of a votes file are turned into votes with. */
export interface ImportContext {
  readonly collector: VoteCollector;
  readonly states: StateFinder;
  readonly remarks: { readonly skipped: Remarks; readonly doubtful: Remarks };
  /** Name of the file, for messages. */
  readonly file: string;
  readonly header: readonly string[];
}

/** A layout of a votes file. */
export interface Importer {
  readonly format: string;
  /** @throws UserError (exit 3) if the header is not that of the layout */
  readonly visitor: (context: ImportContext) => RowVisitor;
}
