import type { Remark } from '../../results/import.ts';
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
