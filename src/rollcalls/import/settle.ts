import { nearest } from '../../catalog/nearest.ts';
import type { CountryCode } from '../../catalog/model.ts';
import type { Atlas } from '../../countries/resolve.ts';
import { ABSENT, MISSING } from '../../evidence/evidence.ts';
import { ABSTAIN, NO, YES } from '../record.ts';
import type { RollCallRow } from '../write.ts';
import { readVote, type VoteCodes } from './codes.ts';
import { asking, type CountryCodes } from './country-codes.ts';
import { type Details, otherValue, type VoteGrid } from './grid.ts';
import { createStateFinder, leaveOutStates } from './states.ts';
import type { Remarks } from './summary.ts';

/** Nothing known of a cell; distinct from `MISSING`. */
const UNSEEN = -128;
const UNKNOWN = -127;
const nobody = -1;

/** Votes of a source in the order in which they are written: by date, then id; countries by code. */
export interface CollectedRecord {
  readonly countries: readonly CountryCode[];
  readonly rows: readonly RollCallRow[];
  readonly votes: number;
  readonly absences: number;
  readonly period: { readonly from: string; readonly to: string };
  /** Votes and absences that the file has, those left out because nothing is known of them, and those that contradict an earlier one. */
  readonly cells: number;
  readonly leftOut: number;
  readonly contradicting: number;
}

export interface Reading {
  readonly codes: VoteCodes;
  readonly countries: CountryCodes | 'names';
  readonly byYear: boolean;
  readonly ownNames: ReadonlyMap<string, string> | undefined;
}

