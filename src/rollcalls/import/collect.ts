import type { CountryCode } from '../../catalog/model.ts';
import { ABSENT, MISSING } from '../../evidence/evidence.ts';
import { ABSTAIN, type DetailColumn, NO, YES } from '../record.ts';
import type { RollCallRow } from '../write.ts';
import type { Remarks } from './summary.ts';

/** No row yet; distinct from `MISSING`, so that a second row for the same vote is noticed. */
const UNSEEN = -128;
const initialCountries = 256;

interface CollectedRollCall {
  readonly details: Readonly<Partial<Record<DetailColumn, string>>>;
  votes: Int8Array;
}

/** Gathers votes in whatever order a source gives them. */
export interface VoteCollector {
  /** Index of the roll call with this id; `describe` is asked once, when it is first seen. */
  readonly rollCall: (
    id: string,
    describe: () => Readonly<Partial<Record<DetailColumn, string>>>,
  ) => number;
  readonly find: (id: string) => number | undefined;
  readonly country: (code: CountryCode) => number;
  /** Enters a vote; a second one for the same place is a remark, and the first stands. */
  readonly cast: (rollCall: number, country: number, vote: number, place: () => string) => void;
  readonly details: (rollCall: number) => CollectedRollCall['details'];
  readonly finish: () => CollectedRecord;
}

/** Votes of a source in the order in which they are written: by date, then id; countries by code. */
export interface CollectedRecord {
  readonly countries: readonly CountryCode[];
  readonly rows: readonly RollCallRow[];
  readonly votes: number;
  readonly absences: number;
  readonly period: { readonly from: string; readonly to: string };
}

/** @param remarks where repeated rows and tallies that differ from the votes go */
export function createCollector(remarks: { skipped: Remarks; doubtful: Remarks }): VoteCollector {
  const indexOf = new Map<string, number>();
  const rollCalls: CollectedRollCall[] = [];
  const countryIndex = new Map<CountryCode, number>();

  const rollCall: VoteCollector['rollCall'] = (id, describe) => {
    let index = indexOf.get(id);
    if (index === undefined) {
      index = rollCalls.length;
      indexOf.set(id, index);
      rollCalls.push({
        details: describe(),
        votes: new Int8Array(initialCountries).fill(UNSEEN),
      });
    }
    return index;
  };

  const country: VoteCollector['country'] = (code) => {
    let index = countryIndex.get(code);
    if (index === undefined) countryIndex.set(code, (index = countryIndex.size));
    return index;
  };

  const cast: VoteCollector['cast'] = (index, at, vote, place) => {
    const target = rollCalls[index]!;
    if (at >= target.votes.length) {
      const grown = new Int8Array(at * 2).fill(UNSEEN);
      grown.set(target.votes);
      target.votes = grown;
    }
    const known = target.votes[at]!;
    if (known === UNSEEN) target.votes[at] = vote;
    else if (known === vote) {
      remarks.skipped.add('duplicate-row', 'rows that repeat an earlier one', place);
    } else {
      remarks.doubtful.add(
        'contradicting-row',
        'rows that give a country another vote than an earlier row; the first stands',
        place,
      );
    }
  };

  const finish = (): CollectedRecord => {
    const isEmpty = ({ votes }: CollectedRollCall) => !votes.some(isKnown);
    for (const { details } of rollCalls.filter(isEmpty))
      remarks.skipped.add(
        'empty-issue',
        'issues without any position that could be read',
        () => details.roll_call ?? '',
      );
    const order = rollCalls
      .filter((each) => !isEmpty(each))
      .map((each, index) => ({
        each,
        date: each.details.date ?? '',
        id: each.details.roll_call ?? '',
        index,
      }))
      .sort((x, y) => compare(x.date, y.date) || compareIds(x.id, y.id) || x.index - y.index);
    const countries = [...countryIndex]
      .filter(([, at]) => rollCalls.some(({ votes }) => isKnown(votes[at])))
      .sort(([x], [y]) => compare(x, y));
    let [votes, absences] = [0, 0];
    const rows = order.map(({ each }) => {
      const { details, votes: collected } = each;
      const row = Int8Array.from(countries, ([, at]) => {
        const vote = collected[at] ?? UNSEEN;
        return vote === UNSEEN ? MISSING : vote;
      });
      for (const vote of row) {
        if (vote >= 0) votes++;
        else if (vote === ABSENT) absences++;
      }
      compareTally(details, row, remarks.doubtful);
      return { details, votes: row };
    });
    return {
      countries: countries.map(([code]) => code),
      rows,
      votes,
      absences,
      period: { from: order[0]?.date ?? '', to: order.at(-1)?.date ?? '' },
    };
  };

  return {
    rollCall,
    country,
    cast,
    finish,
    find: (id) => indexOf.get(id),
    details: (index) => rollCalls[index]!.details,
  };
}

/** Tallies as printed are kept; where the votes say otherwise, that is remarked. */
function compareTally(
  details: CollectedRollCall['details'],
  row: Int8Array,
  doubtful: Remarks,
): void {
  const printed = [details.total_yes, details.total_no, details.total_abstentions];
  if (printed.every((text) => text === undefined || text === '')) return;
  const counted = [YES, NO, ABSTAIN].map((vote) => row.filter((each) => each === vote).length);
  const differs = counted.some((n, i) => (printed[i] ? Number(printed[i]) : 0) !== n);
  if (!differs) return;
  doubtful.add('tally-differs', 'roll calls whose printed tally differs from the votes', () => {
    const id = details.resolution || details.roll_call || '';
    return `${id} of ${details.date}: printed ${printed.map((n) => n || '–').join('/')}, counted ${counted.join('/')} (yes/no/abstain)`;
  });
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
