import { toId } from '../topics.ts';
import { isId } from './ids.ts';
import type { FailAt } from './issue-draft.ts';

/** Actors that a table has positions of, with their ids and names. */
export interface TableActors {
  /** The id of one, as a row of its own has it. @throws UserError (exit 3) if it is none's, or a country's */
  readonly add: (text: string, name: string, line: number) => string;
  /** The id of one that a row has named, whichever row it was. */
  readonly find: (text: string) => string | undefined;
  /** Names by id, sorted. */
  readonly list: () => ReadonlyMap<string, string>;
}

/** What the column `holder` says of an actor. */
export const actorHolder = 'actor';

/** @param isCountry whether a text means a country, or may */
export function createTableActors(
  isCountry: (text: string) => boolean,
  failAt: FailAt,
): TableActors {
  const ids = new Map<string, string>();
  const names = new Map<string, string>();
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
      if ((names.get(id) ?? id) === id) names.set(id, called);
      return id;
    },
    find: (text) => ids.get(text),
    list: () => new Map([...names].sort(([x], [y]) => (x < y ? -1 : 1))),
  };
}
