import type { UserError } from '../../errors.ts';
import type { CountryCode } from '../../catalog/model.ts';

/** Who coded a row, and when. */
export interface CoderOfRow {
  readonly name: string;
  /** Empty where it is not said. */
  readonly on: string;
}

/** A stance as its row has it. */
export interface HeldRow {
  readonly country: CountryCode;
  readonly position: string;
  readonly from: string;
  readonly salience: string;
  readonly confidence: string;
  readonly note: string;
  sources: readonly string[];
  readonly line: number;
  /** Of a row that says what one coder made of a position. */
  readonly coder?: CoderOfRow;
}

/** An issue as the rows of a table tell it, one after the other. */
export interface Draft {
  readonly name: string;
  readonly cells: Map<string, string>;
  readonly topics: Map<string, string>;
  readonly held: HeldRow[];
  readonly coordination: object[];
  note: string;
  /** Its own, from a row without a country. */
  sources: readonly string[] | undefined;
}

/** The error of a line of the table. */
export type FailAt = (line: number, message: string, hint?: string) => UserError;
