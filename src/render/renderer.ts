import type { ChalkInstance } from 'chalk';

/** What a renderer may know of where its text goes. */
export interface RenderContext {
  /** Columns that a table may fill. */
  readonly width: number;
  readonly color: ChalkInstance;
  /** Begin CSV with a byte-order mark. */
  readonly bom: boolean;
}

/** Turns a result into text. Rounding, colour and wording live here; nothing is computed. */
export type Renderer<Result> = (result: Result, context: RenderContext) => string;
