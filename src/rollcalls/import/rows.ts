import type { CountryCode } from '../../catalog/model.ts';
import { type RowVisitor, textOf } from '../csv.ts';
import type { DetailColumn } from '../record.ts';
import type { VoteCollector } from './collect.ts';
import { copyOf, createDetailCheck } from './details.ts';
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

export type Details = Readonly<Partial<Record<DetailColumn, string>>>;

type Row = readonly string[];

/** How a table with a row per roll call and state says what a row is of; its fields are raw. */
export interface RowLayout {
  /** What is the same in all rows of a roll call, and tells it from others. */
  readonly rollCall: (row: Row) => string;
  /** `undefined` if nothing is known of the roll call. */
  readonly describe: (row: Row, line: () => number) => Details | undefined;
  /** Columns that describe the roll call, in each of its rows; those below 0 are not in the file. */
  readonly described: readonly number[];
  /** What tells states apart. */
  readonly state: (row: Row) => string;
  /** Names of states mean those of the year of the vote. */
  readonly byYear: boolean;
  readonly findState: (row: Row, year: number | undefined) => CountryCode | undefined;
  /** What the row calls the state, for remarks. */
  readonly stateWords: (row: Row) => string;
  readonly vote: (row: Row) => number | undefined;
  /** What the row has for a vote, and what is said of a row where that is none. */
  readonly voteWords: (row: Row) => string;
  readonly unknownVote: readonly [code: string, message: string];
}

const nobody = -1;
const unknownCountry = 'rows of a state that is not known';
const unknownRollCall = 'rows of a roll call that un_roll_calls does not have';

/** Turns the rows of a table into votes; what cannot be read is remarked and left out. */
export function visitRows(context: ImportContext, layout: RowLayout): RowVisitor {
  const { collector, remarks } = context;
  const checkDetails = createDetailCheck(remarks.doubtful, context.header, layout.described);
  let last: string | undefined;
  let rollCall: number | undefined;
  let year = '';
  let countryOf = new Map<string, number>();
  const byYear = new Map([[year, countryOf]]);

  const begin = (row: Row, line: () => number) => {
    const id = textOf(last ?? '').trim();
    const known = collector.find(id);
    const details = known === undefined ? layout.describe(row, line) : collector.details(known);
    rollCall = details && collector.rollCall(id, () => details);
    if (layout.byYear) year = details?.date?.slice(0, 4) ?? '';
    countryOf = byYear.get(year) ?? new Map<string, number>();
    byYear.set(year, countryOf);
  };
  const findCountry = (row: Row): number => {
    const code = layout.findState(row, year === '' ? undefined : Number(year));
    return code === undefined ? nobody : collector.country(code);
  };

  return (row, line) => {
    const place = () => `line ${line()}`;
    const key = layout.rollCall(row);
    if (key !== last) {
      last = copyOf(key);
      begin(row, line);
    }
    if (rollCall === undefined) {
      remarks.skipped.add(
        'unknown-roll-call',
        unknownRollCall,
        () => `${place()}: rcid ${textOf(key)}`,
      );
      return;
    }
    checkDetails(rollCall, row, place);
    const state = layout.state(row);
    let country = countryOf.get(state);
    if (country === undefined) countryOf.set(copyOf(state), (country = findCountry(row)));
    if (country === nobody) {
      remarks.skipped.add(
        'unknown-country',
        unknownCountry,
        () => `${place()}: ${layout.stateWords(row)}`,
      );
      return;
    }
    const vote = layout.vote(row);
    if (vote !== undefined) collector.cast(rollCall, country, vote, place);
    else remarks.skipped.add(...layout.unknownVote, () => `${place()}: ${layout.voteWords(row)}`);
  };
}
