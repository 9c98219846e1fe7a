import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ABSENT, MISSING } from '../../src/evidence/evidence.ts';
import { readRecord } from '../../src/rollcalls/read.ts';
import { ABSTAIN, detailColumns, NO, YES } from '../../src/rollcalls/record.ts';
import { writeRecord } from '../../src/rollcalls/write.ts';
import { recordOf } from './support.ts';

const small = `roll_call,resolution,date,session,title,USA,CHN,GDR
7,A/RES/74/1,2019-12-18,74,"Peace, and ""quiet""",Y,N,
8,A/RES/74/2,2019-12-19,74,Trade,A,X,Y
`;

describe('a roll-call file', () => {
  it('gives votes by country and details by roll call', () => {
    const record = recordOf(small);
    expect(record.size).toBe(2);
    expect(record.countries).toEqual(['CHN', 'GDR', 'USA']);
    expect([...record.votesOf('USA')]).toEqual([YES, ABSTAIN]);
    expect([...record.votesOf('CHN')]).toEqual([NO, ABSENT]);
    expect([...record.votesOf('GDR')]).toEqual([MISSING, YES]);
    expect(record.detail('title', 0)).toBe('Peace, and "quiet"');
    expect(record.detail('subjects', 0)).toBe('');
    expect(record.lineOf(1)).toBe(3);
  });

  it('reads shuffled columns, unknown columns, CRLF, a byte-order mark and no last line end alike', () => {
    const shuffled = `\uFEFFUSA,date,note,GDR,resolution,CHN,title,session,roll_call\r
Y,2019-12-18,"x
y",,A/RES/74/1,N,"Peace, and ""quiet""",74,7\r
A,2019-12-19,,Y,A/RES/74/2,X,Trade,74,8`;
    const [record, other] = [recordOf(small), recordOf(shuffled)];
    for (const country of record.countries)
      expect(other.votesOf(country)).toEqual(record.votesOf(country));
    for (const column of detailColumns)
      for (const i of [0, 1]) expect(other.detail(column, i)).toBe(record.detail(column, i));
    expect(other.lineOf(1)).toBe(4);
  });

  it('reads quoted votes too, as a spreadsheet may write them', () => {
    expect([
      ...recordOf(small.replace('Trade,A,X,Y', '"Trade","A","X","Y"')).votesOf('CHN'),
    ]).toEqual([NO, ABSENT]);
  });

  it('reads back what was written', () => {
    const vote = fc.constantFrom(YES, NO, ABSTAIN, ABSENT, MISSING);
    const text = fc.string({ unit: fc.constantFrom('a', 'ü', '"', ',', '\n', '=', "'", '-', '@') });
    const rows = fc.array(
      fc.record({ title: text, votes: fc.array(vote, { minLength: 3, maxLength: 3 }) }),
      { minLength: 1, maxLength: 80 },
    );
    fc.assert(
      fc.property(rows, (table) => {
        const csv = writeRecord(
          ['CHN', 'RUS', 'USA'],
          table.map(({ title, votes }, i) => ({
            details: { roll_call: String(i), resolution: 'r', date: '2020-01-01', title },
            votes,
          })),
        );
        const record = recordOf(csv);
        expect(record.size).toBe(table.length);
        expect(Array.from(table, (_, i) => record.detail('title', i))).toEqual(
          table.map(({ title }) => title),
        );
        record.countries.forEach((country, c) =>
          expect([...record.votesOf(country)]).toEqual(table.map(({ votes }) => votes[c])),
        );
      }),
    );
  });

  it('writes no cell that a spreadsheet would run', () => {
    const csv = writeRecord(
      ['USA'],
      [
        {
          details: { roll_call: '1', resolution: 'r', date: '2020-01-01', title: '=1+1' },
          votes: [YES],
        },
      ],
    );
    expect(csv).toContain(",'=1+1,");
    expect(recordOf(csv).detail('title', 0)).toBe('=1+1');
  });

  const broken: readonly (readonly [string, string | Buffer, RegExp, number, number])[] = [
    ['an empty file', '', /no roll calls/, 1, 1],
    ['a header alone', 'resolution,date,USA\n', /no roll calls/, 1, 1],
    ['no country', 'resolution,date,votes\nr,2020-01-01,Y\n', /no column of a country/, 1, 1],
    ['no date', 'resolution,USA\nr,Y\n', /no column "date"/, 1, 1],
    ['a column twice', 'resolution,date,USA,USA\nr,2020-01-01,Y,N\n', /called "USA"/, 1, 1],
    ['another letter', small.replace('A,X,Y', 'A,Q,Y'), /"Q" of CHN is no vote/, 3, 36],
    ['a word', small.replace('A,X,Y', 'A,X,yes'), /"yes" of GDR is no vote/, 3, 38],
    ['a short row', small.replace('A,X,Y', 'A,X'), /7 fields, the header has 8/, 3, 1],
    ['a long row', small.replace('A,X,Y', 'A,X,Y,N'), /9 fields, the header has 8/, 3, 1],
    [
      'a day that is none',
      small.replace('2019-12-19', '2019-02-30'),
      /"2019-02-30" is no day/,
      3,
      1,
    ],
    ['a month', small.replace('2019-12-19', '2019-12'), /"2019-12" is no day/, 3, 1],
    ['a session that is none', small.replace('12-19,74', '12-19,lxxiv'), /no session/, 3, 1],
    ['an open quotation mark', small.replace('Trade', '"Trade'), /never closed/, 3, 28],
    ['text after one', small.replace('Trade', '"Tr"ade'), /after a closing/, 3, 32],
    ['Latin-1', Buffer.from(small.replace('Trade', 'C\xf4te'), 'latin1'), /not UTF-8/, 1, 1],
  ];
  it.each(broken)('is refused with its place: %s', (_, content, message, line, column) => {
    const { record, findings } = readRecord(Buffer.from(content), 'votes.csv');
    expect(record).toBeUndefined();
    expect(findings[0]).toMatchObject({ severity: 'error', file: 'votes.csv', line, column });
    expect(findings[0]?.message).toMatch(message);
  });

  it('reports every bad vote of a file, not only the first', () => {
    const { findings } = readRecord(
      Buffer.from('resolution,date,USA,CHN\nr,2020-01-01,?,Y\ns,2020-01-02,Y,!\n'),
      'votes.csv',
    );
    expect(findings.map(({ line }) => line)).toEqual([2, 3]);
  });
});
