import type { UserError } from '../../errors.ts';
import type { HeldRow } from './many.ts';

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
