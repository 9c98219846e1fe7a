import { describe, expect, it } from 'vitest';
import { loadCatalog } from '../../src/catalog/load.ts';
import { importRecord, type ImportOptions } from '../../src/rollcalls/import/run.ts';
import { scratch, testAtlas } from './support.ts';

const file = scratch();
let count = 0;

async function imported(lines: readonly string[], asked: Partial<ImportOptions> = {}) {
  const { catalog: text, summary } = await importRecord({
    format: 'table',
    file: file(`in-${count++}.csv`, `${lines.join('\n')}\n`),
    id: 'test',
    atlas: testAtlas(),
    ...asked,
  });
  const { catalog, findings } = loadCatalog(Buffer.from(text), 'catalog.yaml', {
    atlas: testAtlas(),
    cameoCodes: new Set(),
  });
  expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  return { catalog: catalog!, summary };
}

describe('a table that says more than votes', () => {
  const header =
    'issue,country,position,date,from,salience,confidence,note,source,question,topic,series';
  const about = 'Backs the pact,Trade,pacts';

  it('keeps saliences, confidences, notes, sources, questions and series', async () => {
    const { catalog } = await imported([
      header,
      `pact,France,Support,2020-06,,high,low,Said so,"Le Monde, 3 June 2020, https://example.org/a",${about}`,
      `pact,Japan,strongly oppose,2020-06,,,,,NHK,${about}`,
    ]);
    const [issue] = catalog.issues;
    expect(issue).toMatchObject({
      id: 'pact',
      question: 'Backs the pact',
      series: 'pacts',
      topics: ['trade'],
      dateLabel: '2020-06',
      scale: 'stance5',
    });
    expect(issue?.positions['FRA']).toEqual([
      {
        category: 3,
        salience: 'high',
        confidence: 'low',
        note: 'Said so',
        sources: ['le-monde-3-june-2020'],
      },
    ]);
    expect(issue?.positions['JPN']).toMatchObject([{ category: 0, sources: ['nhk'] }]);
    expect(catalog.sources['le-monde-3-june-2020']).toMatchObject({
      title: 'Le Monde, 3 June 2020',
      url: 'https://example.org/a',
    });
  });

  it('unites rows that differ in topics and sources only', async () => {
    const { catalog } = await imported([
      header,
      'pact,France,strongly-support,2020,,,,,Le Monde,,Trade,',
      'pact,France,strongly-support,2020,,,,,AFP,,Arms,',
    ]);
    expect(catalog.issues[0]?.topics).toEqual(['trade', 'arms']);
    expect(catalog.issues[0]?.positions['FRA']?.[0]?.sources).toEqual(['le-monde', 'afp']);
  });

  it('has dated stances, in whatever order', async () => {
    const { catalog } = await imported([
      header,
      'pact,France,strongly-oppose,2020,2020-06-20,,,,AFP,,Trade,',
      'pact,France,support,2020,2020-02,,,,AFP,,Trade,',
    ]);
    expect(catalog.issues[0]?.positions['FRA']).toMatchObject([
      { from: '2020-02-01', category: 3 },
      { from: '2020-06-20', category: 0 },
    ]);
  });

  it('takes its scale from its columns, from an option, or from its words', async () => {
    const scaled = await imported([
      'issue,country,position,date,scale,labels,neutral',
      'a,USA,low,2020,stakes,low|middle|high,none',
      'a,FRA,high,2020,stakes,low|middle|high,none',
    ]);
    expect(scaled.catalog.scales['stakes']).toEqual({
      id: 'stakes',
      labels: ['low', 'middle', 'high'],
      neutral: null,
    });
    const given = await imported(
      ['issue,country,position,date,note', 'a,USA,0,2020,', 'a,FRA,1,2020,'],
      { labels: ['0', '1'] },
    );
    expect(given.catalog.issues[0]?.positions['FRA']).toMatchObject([{ category: 1 }]);
  });

  it('names lines of a row without a country as of the issue', async () => {
    const { catalog } = await imported([
      'issue,country,position,date,depth,note,sources,source',
      'a,,,2020,,What it is about,s1,First',
      'a,USA|FRA,,2020,joint,One text,s2,Second',
      'a,USA,strongly-support,2020,,,s1,',
      'a,FRA,support,2020,,,s1,',
    ]);
    const [issue] = catalog.issues;
    expect(issue).toMatchObject({ note: 'What it is about', sources: ['s1'] });
    expect(issue?.coordination).toEqual([
      { between: ['USA', 'FRA'], depth: 'joint', note: 'One text', sources: ['s2'] },
    ]);
    expect(Object.keys(issue?.positions ?? {})).toEqual(['FRA', 'USA']);
  });

  it.each([
    ['a salience of its own', 'a,USA,support,2020,,urgent,,,,,,', /"urgent" is no salience/],
    ['a day that is none', 'a,USA,support,2020,soon,,,,,,,', /"soon" is no date/],
    ['an issue without a date', 'a,USA,strongly-support,,,,,,,,,', /no date of issue a/],
    [
      'words of no scale',
      'a,USA,rather so,2020,,,,,,,,',
      /no votes in known codes: "rather so" \(1 times\)/,
    ],
    [
      'words of two scales',
      'a,USA,support,2020,,,,,,,,',
      /on a scale and no votes: stance5.*; or stance3/,
    ],
    [
      '1 and 0',
      'a,USA,1,2020,,,,,,,,\na,FRA,0,2020,,,,,,,,',
      /in several ways: signed.*; or binary/,
    ],
  ] as const)('is refused with %s', async (_, row, message) => {
    await expect(imported([header, row])).rejects.toMatchObject({
      exitCode: 3,
      message: expect.stringMatching(message) as string,
    });
  });

  it('is refused if a country has a position with a day and one without', async () => {
    await expect(
      imported([
        header,
        'a,USA,strongly-support,2020,,,,,,,,',
        'a,USA,oppose,2020,2020-05-01,,,,,,,',
      ]),
    ).rejects.toMatchObject({ exitCode: 3, location: { line: 2 } });
  });
});

