import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { unData } from '../rollcalls/support.ts';
import { align } from './align.ts';

const scratch = mkdtempSync(join(tmpdir(), 'align-against-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const validate = (...args: string[]) =>
  align(['validate', ...args], { cwd: scratch, env: { ALIGN_CACHE: 'off' } });

const head = 'resolution,date,on,total_yes,total_no,total_abstentions,CHN,FRA,PER,USA';
const rows = [
  'R/74/1,2019-10-01,,100,20,30,Y,N,A,X',
  // Paragraph votes of the same day, an earlier vote on the same symbol, and the vote that counts.
  'A/RES/74/2,2019-10-02,paragraph,,,,N,N,N,N',
  'A/RES/74/2,2019-09-01,,,,,N,N,N,N',
  'A/RES/74/2,2019-10-02,,,,,Y,Y,Y,N',
  // Two votes of one day that nothing tells apart.
  'A/RES/74/3,2019-10-03,,,,,Y,Y,Y,Y',
  'A/RES/74/3,2019-10-03,,,,,N,N,N,N',
  'R/30/3379,1975-11-10,,,,,Y,N,Y,',
  'A/RES/74/5,2019-10-05,amendment,,,,Y,N,Y,N',
];

function writeRecord(name: string, lines: readonly string[]): void {
  mkdirSync(join(scratch, name));
  writeFileSync(join(scratch, name, 'votes.csv'), [head, ...lines, ''].join('\n'));
  writeFileSync(
    join(scratch, name, 'catalog.yaml'),
    `catalog: ${name}\ntitle: Record\nrollCalls: [{id: ${name}, body: UNGA, file: votes.csv}]\n`,
  );
}

function writeCatalog(name: string, issues: readonly string[]): void {
  writeFileSync(
    join(scratch, name),
    [
      `catalog: ${name.replace('.yaml', '')}`,
      'title: Mine',
      'sources: {paper: {title: A paper}}',
      'topics: {war: War}',
      'issues:',
      ...issues.map((issue) => `  - {topic: war, title: T, sources: [paper], ${issue}}`),
      '',
    ].join('\n'),
  );
}

const unga = (resolution: string, more = '') =>
  `vote: {body: UNGA, resolution: ${resolution}${more}}`;

/** Findings as `line code severity the-text-at-the-place`. */
async function findingsOf(...args: string[]) {
  const { stdout, stderr, exitCode } = await validate(...args, '-f', 'json');
  expect(stderr).toBe('');
  const { diagnostics, comparison } = JSON.parse(stdout) as {
    diagnostics: { code: string; severity: string; line: number; message: string; hint: string }[];
    comparison: unknown;
  };
  return { exitCode, diagnostics, comparison };
}

beforeAll(() => writeRecord('ga', rows));

describe('align validate --against', () => {
  it('passes a catalog that says what the record says, however symbols are written', async () => {
    writeCatalog('sound.yaml', [
      `id: one, date: 2019-10-01, ${unga('A/RES/74/1', ', result: {yes: 100, no: 20, abstain: 30}')}, votes: {yes: [China], no: [FRA], abstain: [peru], absent: [usa]}`,
      `id: two, date: 2019-10-02, ${unga('A/RES/74/2')}, votes: {yes: [China, France], no: [usa]}`,
      `id: old, date: 1975-11, ${unga('A/RES/3379 (XXX)')}, votes: {yes: [China], no: [France]}`,
      `id: five, date: 2019, ${unga('A/RES/74/5', ', on: amendment')}, votes: {yes: [China]}`,
      `id: council, date: 2019-10-02, vote: {body: UNSC, resolution: S/RES/9}, votes: {yes: [China]}`,
    ]);
    const { stdout, stderr, exitCode } = await validate(
      'sound.yaml',
      '--against',
      'ga',
      '--strict',
    );
    expect({ stdout, stderr, exitCode }).toEqual({
      stdout:
        '1 catalog, nothing to complain about\nroll calls found in ga: 4 of 4; votes that agree: 10 of 10\n',
      stderr: '',
      exitCode: 0,
    });
  });

  it('reports each vote that differs at the country, with its line in the record', async () => {
    writeCatalog('wrong.yaml', [
      `id: one, date: 2019-10-01, ${unga('A/RES/74/1')}, votes: {yes: [China, France], no: [usa], absent: [peru]}`,
      `id: old, date: 1975-11-10, ${unga('A/RES/3379 (XXX)')}, votes: {absent: [usa]}`,
    ]);
    const { stdout, exitCode } = await validate('wrong.yaml', '--against', 'ga');
    expect(exitCode).toBe(1);
    const lines = stdout.split('\n');
    const caretAt = (message: string) => {
      const at = lines.findIndex((line) => line.includes(message));
      return lines[at + 1]?.slice(lines[at + 2]?.indexOf('^')).split(/[\],]/)[0];
    };
    const said = {
      'France is listed under yes on A/RES/74/1, but voted no in the record [vote-differs]':
        'France',
      'United States is listed under no on A/RES/74/1, but was absent in the record': 'usa',
      'Peru is listed under absent on A/RES/74/1, but abstained in the record': 'peru',
      'United States is listed under absent on A/RES/3379 (XXX), but has no vote in the record':
        'usa',
    };
    expect(Object.keys(said).map(caretAt)).toEqual(Object.values(said));
    expect(stdout).toContain('ga/votes.csv:2, the vote of 2019-10-01');
    expect(stdout).toMatch(
      /4 errors in 1 catalog\nroll calls found in ga: 2 of 2; votes that agree: 1 of 5\n$/,
    );
  });

  it('does not ask for absences of a record that has none', async () => {
    writeRecord('present', ['R/74/1,2019-10-01,,,,,Y,N,A,']);
    writeCatalog('absent.yaml', [
      `id: one, date: 2019-10-01, ${unga('A/RES/74/1')}, votes: {yes: [China], absent: [usa]}`,
    ]);
    expect(await findingsOf('absent.yaml', '--against', 'present')).toEqual({
      exitCode: 0,
      diagnostics: [],
      comparison: { record: 'present', claimed: 1, found: 1, votes: 2, agreeing: 2 },
    });
  });

  it('warns of tallies, dates, what is not in the record, and what may be several votes', async () => {
    writeCatalog('doubtful.yaml', [
      `id: one, date: 2019-10-09, ${unga('A/RES/74/1', ', result: {yes: 101, no: 20, abstain: 30}')}, votes: {yes: [China]}`,
      `id: two, date: 2019-10-02, ${unga('A/RES/74/2', ', result: {yes: 3, no: 2, abstain: 0}')}, votes: {yes: [China]}`,
      `id: three, date: 2019-10-03, ${unga('A/RES/74/3')}, votes: {yes: [China]}`,
      `id: four, date: 2019-10-03, ${unga('A/RES/74/4')}, votes: {yes: [China]}`,
      `id: five, date: 2019-10-05, ${unga('A/RES/74/5')}, votes: {yes: [China]}`,
      `id: six, date: 2019-10-05, votes: {yes: [China]}`,
      `id: seven, date: 2019-10-03, ${unga('A/RES/74/3', ', result: {yes: 0, no: 4, abstain: 0}')}, votes: {no: [China, Chad]}`,
    ]);
    const { exitCode, diagnostics, comparison } = await findingsOf(
      'doubtful.yaml',
      '--against',
      'ga/catalog.yaml',
    );
    expect(exitCode).toBe(0);
    expect(diagnostics.map(({ line, code, severity }) => [line, code, severity])).toEqual(
      [
        [6, 'date-differs'],
        [6, 'tally-differs'],
        [7, 'tally-differs'],
        [8, 'ambiguous-roll-call'],
        [9, 'not-in-record'],
        [10, 'not-in-record'],
        [11, 'not-in-record'],
        [12, 'not-in-record'],
      ].map(([line, code]) => [line, code, 'warning']),
    );
    const text = diagnostics.map(({ message, hint }) => `${message}; ${hint}`);
    expect(text[1]).toContain('101 yes, the record 100');
    expect(text[2]).toContain('2 no, the votes in the record add up to 1');
    expect(text[3]).toMatch(/2 votes on A\/RES\/74\/3.*votes\.csv:6.*votes\.csv:7/);
    expect(text[4]).toContain('from 1975-11-10 to 2019-10-05');
    expect(text[5]).toContain('A/RES/74/5 as a whole');
    expect(text[7]).toContain('Chad (TCD) is not in the record');
    expect(comparison).toEqual({
      record: 'ga/catalog.yaml',
      claimed: 6,
      found: 3,
      votes: 3,
      agreeing: 3,
    });
    expect((await validate('doubtful.yaml', '--against', 'ga', '--strict')).exitCode).toBe(1);
  });

  it.each([
    ['markdown', 'roll calls found in ga: 1 of 1; votes that agree: 0 of 1'],
    ['github', 'roll calls found in ga: 1 of 1; votes that agree: 0 of 1'],
  ])('says so in %s', async (format, summary) => {
    writeCatalog('one.yaml', [
      `id: one, date: 2019-10-01, ${unga('A/RES/74/1')}, votes: {no: [China]}`,
    ]);
    const { stdout, exitCode } = await validate('one.yaml', '--against', 'ga', '-f', format);
    expect(exitCode).toBe(1);
    expect(stdout).toContain('vote-differs');
    expect(stdout).toContain(summary);
  });

  it.each([
    ['nowhere', /nowhere/],
    ['ga/votes.csv', /votes\.csv is no catalog with roll calls/],
    ['un-security-council', /no catalog with roll calls/],
    ['broken', /roll calls/],
  ])('ends with exit code 3 if the record is %s', async (record, message) => {
    if (record === 'broken') writeRecord('broken', ['R/74/1,2019-10-01,,,,,Q,N,A,']);
    const { stdout, stderr, exitCode } = await validate('--against', record);
    expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: 3 });
    expect(stderr).toMatch(message);
  });
});

describe.skipIf(!unData)('the real record', () => {
  it('has every vote of the bundled General Assembly catalog, as far as it goes', async () => {
    const imported = await align(['import', 'unvotes', unData!, '-o', 'unvotes'], { cwd: scratch });
    expect(imported.exitCode).toBe(0);
    const { exitCode, diagnostics, comparison } = await findingsOf(
      'un-general-assembly',
      '--against',
      'unvotes',
    );
    expect(exitCode).toBe(0);
    // The tables end in January 2020; later votes are of the 75th session on, or the eleventh special one.
    const missing = diagnostics.filter(({ code }) => code === 'not-in-record');
    expect(missing).toHaveLength(136);
    for (const { message } of missing)
      expect(message).toMatch(/A\/(?:RES|DEC)\/(?:7[5-9]|80|ES-1[01])\//);
    expect(comparison).toEqual({
      record: 'unvotes',
      claimed: 201,
      found: 65,
      votes: 4282,
      agreeing: 4282,
    });
    expect(
      diagnostics.filter(({ code }) => code === 'date-differs').map(({ message }) => message),
    ).toEqual([expect.stringContaining('unga-62-249')]);
  }, 60_000);
});
