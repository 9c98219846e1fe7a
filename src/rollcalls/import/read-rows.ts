import type { RowVisitor } from '../csv.ts';
import { readCountryRows } from './read-country-rows.ts';
import type { ReadContext } from './read-context.ts';
import { readRollCallRows } from './read-roll-call-rows.ts';
import { readVoteRows } from './read-vote-rows.ts';

/** Puts what the rows of a file say into a grid. */
export function readRows(context: ReadContext): RowVisitor {
  const readers = {
    votes: readVoteRows,
    'roll-calls': readRollCallRows,
    countries: readCountryRows,
  };
  return readers[context.layout.rows](context);
}