describe('several voters of a country', () => {
  const members = [
    'mp,issue,country,position,date',
    '1,a,USA,yes,2020-01-01',
    '2,a,USA,no,2020-01-01',
    '3,a,USA,yes,2020-01-01',
    '1,b,USA,yes,2020-02-01',
    '2,b,USA,no,2020-02-01',
    '1,a,FRA,no,2020-01-01',
    '2,a,FRA,no,2020-01-01',
  ];

  it('are refused, and both readings said', async () => {
    await expect(imported(members)).rejects.toMatchObject({
      exitCode: 3,
      message: expect.stringMatching(/several voters of one country, or they contradict/) as string,
      hint: expect.stringContaining('--many majority') as string,
      location: { line: 3 },
    });
  });

  it('come to their majority, with the agreement among them', async () => {
    const { catalog, summary } = await imported(members, { many: 'majority' });
    const [a] = catalog.issues;
    // Units yes-no-yes and yes-no: Do = (2*2/2 + 2)/5 = .8, De = 2*3*2/(5*4) = .6.
    expect(a?.positions['USA']?.[0]).toMatchObject({
      category: 2,
      note: 'Majority of 3 voters: 2 yes, 1 no. Agreement among them over 2 issues: Krippendorff’s alpha -0.33.',
    });
    expect(a?.positions['FRA']?.[0]).toMatchObject({
      category: 0,
      note: 'Majority of 2 voters: 2 no. All of them alike.',
    });
    // Nothing is left of the issue then.
    expect(summary.skipped).toMatchObject([
      { code: 'empty-issue', count: 1, examples: ['b'] },
      { code: 'no-majority', count: 1, examples: ['USA on b: 1 yes, 1 no'] },
    ]);
  });

  it('come to their mean, put on the scale', async () => {
    const { catalog } = await imported(
      [
        'expert,issue,country,position,date',
        ...['strongly-support', 'support', 'strongly-support'].map(
          (p, i) => `${i},a,USA,${p},2020`,
        ),
        ...['support', 'neutral'].map((p, i) => `${i},a,FRA,${p},2020`),
      ],
      { many: 'mean' },
    );
    expect(catalog.issues[0]?.positions['USA']?.[0]).toMatchObject({ category: 4 });
    // Half way between two, the one nearer to the middle.
    expect(catalog.issues[0]?.positions['FRA']?.[0]).toMatchObject({ category: 2 });
  });
});

