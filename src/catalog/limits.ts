/** How much an input file may hold; see docs/limits.md. */
export interface Limits {
  /** Megabytes of a file. */
  readonly megabytes: number;
  /** Lists and mappings within each other. */
  readonly depth: number;
  /** Values that aliases add, each counting for all that it stands for. */
  readonly copies: number;
  /** Characters of one text. */
  readonly characters: number;
}

const defaultLimits: Limits = {
  megabytes: 64,
  depth: 100,
  copies: 1_000_000,
  characters: 1_000_000,
};

/** The limits, each raised so many times. */
export function limitsTimes(times = 1): Limits {
  const { megabytes, depth, copies, characters } = defaultLimits;
  return {
    megabytes: megabytes * times,
    depth: depth * times,
    copies: copies * times,
    characters: characters * times,
  };
}

/** What a file is told that has more than it may. */
export const raiseHint = 'if it is meant so, --limits 10 allows ten times as much';
