import { utils, write } from '@e965/xlsx';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { importRecord } from '../../../src/rollcalls/import/run.ts';
import { scratch, testAtlas } from '../support.ts';
import { scoresOf } from './scores.ts';

const file = scratch();

const countries = [
  { code: 'BRA', names: ['Brazil', 'BRA', 'BR', '076', '76', '140', 'Brasil', 'BRA'] },
  { code: 'CHN', names: ['China', 'CHN', 'CN', '156', '156', '710', 'China', 'CHN'] },
  { code: 'DEU', names: ['Germany', 'DEU', 'DE', '276', '276', '255', 'Alemania', 'GMY'] },
  { code: 'RUS', names: ['Russia', 'RUS', 'RU', '643', '643', '365', 'Rusia', 'RUS'] },
  {
    code: 'USA',
    names: ['United States', 'USA', 'US', '840', '840', '2', 'Estados Unidos', 'USA'],
  },
] as const;

/** Yes, no, abstain, as people write them; those at the end cannot be told, and may not be guessed. */
const writings: readonly (readonly [yes: string, no: string, abstain: string])[] = [
  ['yes', 'no', 'abstain'],
  ['YES', 'NO', 'ABSTAIN'],
  ['In favour', 'Against', 'Abstention'],
  ['Y', 'N', 'A'],
  ['1', '3', '2'],
  ['1.0', '3.0', '2.0'],
  ['1', '-1', '0'],
  ['1.0', '-1.0', '0.0'],
  ['+1', '−1', '0'],
  ['+', '-', '0'],
  ['Pour', 'Contre', 'Abstention'],
  ['Ja', 'Nein', 'Enthaltung'],
  ['P', 'C', 'A'],
  ['O', 'N', 'A'],
  ['J', 'N', 'E'],
  ['S', 'N', 'A'],
  ['F', 'N', 'A'],
  ['1', '6', '7'],
  ['1', '0', '0'],
  ['1', '2', '0'],
  ['2', '0', '1'],
  ['F', 'A', 'Abs'],
  ['5', '1', '4'],
  ['0.9', '0.1', '0.5'],
  ['100', '0', '50'],
];
const absences = [
  '',
  'absent',
  'X',
  'NV',
  'DID_NOT_VOTE',
  '.',
  '-',
  'NaN',
  'NA',
  'n/a',
  '99',
  '-9',
];
const headings = [
  ['issue', 'country', 'position', 'date'],
  ['rcid', 'ccode', 'vote', 'date'],
  ['Resolution', 'State', 'Vote', 'Day'],
  ['ROLL_CALL', 'COUNTRY_CODE', 'VOTE', 'DATE'],
  ['which', 'who', 'what', 'when'],
] as const;

/** A day of January 2020, as people write it; of days after the 12th there is one reading. */
const dateForms: readonly ((day: number) => string)[] = [
  (day) => `2020-01-${day}`,
  (day) => `2020-01-${day}`,
  (day) => `2020-01-${day}T00:00:00`,
  (day) => `${day}/01/2020`,
  (day) => `01/${day}/2020`,
  (day) => `${day}.1.2020`,
  (day) => `202001${day}`,
  (day) => `${day} January 2020`,
  (day) => `${day}jan2020`,
  (day) => String(43830 + day),
  (day) => String(21914 + day),
];
const firstDay = 14;

const yesNoAbstain = 'YNA';
const votes = fc.array(
  fc.array(fc.constantFrom('Y', 'N', 'A', 'X'), { minLength: 5, maxLength: 5 }),
  { minLength: 1, maxLength: 7 },
);
const manner = fc.record({
  writing: fc.constantFrom(...writings),
  /** Of every third row, in words, as by another hand. */
  other: fc.option(fc.constantFrom(...writings.slice(0, 4), writings[10]!, writings[11]!), {
    nil: undefined,
    freq: 5,
  }),
  absence: fc.constantFrom(...absences, undefined),
  names: fc.nat({ max: countries[0].names.length - 1 }),
  heading: fc.constantFrom(...headings),
  columns: fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }),
  seed: fc.nat(),
  separator: fc.constantFrom(',', ',', ',', ';', '\t', '|'),
  mark: fc.constantFrom('', '\u{feff}'),
  ends: fc.constantFrom('\n', '\r\n'),
  quoted: fc.boolean(),
  spaces: fc.boolean(),
  repeated: fc.boolean(),
  date: fc.constantFrom(...dateForms),
  total: fc.boolean(),
  /** A workbook, its numbers as numbers or as text. */
  book: fc.constantFrom(undefined, undefined, undefined, 'numbers', 'text'),
});

