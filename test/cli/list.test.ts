import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { scratch } from '../rollcalls/support.ts';
import { align } from './align.ts';

async function json(...args: string[]) {
  const { stdout, stderr, exitCode } = await align([...args, '-f', 'json']);
  expect(stderr).toBe('');
  expect(exitCode).toBe(0);
  return JSON.parse(stdout) as Record<string, never[]> & { schema: string };
}

async function rows(...args: string[]): Promise<Record<string, string>[]> {
  const { stdout } = await align([...args, '-f', 'csv']);
  return parse(stdout, { columns: true });
}

test('without a name, the catalogs and what else there is', async () => {
  const { stdout, exitCode } = await align(['list']);
  expect(exitCode).toBe(0);
  for (const id of ['eurasia-2020', 'un-general-assembly', 'un-security-council'])
    expect(stdout).toContain(id);
  for (const name of ['issues', 'countries', 'topics', 'sources', 'measures'])
    expect(stdout).toContain(`align list ${name}`);
  const { catalogs, counts } = (await json('list')) as unknown as {
    catalogs: { issues: number; sha256: string }[];
    counts: Record<string, number>;
  };
  expect(counts['issues']).toBe(catalogs.reduce((sum, { issues }) => sum + issues, 0));
  expect(catalogs[0]?.sha256).toMatch(/^[0-9a-f]{64}$/);
});

describe('issues', () => {
  test('are listed by date, with scale or ballot and how many countries', async () => {
    const issues = await rows('list', 'issues');
    const dates = issues.map(({ date = '' }) => date.slice(0, 4));
    expect(dates).toEqual([...dates].sort());
    expect(issues.find(({ issue }) => issue === 'unga-68-262')).toMatchObject({
      topic: 'territorial-integrity',
      date: '2014-03-27',
      scale: 'vote',
      resolution: 'A/RES/68/262',
      countries: '65',
      catalog: 'un-general-assembly',
    });
  });

  test('can be narrowed by catalog, topic and period', async () => {
    const all = await rows('list', 'issues', '-c', 'un-general-assembly');
    expect(all).toHaveLength(201);
    const late = await rows('list', 'issues', '-c', 'un-general-assembly', '--from', '2020-10-22');
    expect(late).toHaveLength(136);
    const early = await rows('list', 'issues', '-c', 'un-general-assembly', '--to', '2020-10-21');
    expect(early).toHaveLength(65);
    const cyber = await rows('list', 'issues', '-t', 'cyber');
    expect(new Set(cyber.map(({ topic }) => topic))).toEqual(new Set(['cyber']));
  });

  test('one a line where it is piped, so that grep finds them', async () => {
    const { stdout } = await align(['list', 'issues']);
    const lines = stdout.trimEnd().split('\n');
    expect(lines).toHaveLength(1 + (await rows('list', 'issues')).length);
  });

  test('wrap to a window', async () => {
    const { stdout } = await align(['list', 'issues'], { env: { COLUMNS: '80' } });
    expect(Math.max(...stdout.split('\n').map(({ length }) => length))).toBeLessThanOrEqual(80);
  });
});

test('countries with their codes, years in the United Nations and issues', async () => {
  const countries = await rows('list', 'countries');
  expect(countries.find(({ code }) => code === 'NAM')).toMatchObject({
    iso2: 'NA',
    iso_numeric: '516',
    cow: 'NAM',
    cow_number: '565',
  });
  expect(countries.find(({ code }) => code === 'RUS')?.['issues']).not.toBe('0');
  expect(countries.find(({ code }) => code === 'GDR')).toMatchObject({
    un_member: '1973-09-18/1990-10-03',
  });
  const narrowed = await rows('list', 'countries', '-c', 'un-security-council');
  expect(narrowed.filter(({ issues }) => issues === '202').map(({ code }) => code)).toEqual([
    'CHN',
    'FRA',
    'GBR',
    'RUS',
    'USA',
  ]);
  expect(narrowed.filter(({ issues }) => issues !== '0')).toHaveLength(40);
});

test('sources with counts of use that add up', async () => {
  const { sources } = (await json('list', 'sources', '-c', 'eurasia-2020')) as unknown as {
    sources: { id: string; uses: number }[];
  };
  expect(sources.length).toBeGreaterThan(100);
  expect(sources.every(({ uses }) => uses > 0)).toBe(true);
  const one = await rows('list', 'sources', '-t', 'iran', '-c', 'eurasia-2020');
  expect(one.length).toBeLessThan(sources.length);
});

test('topics, blocs and interactions', async () => {
  expect((await rows('list', 'topics')).find(({ topic }) => topic === 'cyber')).toMatchObject({
    issues: '10',
  });
  expect((await rows('list', 'blocs')).find(({ bloc }) => bloc === 'quad')).toMatchObject({
    members: 'AUS; IND; JPN; USA',
    count: '4',
  });
  const events = await rows('list', 'interactions', '--to', '2019-12-31');
  expect(events.every(({ date = '' }) => date < '2020')).toBe(true);
});

test('measures with formula, source and use, and conventions', async () => {
  const { stdout } = await align(['list', 'measures']);
  for (const word of ['kappa', 'Cohen 1960', 'Σ', 'state-2022', 'Lijphart'])
    expect(stdout).toContain(word);
  const { measures, conventions } = await json('list', 'measures');
  expect(measures?.map(({ id }) => id)).toContain('agreement');
  expect(conventions?.map(({ id }) => id)).toContain('publicwhip');
  expect((await rows('list', 'conventions')).map(({ convention }) => convention)).toContain(
    'voeten',
  );
});