/** Understands a grid, by what its values have been found to mean. */
export function settle(
  grid: VoteGrid,
  reading: Reading,
  atlas: Atlas,
  remarks: { readonly skipped: Remarks; readonly doubtful: Remarks },
): CollectedRecord {
  const { rows, states, values, again } = grid;
  const { codes, byYear, ownNames } = reading;
  const meaning = [UNSEEN, ...values.map(({ text }) => readVote(codes, text) ?? UNKNOWN)];
  if (values.length >= otherValue) meaning[otherValue] = UNKNOWN;
  const finder = createStateFinder(atlas, asking[reading.countries]);
  const columns = new Map<CountryCode, number>();
  const columnsByYear = new Map<string, Int32Array>();
  const columnsIn = (year: string): Int32Array => {
    let found = columnsByYear.get(year);
    if (found === undefined) {
      found = Int32Array.from(states, ({ names }) => {
        const asked = names.map((name) => ownNames?.get(name) ?? name);
        const code = finder.find(asked, year === '' ? undefined : Number(year));
        if (code === undefined) return nobody;
        if (!columns.has(code)) columns.set(code, columns.size);
        return columns.get(code)!;
      });
      columnsByYear.set(year, found);
    }
    return found;
  };
  const unknownStates = new Map<number, number>();
  const unknownValues = new Map<number, number>();
  const bump = (counts: Map<number, number>, key: number) =>
    counts.set(key, (counts.get(key) ?? 0) + 1);
  let [cells, leftOut, contradicting] = [0, 0, 0];

  const enter = (
    votes: Int8Array,
    at: Int32Array,
    state: number,
    value: number,
    place: () => string,
  ): boolean => {
    const vote = meaning[value] ?? UNKNOWN;
    if (vote === MISSING) return true;
    cells++;
    const column = at[state]!;
    if (column === nobody || vote === UNKNOWN) {
      leftOut++;
      if (column === nobody) bump(unknownStates, state);
      else bump(unknownValues, value - 1);
      return true;
    }
    const known = votes[column]!;
    if (known === UNSEEN) votes[column] = vote;
    else if (known !== vote) {
      contradicting++;
      remarks.doubtful.add(
        'contradicting-row',
        'votes that differ from an earlier one of the country; the first stands',
        place,
      );
    } else return false;
    return true;
  };

  const againOf = new Map<number, (typeof again)[number][]>();
  for (const each of again)
    againOf.set(each.rollCall, [...(againOf.get(each.rollCall) ?? []), each]);
  for (const { details } of rows) columnsIn(byYear ? (details.date ?? '').slice(0, 4) : '');
  const understood = rows.map(({ details, cells: row }, index) => {
    const at = columnsIn(byYear ? (details.date ?? '').slice(0, 4) : '');
    const votes = new Int8Array(columns.size).fill(UNSEEN);
    for (let state = 0; state < Math.min(row.length, states.length); state++) {
      const value = row[state]!;
      if (value === 0) continue;
      enter(votes, at, state, value, () => `${details.roll_call}: ${states[state]!.text}`);
    }
    for (const { state, value, place } of againOf.get(index) ?? []) {
      const isNew = enter(
        votes,
        at,
        state,
        value,
        () => `${place || details.roll_call}: ${states[state]!.text}`,
      );
      if (!isNew)
        remarks.skipped.add('duplicate-row', 'rows that repeat an earlier one', () => place);
    }
    return { details, votes, isEmpty: !votes.some(isKnown) };
  });

  const value = (text: string, count: number, place: string, near: string | undefined) => ({
    text,
    count,
    place,
    nearest: near ?? null,
  });
  const unknown = [...unknownStates].map(([state, count]) => ({ ...states[state]!, count }));
  leaveOutStates(unknown, 'votes of a state that is not known', atlas, remarks.skipped);
  const words = [...codes.words.keys()].filter((word) => word.length > 2);
  for (const [at, count] of unknownValues) {
    const { text, place } = values[at]!;
    remarks.skipped.leaveOut(
      'unknown-vote',
      `votes that are not in the codes ${codes.name}`,
      value(
        at === otherValue - 1 ? `${JSON.stringify(text)} and others` : JSON.stringify(text),
        count,
        place,
        nearest(text.toLowerCase(), words),
      ),
    );
  }
  // Those that no file describes have been remarked.
  for (const { details } of understood.filter((each) => each.isEmpty && each.details.date))
    remarks.skipped.add(
      'empty-issue',
      'issues without any position that could be read',
      () => details.roll_call ?? '',
    );

  const order = understood
    .filter(({ isEmpty }) => !isEmpty)
    .map((each, index) => ({
      each,
      date: each.details.date ?? '',
      id: each.details.roll_call ?? '',
      index,
    }))
    .sort((x, y) => compare(x.date, y.date) || compareIds(x.id, y.id) || x.index - y.index);
  const countries = [...columns]
    .filter(([, column]) => understood.some(({ votes }) => isKnown(votes[column])))
    .sort(([x], [y]) => compare(x, y));
  let [votes, absences] = [0, 0];
  const written = order.map(({ each }) => {
    const row = new Int8Array(countries.length);
    countries.forEach(([, column], index) => {
      const vote = each.votes[column]!;
      row[index] = vote === UNSEEN ? MISSING : vote;
      if (vote >= 0) votes++;
      else if (vote === ABSENT) absences++;
    });
    compareTally(each.details, row, remarks.doubtful);
    return { details: each.details, votes: row };
  });
  return {
    countries: countries.map(([code]) => code),
    rows: written,
    votes,
    absences,
    period: { from: order[0]?.date ?? '', to: order.at(-1)?.date ?? '' },
    cells,
    leftOut,
    contradicting,
  };
}

/** Tallies as printed are kept; where the votes say otherwise, that is remarked. */
function compareTally(details: Details, row: Int8Array, doubtful: Remarks): void {
  const printed = [details.total_yes, details.total_no, details.total_abstentions];
  if (printed.every((text) => text === undefined || text === '')) return;
  let [yes, no, abstentions] = [0, 0, 0];
  for (const vote of row) {
    if (vote === YES) yes++;
    else if (vote === NO) no++;
    else if (vote === ABSTAIN) abstentions++;
  }
  const counted = [yes, no, abstentions];
  const differs = counted.some((n, i) => (printed[i] ? Number(printed[i]) : 0) !== n);
  if (!differs) return;
  const id = details.resolution || details.roll_call || '';
  doubtful.name(
    'tally-differs',
    'roll calls whose printed tally differs from the votes',
    `${id} of ${details.date}: printed ${printed.map((n) => n || '–').join('/')}, counted ${counted.join('/')} (yes/no/abstain)`,
  );
}

function isKnown(vote: number | undefined): boolean {
  return vote !== undefined && vote !== UNSEEN && vote !== MISSING;
}

function compare(x: string, y: string): number {
  return x === y ? 0 : x < y ? -1 : 1;
}

/** Numbers by value, before anything else. */
function compareIds(x: string, y: string): number {
  const [p, q] = [Number(x), Number(y)];
  return Number.isNaN(p) || Number.isNaN(q) ? compare(x, y) : p - q;
}
