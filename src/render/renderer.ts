type Paint = (text: string) => string;

/** Ways to set text off; where there is no colour, they return it as it is. */
export type Palette = Readonly<Record<'bold' | 'dim' | 'green' | 'red' | 'yellow', Paint>>;

/** What a renderer may know of where its text goes, and where it comes from. */
export interface RenderContext {
  /** Whether a person reads it on a screen, rather than a file or another program. */
  readonly onScreen: boolean;
  /** Columns that a table may fill. */
  readonly width: number;
  readonly color: Palette;
  /** Correlates of War abbreviation of a country; `null` for blocs and for states that have none. */
  readonly cowOf: (code: string) => string | null;
  /** Begin CSV with a byte-order mark. */
  readonly bom: boolean;
}

/** Turns a result into text. Rounding, colour and wording live here; nothing is computed. */
export type Renderer<Result, Text = string> = (result: Result, context: RenderContext) => Text;