test('Markdown is a table', async () => {
  const { stdout } = await align(['list', 'topics', '-t', 'cyber', '-f', 'markdown']);
  expect(stdout.split('\n').slice(0, 2)).toEqual([
    '| Topic | Title | Issues | Catalogs |',
    '| --- | --- | --: | --- |',
  ]);
});

test.each([
  [['list', 'isues'], /there is no list of "isues"\n.*did you mean "issues"/],
  [['list', 'issues', '-t', 'ciber'], /no topic is called "ciber"[^]*did you mean "cyber"/],
  [['list', 'issues', '--from', 'soon'], /--from "soon" is no date/],
  [['list', 'issues', '-f', 'html'], /Allowed choices are table, json, csv, markdown/],
])('%j is a usage error', async (args, message) => {
  const { stdout, stderr, exitCode } = await align(args);
  expect(exitCode).toBe(2);
  expect(stdout).toBe('');
  expect(stderr).toMatch(message);
});

describe('series', () => {
  const file = scratch();
  const catalog = file(
    'texts.yaml',
    `catalog: texts
title: Texts
topics: {a: A, b: B}
issues:
  - {id: death-2007, title: Death penalty (2007), series: death, topic: a, date: 2007, scale: vote, votes: {yes: [France]}}
  - {id: death-2020, title: 'Moratorium, December 2020', series: death, topic: b, date: 2020-12, scale: vote, votes: {yes: [France]}}
  - {id: sea-1, title: The sea (2007), topic: a, date: 2007-01-02, scale: vote, votes: {yes: [France]}}
  - {id: sea-2, title: The sea (2008), topic: a, date: 2008-01-02, scale: vote, votes: {yes: [France]}}
  - {id: once, title: Once, series: alone, topic: a, date: 2009, scale: vote, votes: {yes: [France]}}
`,
  );
  const tail = ': resolution / adopted by the General Assembly';
  file(
    'votes.csv',
    [
      'roll_call,resolution,date,session,title,series,subjects,on,FRA',
      `1,A/RES/60/1,2005-12-01,60,Rights of the child ${tail},,Rights,,Y`,
      '2,A/RES/61/1,2006-12-01,61,Rights of the child,,Rights,,Y',
      '3,A/RES/61/1,2006-12-01,61,The Acting President: I shall now put to the vote paragraph 2.,,Rights,paragraph,N',
      '4,A/RES/62/1,2007-12-01,62,Rights of the children,,Children,,Y',
      '5,A/RES/62/2,2007-12-01,62,Rights of the child,children,Rights,,Y',
      '6,A/RES/63/2,2008-12-01,63,Of another name,children,Rights,,Y',
    ].join('\n') + '\n',
  );
  const record = file(
    'record.yaml',
    'catalog: ga\ntitle: Votes\ntopics: {rights: Rights, children: Children}\nrollCalls: [{id: ga, body: UNGA, file: votes.csv}]\n',
  );

  test('of a catalog are those that it names, never told by the title', async () => {
    expect(await rows('list', 'issues', '--series', '-c', catalog)).toEqual([
      {
        series: 'death',
        title: 'Moratorium',
        n: '2',
        from: '2007',
        to: '2020-12',
        issues: 'death-2007; death-2020',
      },
    ]);
    const { stdout } = await align(['list', 'issues', '--series', '-c', catalog]);
    expect(stdout).toMatch(/^death +Moratorium +2 +2007 +2020-12 +death-2007 death-2020$/m);
    const markdown = await align(['list', 'issues', '--series', '-c', catalog, '-f', 'markdown']);
    expect(markdown.stdout).toContain('| Moratorium |');
  });

  test('of a record are told by the titles; its own series overrule them', async () => {
    const { series, schema } = await json('list', 'issues', '--series', '-c', record);
    expect(schema).toBe('align/series@1');
    expect(series).toEqual([
      {
        id: 'unga:right-child',
        title: 'Rights of the child',
        n: 3,
        from: '2005-12-01',
        to: '2006-12-01',
        issues: ['ga-1', 'ga-2', 'ga-3'],
      },
      {
        id: 'children',
        title: 'Of another name',
        n: 2,
        from: '2007-12-01',
        to: '2008-12-01',
        issues: ['ga-5', 'ga-6'],
      },
    ]);
  });

  test('are listed as far as the selection goes', async () => {
    const issues = async (...args: string[]) =>
      (await rows('list', 'issues', '--series', ...args)).map((row) => row['issues']);
    expect(await issues('-c', record, '--from', '2006')).toEqual(['ga-5; ga-6', 'ga-2; ga-3']);
    expect(await issues('-c', record, '--to', '2007-11')).toEqual(['ga-1; ga-2; ga-3']);
    expect(await issues('-c', record, '-t', 'children')).toEqual([]);
    expect(await issues('-c', catalog, '-t', 'a')).toEqual([]);
    expect(await issues('-c', catalog, record)).toHaveLength(3);
  });

  test('are of issues only', async () => {
    const { stderr, exitCode } = await align(['list', 'topics', '--series']);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('align list issues --series');
  });

  test('show says which one an issue belongs to, and its other issues', async () => {
    const text = await align(['show', 'ga-2', '-c', record]);
    expect(text.stdout).toMatch(/^Series +unga:right-child; also ga-1, ga-3$/m);
    expect((await align(['show', 'sea-1', '-c', catalog])).stdout).not.toContain('Series');
    const own = await json('show', 'once', '-c', catalog, '-q');
    expect(own['series']).toEqual({ id: 'alone', others: [] });
    const markdown = await align(['show', 'death-2007', '-c', catalog, '-f', 'markdown']);
    expect(markdown.stdout).toContain('- Series: death; also death-2020');
  });
});
