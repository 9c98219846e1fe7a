import {
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { loadCatalog } from '../../src/catalog/load.ts';
import { checkTarget, writeDirectory } from '../../src/cli/import-directory.ts';
import { ABSENT, MISSING } from '../../src/evidence/evidence.ts';
import { importRecord, type ImportOptions } from '../../src/rollcalls/import/run.ts';
import { parseLabels } from '../../src/rollcalls/import/table.ts';
import { ABSTAIN, NO, type RollCallRecord, YES } from '../../src/rollcalls/record.ts';
import { recordOf, scratch, testAtlas } from './support.ts';

const file = scratch();
let count = 0;

function freshDirectory(): string {
  return file(`out-${count++}`);
}

async function importText(
  format: ImportOptions['format'],
  content: string | Buffer,
  { output = freshDirectory(), ...more }: Partial<ImportOptions> & { output?: string } = {},
) {
  const options = { format, file: file(`in-${count++}.csv`, content), id: 'test', ...more };
  checkTarget(output, ['catalog.yaml', `${options.id}.csv`]);
  const { summary, ...files } = await importRecord({ atlas: testAtlas(), ...options });
  await writeDirectory(output, files);
  const yaml = readFileSync(join(output, 'catalog.yaml'));
  const { catalog, findings } = loadCatalog(yaml, join(output, 'catalog.yaml'), {
    atlas: testAtlas(),
    cameoCodes: new Set(),
  });
  const csv = join(output, 'test.csv');
  const record = existsSync(csv) ? recordOf(readFileSync(csv, 'utf8')) : undefined;
  return { summary, catalog, findings, record: record as RollCallRecord, output };
}

const voetenHeader =
  'rcid,ccode,member,vote,Country,Countryname,year,session,abstain,yes,no,importantvote,date,unres,amend,para,short,descr,me,nu,di,hr,co,ec,ident,resid';

function voetenRow(
  rcid: number,
  ccode: number,
  vote: number,
  iso: string,
  name: string,
  about = '1,1,1,NA,1974-12-01,R/29/3,1,NA,"PALESTINE, ""OBSERVER""",LONG,1,0,0,1,0,0,0,29001',
): string {
  return `${rcid},${ccode},1,${vote},${iso},${name},1974,29,${about}`;
}

const later = '0,4,0,1,2012-11-29,R/67/19,NA,1,NA,Palestine,0,0,0,0,0,0,NA,67001';
const voetenRows = [
  voetenRow(5, 2, 3, 'USA', 'United States of America'),
  voetenRow(5, 365, 1, 'RUS', 'Russian Federation'),
  voetenRow(5, 678, 2, 'YAR', 'Yemen Arab Republic'),
  voetenRow(5, 680, 8, 'YAR', "Yemen People's Republic"),
  voetenRow(5, 710, 9, 'CHN', 'China'),
  voetenRow(6, 260, 1, 'GFR', 'German Federal Republic', later),
  voetenRow(6, 710, 1, 'CHN', 'China', later),
  voetenRow(6, 345, 1, 'SRB', 'Serbia', later),
];
const voetenFile = `${voetenHeader}\n${voetenRows.join('\n')}\n`;

describe('importing Voeten’s file', () => {
  it('keeps votes, absences and memberships apart, and states by COW number', async () => {
    const { record, summary } = await importText('voeten', voetenFile);
    expect(record.countries).toEqual(['CHN', 'GFR', 'RUS', 'SRB', 'USA', 'YAR', 'YPR']);
    const votes = Object.fromEntries(record.countries.map((c) => [c, [...record.votesOf(c)]]));
    expect(votes).toEqual({
      USA: [NO, MISSING],
      RUS: [YES, MISSING],
      YAR: [ABSTAIN, MISSING],
      YPR: [ABSENT, MISSING],
      CHN: [MISSING, YES],
      GFR: [MISSING, YES],
      SRB: [MISSING, YES],
    });
    expect(summary).toMatchObject({ rows: 8, rollCalls: 2, countries: 7, votes: 6, absences: 1 });
  });

  it('reads what the roll calls were about', async () => {
    const { record, catalog } = await importText('voeten', voetenFile);
    const of = (column: Parameters<typeof record.detail>[0]) =>
      [0, 1].map((i) => record.detail(column, i));
    expect(of('roll_call')).toEqual(['5', '6']);
    expect(of('resolution')).toEqual(['R/29/3', 'A/RES/67/19']);
    expect(of('title')).toEqual(['LONG', 'Palestine']);
    expect(of('description')).toEqual(['PALESTINE, "OBSERVER"', '']);
    expect(of('subjects')).toEqual(['Palestinian conflict|Human rights', '']);
    expect(of('on')).toEqual(['amendment', 'paragraph']);
    expect(of('important')).toEqual(['', '1']);
    expect(of('total_no')).toEqual(['1', '0']);
    expect(catalog?.topics).toEqual({
      'human-rights': 'Human rights',
      other: 'Other',
      'palestinian-conflict': 'Palestinian conflict',
    });
  });

  it('writes a catalog that validates and tells origin, licence and checksum', async () => {
    const { catalog, findings, summary } = await importText('voeten', voetenFile);
    expect(findings).toEqual([]);
    expect(catalog?.license).toBe('CC0-1.0');
    expect(catalog?.rollCalls).toMatchObject([{ id: 'test', body: 'UNGA' }]);
    expect(catalog?.description).toContain(summary.sources[0]?.sha256);
  });

  it('remarks on two states under one code, and on tallies that differ, and corrects neither', async () => {
    const { summary, record } = await importText('voeten', voetenFile);
    expect(summary.doubtful.map(({ code, count: n }) => [code, n])).toEqual([
      ['shared-code', 1],
      ['tally-differs', 1],
    ]);
    expect(record.detail('total_yes', 1)).toBe('4');
  });

  it('skips and counts repeated rows, unknown states and unknown votes', async () => {
    const rows = [
      voetenRow(5, 2, 3, 'USA', 'United States of America'),
      voetenRow(5, 2, 3, 'USA', 'United States of America'),
      voetenRow(5, 2, 1, 'USA', 'United States of America'),
      voetenRow(5, 999, 1, 'XXX', 'Atlantis'),
      voetenRow(5, 20, 7, 'CAN', 'Canada'),
    ];
    const text = `${voetenHeader}\n${rows.join('\n')}\n`;
    await expect(importText('voeten', text)).rejects.toMatchObject({
      exitCode: 3,
      hint: expect.stringContaining('--lenient') as string,
    });
    const { summary, record } = await importText('voeten', text, { lenient: true });
    expect([...record.votesOf('USA')]).toEqual([NO]);
    expect(summary.skipped.map(({ code }) => code)).toEqual([
      'duplicate-row',
      'unknown-country',
      'unknown-vote',
    ]);
    expect(summary.skipped[1]?.values).toEqual([
      { text: '999 Atlantis', count: 1, place: 'line 5', nearest: null },
    ]);
    expect(summary.doubtful.map(({ code }) => code)).toContain('contradicting-row');
  });

  it('goes by column names, whatever their order and the order of rows', async () => {
    const [header = '', ...rows] = voetenFile.trimEnd().split('\n');
    const turned = [header, ...rows.reverse()].map((line) =>
      [...(line.match(/"(?:[^"]|"")*"|[^,]+/g) ?? [])].reverse().join(','),
    );
    const { record } = await importText('voeten', `${turned.join('\r\n')}\r\n`);
    const { record: plain } = await importText('voeten', voetenFile);
    for (const country of plain.countries)
      expect(record.votesOf(country)).toEqual(plain.votesOf(country));
  });
});

const libraryHeader =
  'undl_id,ms_code,ms_name,ms_vote,date,session,resolution,draft,committee_report,meeting,title,agenda_title,subjects,vote_note,total_yes,total_no,total_abstentions,total_non_voting,total_ms,undl_link';
const about = (date: string) =>
  `${date},74,A/RES/74/168,A/C.3/74/L.26,,A/74/PV.50,"Crimea, human rights",Agenda,HUMAN RIGHTS--UKRAINE|OCCUPIED TERRITORIES,,1.0,1.0,0.0,1.0,3.0,http://x`;
const libraryRows = [
  `9,USA,UNITED STATES,Y,${about('2019-12-18')}`,
  `9,RUS,RUSSIAN FEDERATION,N,${about('2019-12-18')}`,
  `9,TUR,TÜRKİYE,X,${about('2019-12-18')}`,
];

describe('importing from the UN Digital Library', () => {
  it('reads a row per vote, with or without vote_note', async () => {
    const { record, summary, catalog } = await importText(
      'un-library',
      [libraryHeader, ...libraryRows, ''].join('\n'),
    );
    expect(record.countries.map((c) => [...record.votesOf(c)])).toEqual([[NO], [ABSENT], [YES]]);
    expect(record.detail('resolution', 0)).toBe('A/RES/74/168');
    expect(record.detail('total_non_voting', 0)).toBe('1');
    expect(catalog?.topics).toEqual({
      'human-rights': 'Human rights',
      'occupied-territories': 'Occupied territories',
    });
    expect(summary.doubtful).toEqual([]);
    expect(summary.licenseNote).toMatch(/non-commercial/);
    const older = [libraryHeader, ...libraryRows, '']
      .join('\n')
      .replace('vote_note,', '')
      .replaceAll('TERRITORIES,,', 'TERRITORIES,');
    const { record: same } = await importText('un-library', older);
    expect(same.votesOf('RUS')).toEqual(record.votesOf('RUS'));
  });

  it('reads a row per resolution and a column per country', async () => {
    const wide = `undl_id,date,session,resolution,title,subjects,total_yes,total_no,total_abstentions,UNITED STATES,USSR,CÔTE D'IVOIRE,Mystery
1,1980-01-14,ES-6,A/RES/ES-6/2,Afghanistan,,104,18,18,Y,N,A,Y
2,2022-03-02,ES-11,A/RES/ES-11/1,Ukraine,,141,5,35,Y,,X,Y
`;
    const { record, summary } = await importText('un-library', wide, { lenient: true });
    expect(record.countries).toEqual(['CIV', 'RUS', 'USA']);
    expect([...record.votesOf('RUS')]).toEqual([NO, MISSING]);
    expect([...record.votesOf('CIV')]).toEqual([ABSTAIN, ABSENT]);
    expect(summary.skipped).toMatchObject([
      { code: 'unknown-column', values: [{ text: 'Mystery', count: 2 }] },
    ]);
    await expect(importText('un-library', wide)).rejects.toMatchObject({ exitCode: 3 });
  });

  it('takes a code for the state of the time: YEM in 1980 is the Yemen Arab Republic', async () => {
    const rows = ['1980-12-01', '2000-12-01'].map((date, id) => `${id},YEM,YEMEN,Y,${about(date)}`);
    const { record } = await importText('un-library', [libraryHeader, ...rows, ''].join('\n'));
    expect(record.countries).toEqual(['YAR', 'YEM']);
  });
});

describe('importing the tables of unvotes', () => {
  const directory = file('unvotes');
  mkdirSync(directory);
  writeFileSync(
    join(directory, 'un_votes.csv.gz'),
    gzipSync(
      '"rcid","country","country_code","vote"\n5,"United States","US","no"\n5,"Federal Republic of Germany",,"yes"\n5,"Namibia","NA","abstain"\n99,"Canada","CA","yes"\n',
    ),
  );
  writeFileSync(
    join(directory, 'un_roll_calls.csv'),
    '"rcid","session","importantvote","date","unres","amend","para","short","descr"\n5,45,1,1990-11-01,"R/45/7",0,0,"TITLE",NA\n',
  );
  writeFileSync(
    join(directory, 'un_roll_call_issues.csv'),
    '"rcid","short_name","issue"\n5,"co","Colonialism"\n',
  );

  it.each([directory, join(directory, 'un_votes.csv.gz')])('joins them, from %s', async (path) => {
    const { record, summary } = await importText('unvotes', '', { file: path, lenient: true });
    expect(record.countries).toEqual(['GFR', 'NAM', 'USA']);
    expect([...record.votesOf('NAM')]).toEqual([ABSTAIN]);
    expect(record.detail('subjects', 0)).toBe('Colonialism');
    expect(summary.skipped).toMatchObject([{ code: 'unknown-roll-call', count: 1 }]);
    expect(summary.sources).toHaveLength(3);
  });

  it('says which table is missing', async () => {
    await expect(
      importText('unvotes', '', { file: file('lonely.csv', 'rcid,country,country_code,vote\n') }),
    ).rejects.toThrow(/no un_roll_calls\.csv/);
  });
});

describe('whatever the layout', () => {
  const issueOf = (rcid: number, date: string, session: string, vote: string) =>
    `${rcid},2,1,${vote},USA,United States,2000,${session},1,1,1,NA,${date},R/55/${rcid},0,0,T,L,0,0,0,0,0,0,0,1\n`;

  it('sessions and votes may read 55.0; others are refused', async () => {
    const { record, findings } = await importText(
      'voeten',
      `${voetenHeader}\n${issueOf(1, '2000-01-01', '55.0', '1.0')}`,
    );
    expect(record.detail('session', 0)).toBe('55');
    expect([...record.votesOf('USA')]).toEqual([YES]);
    expect(findings).toEqual([]);
    await expect(
      importText('voeten', `${voetenHeader}\n${issueOf(1, '2000-01-01', 'abc', '1')}`),
    ).rejects.toMatchObject({ exitCode: 3, message: '"abc" is no session', location: { line: 2 } });
  });

  it('remarks on rows that describe a roll call otherwise', async () => {
    const rows = [issueOf(1, '2000-01-01', '55', '1'), issueOf(1, '2015-06-06', '55', '1')];
    const { summary } = await importText(
      'voeten',
      `${voetenHeader}\n${rows.join('').replace(/,2,1,(.*\n)$/, ',200,1,$1')}`,
    );
    const remark = summary.doubtful.find(({ code }) => code === 'contradicting-details');
    expect(remark).toMatchObject({ count: 1 });
    expect(remark?.examples).toEqual(['line 3: date "2015-06-06" after "2000-01-01"']);
  });

  it('quotes them as they are, whatever the script', async () => {
    const rows = 'a,USA,yes,2000-01-01,Café\na,GBR,no,2000-01-01,Ōsaka\n';
    const { summary } = await importText('table', `issue,country,position,date,title\n${rows}`, {
      table: {
        issue: 'issue',
        country: 'country',
        position: 'position',
        date: 'date',
        title: 'title',
      },
    });
    expect(summary.doubtful[0]?.examples).toEqual(['line 3: title "Ōsaka" after "Café"']);
  });

  it('names that every object has are no votes', async () => {
    const { summary } = await importText(
      'table',
      'issue,country,position,date\na,USA,constructor,2000-01-01\na,GBR,no,2000-01-01\n',
      {
        table: { issue: 'issue', country: 'country', position: 'position', date: 'date' },
        lenient: true,
      },
    );
    expect(summary.skipped).toMatchObject([{ code: 'unknown-vote', count: 1 }]);
  });

  it('leaves out issues of which nothing could be read, and says so', async () => {
    const { summary, catalog, findings } = await importText(
      'table',
      'issue,country,position,date\na,USA,low,2000-01-01\na,GBR,high,2000-01-01\nb,USA,dont know,2000-01-02\n',
      {
        labels: ['low', 'high'],
        lenient: true,
      },
    );
    expect(catalog?.issues.map(({ id }) => id)).toEqual(['a']);
    expect(findings).toEqual([]);
    expect(summary.rollCalls).toBe(1);
    expect(summary.skipped.map(({ code }) => code)).toEqual(['empty-issue', 'unknown-vote']);
  });

  it('unites the topics of rows that repeat a vote', async () => {
    const { catalog, summary } = await importText(
      'table',
      'issue,country,position,date,topic\na,USA,yes,2020-01-01,Trade\na,USA,yes,2020-01-01,Arms\na,FRA,no,2020-01-01,Trade\na,FRA,no,2020-01-01,Arms\n',
    );
    expect(catalog?.issues.map(({ topics }) => topics)).toEqual([['trade', 'arms']]);
    expect(summary.doubtful).toEqual([]);
    expect(summary.skipped).toMatchObject([{ code: 'duplicate-row', count: 2 }]);
  });

  it('labels are told apart by more than capitals', () => {
    expect(() => parseLabels('Low,low')).toThrow(/different labels/);
    expect(() => parseLabels('constructor')).toThrow(/different labels/);
  });
});

describe('importing any table', () => {
  const table = { issue: 'Bill', country: 'State', position: 'Stand', date: 'Day' };
  const header = 'Day,Stand,State,Bill\n';

  it('recognises words for votes', async () => {
    const { record, catalog, summary } = await importText(
      'table',
      `${header}2020-01-01,Yes,Germany,B1\n2020-01-01,against,France,B1\n2020-01-01,Abstention,Italy,B1\n2020-01-01,absent,Spain,B1\n`,
      { table },
    );
    // A small table is written out in the catalog, where people can change it.
    expect(record).toBeUndefined();
    const [issue] = catalog?.issues ?? [];
    expect(issue).toMatchObject({ id: 'b1', scale: 'vote' });
    expect(
      Object.entries(issue?.positions ?? {}).map(([code, [stance]]) => [code, stance?.category]),
    ).toEqual([
      ['DEU', YES],
      ['ESP', null],
      ['FRA', NO],
      ['ITA', ABSTAIN],
    ]);
    expect(summary).toMatchObject({ votes: 3, absences: 1, countries: 4 });
  });

  it('takes an ordinal scale as it is given', async () => {
    const { catalog, findings, record } = await importText(
      'table',
      `${header}2020-01-01,low,Germany,B 1\n2020-01-01,HIGH,France,B 1\n2020-02-01,mid,France,B-1\n`,
      { table, labels: ['low', 'mid', 'high'] },
    );
    expect(record).toBeUndefined();
    expect(findings).toEqual([]);
    expect(catalog?.scales['imported']?.labels).toEqual(['low', 'mid', 'high']);
    expect(
      catalog?.issues.map(({ id, positions }) => [id, positions['FRA']?.[0]?.category]),
    ).toEqual([
      ['b-1', 2],
      ['b-1-2', 1],
    ]);
  });

  it('puts the labels of a built-in scale on that scale', async () => {
    const { catalog, findings } = await importText(
      'table',
      `${header}2020-01-01,support,Germany,B1\n2020-01-01,oppose,France,B1\n`,
      { table, labels: ['oppose', 'neutral', 'support'] },
    );
    expect(findings).toEqual([]);
    expect(catalog?.issues.map(({ scale }) => scale)).toEqual(['stance3']);
    expect(catalog?.scales['imported']).toBeUndefined();
  });

  it('recognises a built-in scale by its labels, and asks where two have them', async () => {
    const rows = (label: string) =>
      `${header}2020-01-01,${label},Germany,B1\n2020-01-01,neutral,France,B1\n`;
    const { catalog, findings } = await importText('table', rows('strongly-support'), { table });
    expect(findings).toEqual([]);
    expect(catalog?.issues.map(({ scale }) => scale)).toEqual(['stance5']);
    await expect(importText('table', rows('support'), { table })).rejects.toMatchObject({
      exitCode: 3,
      hint: 'say which with --scale stance5 or --scale stance3',
    });
  });

  it('names the option for a column that is missing', async () => {
    await expect(
      importText('table', `${header}1,2,3,4\n`, { table: { ...table, issue: 'x' } }),
    ).rejects.toMatchObject({
      exitCode: 3,
      hint: expect.stringContaining('--issue') as string,
    });
  });
});

describe('a file that cannot be imported', () => {
  const cases: readonly (readonly [string, ImportOptions['format'], string | Buffer, RegExp])[] = [
    [
      'is of another layout',
      'voeten',
      [libraryHeader, ...libraryRows].join('\n'),
      /no column "rcid"/,
    ],
    ['is of another layout still', 'un-library', voetenFile, /no column/],
    ['is cut off', 'voeten', voetenFile.slice(0, -20), /middle of a row/],
    ['is Latin-1', 'voeten', Buffer.from(voetenFile.replace('China', 'Chiné'), 'latin1'), /UTF-8/],
    ['is empty', 'voeten', '', /is empty/],
    ['has a header only', 'voeten', `${voetenHeader}\n`, /no rows/],
    [
      'has dates that are none',
      'voeten',
      voetenFile.replace('1974-12-01', '1974-13-01'),
      /is no date/,
    ],
    [
      'has votes in other words',
      'voeten',
      voetenFile.replaceAll(/^(\d+,\d+,1),\d/gm, '$1,yes'),
      /8 of 8 votes .* left out/,
    ],
  ];
  it.each(cases)(
    '%s: exit 3, a message, and nothing left behind',
    async (_, format, content, message) => {
      const output = freshDirectory();
      const error = await importText(format, content, { output }).catch(
        (reason: unknown) => reason,
      );
      expect(error).toMatchObject({ name: 'UserError', exitCode: 3 });
      expect((error as Error).message).toMatch(message);
      const left = readdirSync(dirname(output)).filter((name) => name.includes(basename(output)));
      expect(left).toEqual([]);
    },
  );

  it('names the layout that a file looks like', async () => {
    await expect(
      importText('voeten', [libraryHeader, ...libraryRows].join('\n')),
    ).rejects.toMatchObject({ hint: expect.stringMatching(/align import un-library/) as string });
  });
});

describe('the directory of an import', () => {
  it('is replaced by the next one, and kept if that fails', async () => {
    const { output } = await importText('voeten', voetenFile);
    const before = readFileSync(join(output, 'test.csv'), 'utf8');
    await expect(importText('voeten', voetenFile.slice(0, -20), { output })).rejects.toThrow();
    expect(readFileSync(join(output, 'test.csv'), 'utf8')).toBe(before);
    await importText(
      'voeten',
      voetenFile.replaceAll('NO', 'X').replaceAll('Palestine', 'Palestina'),
      { output },
    );
    expect(readFileSync(join(output, 'test.csv'), 'utf8')).toContain('Palestina');
    expect(readdirSync(output).sort()).toEqual(['catalog.yaml', 'test.csv']);
  });

  it('may hold what a killed run left, which is no file of anyone', async () => {
    const output = freshDirectory();
    mkdirSync(join(output, '.align-0123456789abcdef.partial'), { recursive: true });
    await importText('voeten', voetenFile, { output });
    expect(readdirSync(output)).toContain('test.csv');
  });

  it('keeps other files, and drops the record of an earlier import under another name', async () => {
    const { output } = await importText('voeten', voetenFile, { id: 'first' });
    writeFileSync(join(output, 'notes.txt'), 'mine');
    mkdirSync(join(output, 'sub'));
    await importText('voeten', voetenFile, { output });
    expect(readdirSync(output).sort()).toEqual(['catalog.yaml', 'notes.txt', 'sub', 'test.csv']);
  });

  it('has no file of someone else replaced, hidden ones included', async () => {
    const { output } = await importText('voeten', voetenFile, { id: 'first' });
    writeFileSync(join(output, 'test.csv'), 'mine');
    await expect(importText('voeten', voetenFile, { output })).rejects.toThrow(
      /test\.csv is not of an earlier import/,
    );
    expect(readFileSync(join(output, 'test.csv'), 'utf8')).toBe('mine');
    rmSync(join(output, 'test.csv'));
    writeFileSync(join(output, '.mine.partial'), 'mine');
    await importText('voeten', voetenFile, { output, id: 'first' });
    expect(readdirSync(output).sort()).toEqual(['.mine.partial', 'catalog.yaml', 'first.csv']);
  });

  it('has a record deleted only if it is in it', async () => {
    const { output } = await importText('voeten', voetenFile, { id: 'first' });
    const catalog = join(output, 'catalog.yaml');
    writeFileSync(
      catalog,
      readFileSync(catalog, 'utf8').replace('file: first.csv', 'file: ../elsewhere/victim.csv'),
    );
    writeFileSync(join(output, 'victim.csv'), 'mine');
    await importText('voeten', voetenFile, { output });
    expect(readdirSync(output)).toContain('victim.csv');
  });

  it('may be a link, which stays one, or the one where the user is', async () => {
    const [real, link] = [freshDirectory(), freshDirectory()];
    mkdirSync(real);
    symlinkSync(real, link);
    const before = statSync(real).ino;
    await importText('voeten', voetenFile, { output: link });
    expect(lstatSync(link).isSymbolicLink()).toBe(true);
    expect(readdirSync(real).sort()).toEqual(['catalog.yaml', 'test.csv']);
    expect(statSync(real).ino).toBe(before);
  });

  it('is no link that leads nowhere', async () => {
    const link = freshDirectory();
    symlinkSync(file('nowhere'), link);
    await expect(importText('voeten', voetenFile, { output: link })).rejects.toThrow(/nowhere/);
  });

  it('is never one that holds something else', async () => {
    const output = freshDirectory();
    mkdirSync(output);
    writeFileSync(join(output, 'thesis.txt'), 'years of work');
    await expect(importText('voeten', voetenFile, { output })).rejects.toMatchObject({
      exitCode: 3,
    });
    expect(readdirSync(output)).toEqual(['thesis.txt']);
  });
});
