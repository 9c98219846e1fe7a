import type { LeftOut, Remark } from '../../results/import.ts';

const mostExamples = 5;

export const unknownLicence = 'The licence of the table is not known; see that you may use it.';

/** Collects remarks of one kind after another, with a count. */
export interface Remarks {
  /** One of many, of which the first few are named. */
  readonly add: (code: string, message: string, example: () => string) => void;
  /** One that is named, whatever their number. */
  readonly name: (code: string, message: string, example: string) => void;
  /** A text of the file, and how many votes were left out with it. */
  readonly leaveOut: (code: string, message: string, value: LeftOut) => void;
  readonly list: () => readonly Remark[];
}

export function createRemarks(): Remarks {
  const found = new Map<
    string,
    { message: string; count: number; examples: string[]; values: LeftOut[] }
  >();
  const of = (code: string, message: string) => {
    const known = found.get(code) ?? { message, count: 0, examples: [], values: [] };
    found.set(code, known);
    return known;
  };
  return {
    add: (code, message, example) => {
      const known = of(code, message);
      known.count++;
      if (known.examples.length < mostExamples) known.examples.push(example());
    },
    name: (code, message, example) => {
      const known = of(code, message);
      known.count++;
      known.examples.push(example);
    },
    leaveOut: (code, message, value) => {
      const known = of(code, message);
      known.count += value.count;
      known.values.push(value);
    },
    list: () =>
      [...found]
        .map(([code, { values, ...remark }]) => ({
          code,
          ...remark,
          values: values.toSorted((x, y) => y.count - x.count || (x.text < y.text ? -1 : 1)),
        }))
        .sort((x, y) => y.count - x.count || (x.code < y.code ? -1 : 1)),
  };
}
