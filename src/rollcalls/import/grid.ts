import { inputError } from '../../errors.ts';
import type { DetailColumn } from '../record.ts';
import type { Remarks } from './summary.ts';

export type Details = Readonly<Partial<Record<DetailColumn, string>>>;

/** Nothing has been said yet; values follow from 1. */
const UNSEEN = 0;
const initialStates = 256;
/** Beyond so many, a column holds something else than states. */
const mostStates = 20_000;
/** Values from this one on are no codes of votes, and one to the grid. */
export const otherValue = 255;

/** A text of the file as it was first met, and how often it is there. */
export interface Met {
  readonly text: string;
  count: number;
  readonly place: string;
}

interface GridRow {
  /** May be filled in later. */
  details: Details;
  cells: Uint8Array;
}

/** A vote for a place that has another one. */
export interface Again {
  readonly rollCall: number;
  readonly state: number;
  readonly value: number;
  readonly place: string;
}

/**
 * What a file says, in whatever order, before anything is understood: roll calls by what it calls states,
 * and in each cell the number of a text. What the texts mean is decided by all of them.
 */
export interface VoteGrid {
  /** Index of the roll call with this id; `describe` is asked once, when it is first seen. */
  readonly rollCall: (id: string, describe: () => Details) => number;
  readonly find: (id: string) => number | undefined;
  readonly details: (rollCall: number) => Details;
  /** Index of a state, by the names and codes that the file gives it; `also` is for people. */
  readonly state: (names: readonly string[], place: () => string, also?: string) => number;
  /** Number of the text of a vote. */
  readonly value: (text: string, place: () => string) => number;
  readonly cast: (rollCall: number, state: number, value: number, place: () => string) => void;
  readonly rows: readonly GridRow[];
  readonly states: readonly (Met & { readonly names: readonly string[] })[];
  readonly values: readonly Met[];
  readonly again: readonly Again[];
}

export function createGrid(skipped: Remarks): VoteGrid {
  const indexOf = new Map<string, number>();
  const rows: GridRow[] = [];
  const stateIndex = new Map<string, number>();
  const states: (Met & { names: readonly string[] })[] = [];
  const valueIndex = new Map<string, number>();
  const values: Met[] = [];
  const again: Again[] = [];
  let placed = 0;

  return {
    rows,
    states,
    values,
    again,
    find: (id) => indexOf.get(id),
    details: (index) => rows[index]!.details,
    rollCall: (id, describe) => {
      let index = indexOf.get(id);
      if (index === undefined) {
        index = rows.length;
        indexOf.set(id, index);
        rows.push({ details: describe(), cells: new Uint8Array(initialStates) });
      }
      return index;
    },
    state: (names, place, also = '') => {
      const key = names.join('\0');
      let index = stateIndex.get(key);
      if (index === undefined) {
        index = states.length;
        if (index === mostStates)
          throw inputError(`there are more than ${mostStates} different countries`, {
            hint: 'is --country the column of the country?',
          });
        stateIndex.set(key, index);
        states.push({ names, text: [...names, also].join(' ').trim(), count: 0, place: place() });
      }
      return index;
    },
    value: (text, place) => {
      let value = valueIndex.get(text);
      if (value === undefined) {
        values.push({ text, count: 0, place: place() });
        value = values.length;
        valueIndex.set(text, value);
      }
      return value;
    },
    cast: (index, state, value, place) => {
      const row = rows[index]!;
      if (state >= row.cells.length) {
        const grown = new Uint8Array(state * 2);
        grown.set(row.cells);
        row.cells = grown;
      }
      values[value - 1]!.count++;
      states[state]!.count++;
      const known = row.cells[state]!;
      const cell = Math.min(value, otherValue);
      if (known === UNSEEN) row.cells[state] = cell;
      else if (known === cell)
        skipped.add('duplicate-row', 'rows that repeat an earlier one', place);
      else again.push({ rollCall: index, state, value: cell, place: placed++ < 5 ? place() : '' });
    },
  };
}
