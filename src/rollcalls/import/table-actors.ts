import { toId } from '../topics.ts';
import { isId } from './ids.ts';
import type { FailAt } from './issue-draft.ts';

/** What a table says of an actor itself. */
export interface TableActor {
  readonly title: string;
  readonly note: string;
  readonly sources: readonly string[];
}

/** Actors that a table has positions of, or rows about. */
export interface TableActors {
  /** The id of one, as a row of its own has it. @throws UserError (exit 3) if it is none's, or a country's */
  readonly add: (text: string, name: string, line: number) => string;
  /** Adds to what is said of one; the first note stands. */
  readonly describe: (id: string, note: string, sources: readonly string[]) => void;
  /** The id of one that a row has named, whichever row it was. */
  readonly find: (text: string) => string | undefined;
  /** By id, sorted. */
  readonly list: () => ReadonlyMap<string, TableActor>;
}

/** What the column `holder` says of an actor. */
export const actorHolder = 'actor';

/** @param isCountry whether a text means a country, or may */
export function createTableActors(
  isCountry: (text: string) => boolean,
  failAt: FailAt,
): TableActors {
  const ids = new Map<string, string>();
  const known = new Map<string, TableActor>();
  return {
    add: (text, name, line) => {
      const id = isId(text) ? text : toId(text);
      const mistaken = [text, id, name].find(isCountry);
      if (mistaken !== undefined)
        throw failAt(
          line,
          `${JSON.stringify(mistaken)} is the name of a country, and cannot be that of an actor`,
          'leave the column "holder" empty in rows of countries, or name the actor otherwise',
        );
      if (id === '')
        throw failAt(line, `${JSON.stringify(text)} gives no id`, 'use letters from a to z');
      ids.set(text, id);
      const called = name || text;
      // A name that is no more than the id says nothing.
      const about = known.get(id) ?? { title: id, note: '', sources: [] };
      known.set(id, about.title === id ? { ...about, title: called } : about);
      return id;
    },
    describe: (id, note, sources) => {
      const about = known.get(id);
      if (about === undefined) return;
      const united = [...new Set([...about.sources, ...sources])];
      known.set(id, { ...about, note: about.note || note, sources: united });
    },
    find: (text) => ids.get(text),
    list: () => new Map([...known].sort(([x], [y]) => (x < y ? -1 : 1))),
  };
}

/** Actors in the words of catalogs: those with positions, and those of whom something is said. */
export function declareActors(
  known: ReadonlyMap<string, TableActor>,
  withPositions: ReadonlySet<string>,
): { readonly actors?: object } {
  const declared: Record<string, string | object> = {};
  for (const [id, { title, note, sources }] of known) {
    if (note === '' && sources.length === 0) {
      if (withPositions.has(id)) declared[id] = title;
      continue;
    }
    declared[id] = {
      title,
      ...(note === '' ? {} : { note }),
      ...(sources.length === 0 ? {} : { sources }),
    };
  }
  return Object.keys(declared).length === 0 ? {} : { actors: declared };
}
