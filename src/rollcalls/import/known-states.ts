import { copyOf } from './details.ts';

interface KnownState {
  readonly code: string;
  readonly name: string;
  readonly column: number;
  next: KnownState | undefined;
}

/** States of a file by what its rows call them. */
export interface KnownStates {
  /** Column of a state; `undefined` if it is new. */
  readonly find: (code: string, name: string) => number | undefined;
  readonly add: (code: string, name: string, column: number) => void;
}

/**
 * Files list the states of each roll call in much the same order. So the state that came next the last
 * time is tried first: to compare two texts costs a fraction of looking one up.
 */
export function createKnownStates(): KnownStates {
  const byCode = new Map<string, Map<string, KnownState>>();
  let last: KnownState | undefined;
  const follow = (state: KnownState): number => {
    if (last) last.next = state;
    last = state;
    return state.column;
  };
  return {
    find: (code, name) => {
      const next = last?.next;
      if (next?.code === code && next.name === name) {
        last = next;
        return next.column;
      }
      const state = byCode.get(code)?.get(name);
      return state && follow(state);
    },
    add: (code, name, column) => {
      const state = { code: copyOf(code), name: copyOf(name), column, next: undefined };
      const named = byCode.get(state.code) ?? new Map<string, KnownState>();
      byCode.set(state.code, named.set(state.name, state));
      follow(state);
    },
  };
}
