import { ABSTAIN, NO, YES } from '../../rollcalls/record.ts';

/** Roll calls as the model takes them in. */
export interface RollCallVotes {
  /** Number of the session; sessions are fitted in their order. */
  readonly session: number;
  /** `NO`, `ABSTAIN` or `YES` of each country; anything below 0 is no answer. */
  readonly votes: Int8Array;
  /** The first roll call on the same text, by its place, where this one is linked to it; else its own place. */
  readonly item: number;
}

/**
 * Votes arranged for the fit. A *cell* is a country in a session in which it voted: what has an ideal point.
 * An *item* is a text with one discrimination and its cut points: one roll call, or several that are linked.
 */
export interface Design {
  /** Numbers of the sessions, ascending. */
  readonly sessions: readonly number[];
  /** Country and session (by place) of each cell, sorted by country, then session. */
  readonly cellCountry: Int32Array;
  readonly cellSession: Int32Array;
  /** Votes of each cell. */
  readonly cellVotes: Int32Array;
  /** First cell of each country, and the end of the last. */
  readonly countryStart: Int32Array;
  /** First roll call of each item, and the end of the last: roll calls stand by item, then session. */
  readonly itemStart: Int32Array;
  /** Whether an item has three answers. One of two has one cut point, between them. */
  readonly hasMiddle: Uint8Array;
  /** Session (by place) of each roll call. */
  readonly rollCallSession: Int32Array;
  /**
   * Of each roll call four places in `voters`: where its lower answers (towards yes) begin, its middle ones,
   * its higher ones, and where those end.
   */
  readonly bounds: Int32Array;
  /** The cell of each vote. */
  readonly voters: Int32Array;
}

/** The answers from yes to no, as the model orders them. */
const ordered = [YES, ABSTAIN, NO] as const;

function answersOf(rollCalls: readonly RollCallVotes[]): readonly number[] {
  return ordered.filter((answer) => rollCalls.some(({ votes }) => votes.includes(answer)));
}

interface Cells extends Pick<Design, 'cellCountry' | 'cellSession' | 'cellVotes' | 'countryStart'> {
  /** Cell of a country in a session, by place, or -1. */
  readonly cellOf: Int32Array;
}

function findCells(
  rollCalls: readonly RollCallVotes[],
  countries: number,
  sessionOf: (rollCall: RollCallVotes) => number,
  sessions: number,
): Cells {
  const counts = new Int32Array(countries * sessions);
  for (const rollCall of rollCalls) {
    const session = sessionOf(rollCall);
    for (let country = 0; country < countries; country++)
      if (rollCall.votes[country]! >= 0) counts[country * sessions + session]!++;
  }
  const used = [...counts.keys()].filter((place) => counts[place]! > 0);
  const cellOf = new Int32Array(counts.length).fill(-1);
  used.forEach((place, cell) => (cellOf[place] = cell));
  const cellCountry = Int32Array.from(used, (place) => Math.trunc(place / sessions));
  const countryStart = new Int32Array(countries + 1);
  for (const country of cellCountry) countryStart[country + 1]!++;
  for (let i = 0; i < countries; i++) countryStart[i + 1]! += countryStart[i]!;
  return {
    cellCountry,
    cellSession: Int32Array.from(used, (place) => place % sessions),
    cellVotes: Int32Array.from(used, (place) => counts[place]!),
    countryStart,
    cellOf,
  };
}

/**
 * Arranges roll calls for the fit. Each must have at least two different answers.
 *
 * @param countries how many there are: the length of every list of votes
 */
export function arrangeVotes(rollCalls: readonly RollCallVotes[], countries: number): Design {
  const sessions = [...new Set(rollCalls.map(({ session }) => session))].sort((x, y) => x - y);
  const placeOf = new Map(sessions.map((session, place) => [session, place]));
  const sessionOf = ({ session }: RollCallVotes) => placeOf.get(session)!;
  const { cellOf, ...cells } = findCells(rollCalls, countries, sessionOf, sessions.length);

  const items = new Map<number, RollCallVotes[]>();
  for (const rollCall of rollCalls) {
    const own = items.get(rollCall.item);
    if (own) own.push(rollCall);
    else items.set(rollCall.item, [rollCall]);
  }
  const total = cells.cellVotes.reduce((sum, votes) => sum + votes, 0);
  const voters = new Int32Array(total);
  const bounds = new Int32Array(rollCalls.length * 4);
  const rollCallSession = new Int32Array(rollCalls.length);
  const itemStart = new Int32Array(items.size + 1);
  const hasMiddle = new Uint8Array(items.size);
  let [item, r, end] = [0, 0, 0];
  for (const own of items.values()) {
    const answers = answersOf(own);
    hasMiddle[item] = Number(answers.length === 3);
    const [low, high] = [answers[0]!, answers.at(-1)!];
    for (const rollCall of own.toSorted((x, y) => x.session - y.session)) {
      const session = sessionOf(rollCall);
      const take = (answer: number | undefined) => {
        for (let country = 0; country < countries; country++)
          if (rollCall.votes[country] === answer)
            voters[end++] = cellOf[country * sessions.length + session]!;
        return end;
      };
      const places = [end, take(low), take(answers.length === 3 ? ABSTAIN : undefined), take(high)];
      bounds.set(places, r * 4);
      rollCallSession[r++] = session;
    }
    itemStart[++item] = r;
  }
  return { sessions, ...cells, itemStart, hasMiddle, rollCallSession, bounds, voters };
}

/** Whether an item is of several roll calls. */
export function isLinked({ itemStart }: Pick<Design, 'itemStart'>, item: number): boolean {
  return itemStart[item + 1]! - itemStart[item]! > 1;
}