describe('several coders of a position', () => {
  const header =
    'issue,country,position,date,coder,coder_kind,coder_note,coded_on,note,coding_rule';
  const row = (country: string, position: string, coder = '', rest = '') =>
    `dam,${country},${position},2021-05,${coder === '' ? ',,,,,' : `${coder},${rest}`}`;
  const labels = ['oppose', 'neutral', 'support'];
  const positionsOf = ({ catalog }: Awaited<ReturnType<typeof imported>>) =>
    catalog.issues[0]!.positions;

  it('become its codings, with the position by their median', async () => {
    const found = await imported(
      [
        header,
        row('France', 'oppose', 'Anna Ábel', 'person,,2021-06-01,Its letter,'),
        row('France', 'support', 'GPT', 'Model,asked once,,,'),
        row('France', 'oppose', 'ben', ',,,,'),
        row('Japan', 'support', 'ben', ',,,,'),
        row('Norway', 'neutral'),
      ],
      { labels },
    );
    expect(positionsOf(found)['FRA']).toMatchObject([
      {
        category: 0,
        codings: [
          { coder: 'anna-abel', category: 0, date: '2021-06-01', note: 'Its letter' },
          { coder: 'gpt', category: 2 },
          { coder: 'ben', category: 0 },
        ],
      },
    ]);
    expect(positionsOf(found)['NOR']?.[0]).not.toHaveProperty('codings');
    expect(found.catalog.coders).toEqual({
      'anna-abel': { name: 'Anna Ábel', kind: 'person' },
      gpt: { name: 'GPT', kind: 'model', note: 'asked once' },
      ben: { name: 'ben', kind: 'person' },
    });
    expect(found.summary).toMatchObject({
      votes: 3,
      doubtful: [{ code: 'coder-kind', count: 1, examples: ['ben'] }],
    });
  });

  it('are overruled by a row without a coder where the table says adjudicated', async () => {
    const lines = [
      row('France', 'oppose', 'anna', 'person,,,,adjudicated'),
      row('France', 'support', 'ben', 'person,,,,adjudicated'),
      row('France', 'support', 'eva', 'person,,,,adjudicated'),
      row('France', 'neutral'),
    ];
    const found = await imported([header, ...lines], { labels });
    expect(found.catalog.issues[0]?.codingRule).toBe('adjudicated');
    expect(positionsOf(found)['FRA']).toMatchObject([{ category: 1, codings: [{}, {}, {}] }]);
    const median = lines.map((line) => line.replace('adjudicated', ''));
    await expect(imported([header, ...median], { labels })).rejects.toMatchObject({
      exitCode: 3,
      message: 'the position of FRA is neutral, but the median of its coders is support',
      hint: 'leave the row without a coder out, or say adjudicated in a column "coding_rule"',
    });
  });

  it('may code a position once', async () => {
    const lines = [
      row('France', 'oppose', 'anna', 'person,,,,'),
      row('France', 'support', 'anna', 'person,,,,'),
    ];
    await expect(imported([header, ...lines], { labels })).rejects.toMatchObject({
      message: expect.stringMatching(
        /^anna coded the position of FRA on issue dam in 2 rows/,
      ) as string,
    });
  });

  it('are voters like others by --many', async () => {
    const lines = [
      row('France', 'oppose', 'anna', 'person,,,,'),
      row('France', 'oppose', 'ben', 'person,,,,'),
    ];
    const found = await imported([header, ...lines], { many: 'majority', labels });
    expect(positionsOf(found)['FRA']?.[0]).not.toHaveProperty('codings');
    expect(found.catalog).not.toHaveProperty('coders');
  });

  it('are of a kind that there is', async () => {
    await expect(
      imported([header, row('France', 'oppose', 'anna', 'robot,,,,')], { labels }),
    ).rejects.toMatchObject({
      message: '"robot" is no kind of coder',
      hint: 'one of person, model',
    });
  });

  it('have no salience of their own, which is said', async () => {
    const found = await imported(
      [
        'issue,country,position,date,coder,coder_kind,salience',
        'dam,France,oppose,2021,anna,person,high',
        'dam,France,oppose,2021,,,low',
      ],
      { labels },
    );
    expect(positionsOf(found)['FRA']).toMatchObject([{ salience: 'low', codings: [{}] }]);
    expect(found.summary.skipped).toMatchObject([
      { code: 'coder-salience', examples: ['line 2: high'] },
    ]);
  });
});

describe('a table with actors', () => {
  const header = 'issue,country,country_name,holder,position,date,note';

  it('has them under ids of theirs, whatever they are called', async () => {
    const { catalog, summary } = await imported([
      header,
      'pact,France,,,support,2020-06,',
      'pact,Our Newsroom!,,actor,oppose,2020-06,Said so',
      'pact,greens,The Greens,ACTOR,neutral,2020-06,',
      'pact,Japan,,country,strongly-support,2020-06,',
    ]);
    expect(catalog.actors).toEqual({
      greens: { id: 'greens', title: 'The Greens', sources: [] },
      'our-newsroom': { id: 'our-newsroom', title: 'Our Newsroom!', sources: [] },
    });
    expect(Object.keys(catalog.issues[0]!.positions)).toEqual([
      'FRA',
      'JPN',
      'greens',
      'our-newsroom',
    ]);
    expect(summary).toMatchObject({ countries: 2, actors: 2, votes: 4 });
  });

  it('has rows about them that name no issue, before or after their positions', async () => {
    const { catalog, summary } = await imported([
      `${header},source`,
      ',greens,The Greens,actor,,,Since 1993,Programme',
      'pact,France,,,support,2020-06,,',
      'pact,greens,,actor,strongly-oppose,2020-06,,',
      ',greens,,actor,,,Another note,Website',
      ',bureau,The Bureau,actor,,,No answer yet,',
      ',,,actor,,,Of nobody,',
    ]);
    expect(catalog.actors).toEqual({
      bureau: { id: 'bureau', title: 'The Bureau', note: 'No answer yet', sources: [] },
      greens: {
        id: 'greens',
        title: 'The Greens',
        note: 'Since 1993',
        sources: ['programme', 'website'],
      },
    });
    expect(summary).toMatchObject({ actors: 1, votes: 2 });
    expect(summary.skipped).toMatchObject([{ code: 'no-issue', examples: ['line 7'] }]);
  });

  it.each([
    ['pact,France,,actor,oppose,2020-06,', '"France" is the name of a country'],
    ['pact,bureau,Frankreich,actor,oppose,2020-06,', '"Frankreich" is the name of a country'],
    ['pact,bureau,,party,oppose,2020-06,', '"party" is no holder'],
    ['pact,…,,actor,oppose,2020-06,', '"…" gives no id'],
  ])('is refused where they cannot be told: %s', async (row, message) => {
    await expect(imported([header, 'pact,Japan,,,support,2020-06,', row])).rejects.toThrow(message);
  });
});
