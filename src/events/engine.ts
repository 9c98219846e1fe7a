import type { EventOrigin } from '../results/parts.ts';

/**
 * One statement. Values are bound by name, never pasted: text, whole numbers, or a list of texts.
 * Identifiers in `sql` are those of `EventTable.columns`, quoted by the dialect.
 */
export interface Statement {
  readonly sql: string;
  readonly parameters: Readonly<Record<string, string | number | readonly string[]>>;
}

/** What a column holds, whatever the engine calls it: `whole` numbers without, `decimal` with a fraction. */
export type ColumnKind = 'text' | 'whole' | 'decimal' | 'date' | 'other';

export interface Column {
  readonly name: string;
  /** As the engine calls it, for messages. */
  readonly type: string;
  readonly kind: ColumnKind;
}

/** A row of an answer. Whole numbers come as numbers, however wide the engine makes them; no value as `null`. */
export type Row = Readonly<Record<string, string | number | null>>;

/** The day of a column, in the SQL of an engine. */
export interface DaySql {
  /** Whether there is one. */
  readonly is: string;
  /** As the whole number `YYYYMMDD`; anything, where there is none. */
  readonly number: string;
}

/** What differs between the engines' SQL. All of it is text to be put into a statement. */
export interface Dialect {
  /** The table, to stand after `FROM`. */
  readonly table: string;
  /** A column or alias, quoted. */
  readonly identifier: (name: string) => string;
  /** A parameter of one value. */
  readonly bound: (name: string) => string;
  /** Whether a text is one of the list of a parameter. */
  readonly isOneOf: (text: string, name: string) => string;
  /** Of a date or date-time, of the number `YYYYMMDD` itself, or of text as `YYYY-MM-DD` or `YYYYMMDD`. */
  readonly day: (column: Column) => DaySql;
  /** A column of numbers, or of text that is a number, as whole thousandths; `NULL` where it is no number. */
  readonly thousandths: (column: Column) => string;
  /** A column as text; no value is `NULL`, or the empty text. */
  readonly text: (column: Column) => string;
  /** Division of whole numbers, rounded down. */
  readonly dividedBy: (expression: string, divisor: number) => string;
  /** The first so many characters of a text. */
  readonly start: (expression: string, length: number) => string;
}

/** How a query is watched while it runs. */
export interface Watch {
  /** Stops the query, at the server too. The query then rejects with the reason of the signal. */
  readonly signal?: AbortSignal | undefined;
  /** Told now and then how many rows were read, and of how many where that is known. */
  readonly progress?: ((read: number, of?: number) => void) | undefined;
}

/** One table of events, wherever it is. */
export interface EventTable {
  /**
   * The table's own columns, in its order.
   *
   * @throws UserError (input) where the table is not there or cannot be read
   */
  readonly columns: () => Promise<readonly Column[]>;
  /**
   * All rows of a statement, or an error: part of an answer is never given as the whole. There may be millions:
   * each is made when it is walked to.
   *
   * @throws UserError (input) where the engine fails; the reason of the signal where it was aborted
   */
  readonly query: (ask: (dialect: Dialect) => Statement, watch?: Watch) => Promise<Iterable<Row>>;
  /** Version of the engine, and names of files or `host:port/database/table`; no credentials. */
  readonly origin: () => Promise<Pick<EventOrigin, 'version' | 'from'>>;
  readonly close: () => Promise<void>;
}
