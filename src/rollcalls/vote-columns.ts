/** Rows that are turned at a time, so that what is read and written stays in the processor's cache. */
const turnedAtOnce = 64;

/** Votes that are read roll call by roll call, and kept country by country. */
export interface VoteColumns {
  /** Where the votes of a roll call are put down, one for each country, from `placeOf` it on. */
  readonly read: Int8Array;
  readonly placeOf: (rollCall: number) => number;
  /** Keeps what was put down of a roll call; they follow one another from 0 on. */
  readonly keep: (rollCall: number) => void;
  /** Votes of a country, by its place, on so many roll calls as were kept. */
  readonly votesOf: (country: number, rollCalls: number) => Int8Array;
}

/** @param most roll calls that there may be */
export function createVoteColumns(countries: number, most: number): VoteColumns {
  // Memory that is not written to costs nothing.
  const columns = new Int8Array(countries * most);
  const read = new Int8Array(countries * turnedAtOnce);
  let [first, end] = [0, 0];
  const turn = () => {
    for (let country = 0; country < countries; country++) {
      const to = country * most + first;
      for (let i = 0, from = country; i < end - first; i++, from += countries)
        columns[to + i] = read[from]!;
    }
    first = end;
  };
  return {
    read,
    placeOf: (rollCall) => (rollCall % turnedAtOnce) * countries,
    keep: (rollCall) => {
      end = rollCall + 1;
      if (end % turnedAtOnce === 0) turn();
    },
    votesOf: (country, rollCalls) => {
      turn();
      return columns.subarray(country * most, country * most + rollCalls);
    },
  };
}
