/** What an import read, left out and doubts. Plain data. */
export interface ImportSummary {
  readonly format: string;
  readonly sources: readonly SourceFile[];
  /** Rows of the votes file. */
  readonly rows: number;
  readonly rollCalls: number;
  readonly countries: number;
  /** Yes, abstain or no. */
  readonly votes: number;
  readonly absences: number;
  /** First and last day voted on. */
  readonly period: { readonly from: string; readonly to: string };
  /** What was left out, most first. */
  readonly skipped: readonly Remark[];
  /** What was read but looks wrong, most first. Nothing is corrected. */
  readonly doubtful: readonly Remark[];
  readonly license: string;
  /** What the licence asks of whoever uses the data. */
  readonly licenseNote: string;
}

export interface SourceFile {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
}

export interface Remark {
  /** Stable name, such as `tally-differs`. */
  readonly code: string;
  readonly message: string;
  readonly count: number;
  /** The first few. */
  readonly examples: readonly string[];
}

const mostExamples = 5;

/** Collects remarks of one kind after another, with a count and the first few examples of each. */
export interface Remarks {
  readonly add: (code: string, message: string, example: () => string) => void;
  readonly list: () => readonly Remark[];
}

export function createRemarks(): Remarks {
  const found = new Map<string, { message: string; count: number; examples: string[] }>();
  return {
    add: (code, message, example) => {
      const known = found.get(code);
      if (!known) {
        found.set(code, { message, count: 1, examples: [example()] });
        return;
      }
      known.count++;
      if (known.examples.length < mostExamples) known.examples.push(example());
    },
    list: () =>
      [...found]
        .map(([code, remark]) => ({ code, ...remark }))
        .sort((x, y) => y.count - x.count || (x.code < y.code ? -1 : 1)),
  };
}