/** Agreement by dyad, from the votes themselves. */
function truth(rows: readonly (readonly string[])[]): Record<string, readonly [number, number]> {
  const scores: Record<string, readonly [number, number]> = {};
  countries.forEach(({ code: a }, i) => {
    countries.slice(i + 1).forEach(({ code: b }, k) => {
      const joint = rows
        .map((row) => [row[i]!, row[i + 1 + k]!].map((vote) => 'NAY'.indexOf(vote)))
        .filter((pair) => pair.every((place) => place >= 0));
      const apart = joint.reduce((sum, [x = 0, y = 0]) => sum + Math.abs(x - y) / 2, 0);
      if (joint.length > 0)
        scores[`${a} ${b}`] = [Number((1 - apart / joint.length).toFixed(12)), joint.length];
    });
  });
  return scores;
}

function written(
  rows: readonly (readonly string[])[],
  how: typeof manner extends fc.Arbitrary<infer T> ? T : never,
): string | Buffer {
  // A minus is an absence wherever there is no plus, and no table has it for two things.
  const isSigned = how.writing[1] === '-';
  // Nor can two hands be told apart of which both have an A.
  const other = isSigned || how.writing[1] === 'A' ? undefined : how.other;
  const absence = isSigned && how.absence === '-' ? '' : how.absence;
  const lines = rows.flatMap((row, issue) =>
    row.flatMap((vote, at) => {
      const hand = other !== undefined && (issue + at) % 3 === 0 ? other : how.writing;
      const word = vote === 'X' ? absence : hand[yesNoAbstain.indexOf(vote)]!;
      const cells = [
        `R${issue}`,
        countries[at]!.names[how.names]!,
        word ?? '',
        how.date(firstDay + issue),
      ];
      return word === undefined ? [] : [cells];
    }),
  );
  const ordered = lines
    .map((cells, i) => ({ cells, key: ((i + 1) * (how.seed % 9973)) % 101 }))
    .sort((x, y) => x.key - y.key)
    .map(({ cells }) => cells);
  const totals = how.total
    ? [
        ['Total', '', '', ''],
        ['', '', '', ''],
      ]
    : [];
  const repeated = how.repeated ? ordered.slice(0, 3) : [];
  const all = [[...how.heading], ...ordered, ...repeated, ...totals];
  if (how.book !== undefined) {
    const cell = (text: string) =>
      how.book === 'numbers' && /^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) : text;
    const book = utils.book_new();
    const sheet = all.map((cells) => how.columns.map((at) => cell(cells[at]!)));
    utils.book_append_sheet(book, utils.aoa_to_sheet(sheet), 'Votes');
    return write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer;
  }
  const field = (text: string) => {
    const spaced = how.spaces ? `${text} ` : text;
    return how.quoted ? `"${spaced}"` : spaced;
  };
  const text = all.map((cells) => how.columns.map((at) => field(cells[at]!)).join(how.separator));
  return how.mark + text.join(how.ends) + how.ends;
}

describe('a good table, written as people do', () => {
  let count = 0;

  it('has the same scores, or is refused', async () => {
    let read = 0;
    await fc.assert(
      fc.asyncProperty(votes, manner, async (rows, how) => {
        const ending = how.book === undefined ? 'csv' : 'xlsx';
        const path = file(`${count++}.${ending}`, written(rows, how));
        const outcome = await importRecord({ file: path, id: 'x', atlas: testAtlas() }).catch(
          (error: unknown) => error as { name?: string; exitCode?: number },
        );
        if (!('summary' in outcome)) {
          expect(outcome).toMatchObject({ name: 'UserError', exitCode: 3 });
          return;
        }
        read++;
        expect(scoresOf(outcome)).toEqual(truth(rows));
        const last = rows.findLastIndex((row) => row.some((vote) => vote !== 'X' || how.absence));
        if (last >= 0) expect(outcome.summary.period.to).toBe(`2020-01-${firstDay + last}`);
      }),
      { numRuns: 2000, seed: 18 },
    );
    // It is not by refusing everything that nothing is read wrong.
    expect(read).toBeGreaterThan(150);
  }, 120_000);
});
