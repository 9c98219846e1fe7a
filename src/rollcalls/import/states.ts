import type { CountryCode } from '../../catalog/model.ts';
import type { Atlas, Resolution } from '../../countries/resolve.ts';
import type { Asking } from './country-codes.ts';
import type { Remarks } from './summary.ts';

/** Finds the column of the record that a source's name for a state belongs in. */
export interface StateFinder {
  /**
   * The first of several names or codes that means one state, in the year if there is one;
   * `undefined` if none does. The code of a historic state means that state in any year. States that share a COW number (the Soviet Union and Russia,
   * Yugoslavia and Serbia) are one column, as in every published record.
   */
  readonly find: (names: readonly string[], year?: number) => CountryCode | undefined;
}

export function createStateFinder(atlas: Atlas, ask: Asking = (text) => text): StateFinder {
  const known = new Map<string, CountryCode | undefined>();

  const column = (resolution: Resolution): CountryCode | undefined => {
    if (resolution.kind !== 'found') return undefined;
    let { country } = resolution;
    for (;;) {
      const next = atlas.byCode(country.continuedBy ?? '');
      if (!next || next.cow?.number !== country.cow?.number) return country.code;
      country = next;
    }
  };

  return {
    find: (names, year) => {
      const key = `${names.join('\0')}\0${year ?? ''}`;
      if (known.has(key)) return known.get(key);
      let code: CountryCode | undefined;
      for (const name of names) {
        const isHistoric = atlas.byCode(name)?.historic === true;
        const options = year === undefined || isHistoric ? {} : { year };
        code ??= column(atlas.resolve(name.includes(':') ? name : ask(name), options));
      }
      known.set(key, code);
      return code;
    },
  };
}

/** A state that a file names and nobody knows. */
export interface UnknownState {
  readonly names: readonly string[];
  readonly text: string;
  readonly count: number;
  readonly place: string;
}

/** So many are looked up, the most frequent: each costs about a millisecond. */
const mostMatched = 500;

/** Remarks on states that are not known, with what may have been meant. */
export function leaveOutStates(
  unknown: readonly UnknownState[],
  message: string,
  atlas: Atlas,
  skipped: Remarks,
): void {
  const byCount = unknown.toSorted((x, y) => y.count - x.count);
  for (const [i, { names, text, count, place }] of byCount.entries()) {
    const near = i < mostMatched ? nearestState(names, atlas) : undefined;
    skipped.leaveOut('unknown-country', message, { text, count, place, nearest: near ?? null });
  }
}

function nearestState(names: readonly string[], atlas: Atlas): string | undefined {
  for (const name of names) {
    const found = atlas.resolve(name);
    if (found.kind === 'ambiguous') return found.candidates.map((each) => each.name).join(' or ');
    if (found.kind === 'unknown' && found.suggestions[0] !== undefined) return found.suggestions[0];
  }
  return undefined;
}
