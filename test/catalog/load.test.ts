import { describe, expect, test } from 'vitest';
import { membersAt } from '../../src/catalog/members.ts';
import { load, places } from './load-text.ts';

/** A catalog without findings; each test breaks one thing in it. */
const sound = `catalog: sound
title: A sound catalog
sources:
  paper: {title: A paper, date: 2020-05}
topics: {war: War}
issues:
  - id: one
    title: The first
    topic: war
    date: 2020-01-01
    positions:
      China: {stance: support, sources: [paper]}
      Norway: {stance: oppose, sources: [paper]}
  - id: two
    title: The second
    topic: [war]
    date: {from: 2020-01, to: 2020}
    votes: {yes: [China], no: [Russia], abstain: [India], absent: [Cuba]}
    sources: [paper]
interactions:
  - {id: talk, title: A talk, date: 2020, between: [China, Russia], cameo: "036", sources: [paper]}
`;

function broken(from: string, to: string): string {
  if (!sound.includes(from)) throw new Error(`nothing to replace: ${from}`);
  return sound.replace(from, to);
}

function only(content: string | Uint8Array) {
  const { catalog, findings } = load(content);
  expect(places(findings)).toHaveLength(1);
  const [finding] = findings;
  if (!finding) throw new Error('a finding expected');
  expect(finding.severity === 'error').toBe(catalog === undefined);
  return finding;
}

test('a sound catalog loads without findings', () => {
  const { catalog, findings } = load(sound);
  expect(findings).toEqual([]);
  expect(catalog?.issues.map(({ id }) => id)).toEqual(['one', 'two']);
  expect(Object.keys(catalog?.issues[1]?.positions ?? {})).toEqual(['CHN', 'CUB', 'IND', 'RUS']);
  expect(catalog?.issues[1]?.positions['CUB']?.[0]?.category).toBeNull();
});

describe('files that are no catalog', () => {
  test.each([
    ['nothing', ''],
    ['white space', ' \n\t\n'],
    ['comments', '# to do\n'],
    ['the end marker', '---\n...\n'],
  ])('one with %s is empty', (_, content) => {
    expect(only(content)).toMatchObject({ code: 'empty', line: 1, column: 1 });
  });

  test('Latin-1, UTF-16 and binary files are no UTF-8', () => {
    const latin1 = Buffer.from('catalog: caf\u00e9', 'latin1');
    const utf16 = Buffer.from('catalog: x', 'utf16le');
    for (const bytes of [latin1, utf16, Buffer.from([0xff, 0xfe, 0x00]), Buffer.from([0x00])])
      expect(only(bytes)).toMatchObject({ code: 'encoding', line: 1, column: 1 });
  });

  test('prose and lists are told that a catalog is a mapping', () => {
    expect(only('Once upon a time.\n').message).toBe('the file must be a mapping, not text');
    expect(only('- a\n- b\n').message).toBe('the file must be a mapping, not a list');
  });

  test('syntax errors have their place and a hint', () => {
    expect(only(broken('    title: The first', '\ttitle: The first'))).toMatchObject({
      code: 'yaml-tab-as-indent',
      line: 8,
      hint: 'indent with spaces',
    });
    const { findings } = load('catalog: "x\ntitle: y\n');
    expect(
      findings.every(({ severity, code }) => severity === 'error' && code.startsWith('yaml-')),
    );
    expect(findings.length).toBeGreaterThan(0);
  });

  test('two documents in one file are one too many', () => {
    const finding = only(`${sound}---\ncatalog: more\n`);
    expect(finding).toMatchObject({ code: 'yaml-multiple-docs', line: 22 });
    expect(finding.message).not.toMatch(/parseAllDocuments/);
  });
});

describe('line ends, marks and scripts', () => {
  test('a byte-order mark is no part of the text', () => {
    const { catalog, findings } = load(`\u{feff}${sound}`);
    expect(findings).toEqual([]);
    expect(catalog?.id).toBe('sound');
  });

  test('CRLF files have the same places', () => {
    const unix = load(broken('stance: support', 'stance: suport')).findings;
    const dos = load(broken('stance: support', 'stance: suport').replaceAll('\n', '\r\n')).findings;
    expect(places(dos)).toEqual(places(unix));
    expect(dos[0]?.excerpt).toBe(unix[0]?.excerpt);
  });

  test('columns count UTF-16 units, also after other scripts', () => {
    expect(
      only(broken('China: {stance: support,', '中国: {note: 😀, stance: suport,')),
    ).toMatchObject({ line: 12, column: 30, code: 'unknown-stance' });
  });

  test('Norway by its code is Norway, not false', () => {
    const { catalog } = load(broken('Norway: {', 'no: {'));
    expect(Object.keys(catalog?.issues[0]?.positions ?? {})).toEqual(['CHN', 'NOR']);
    const votes = load(broken('no: [Russia]', 'no: [no, NO ]'));
    expect(places(votes.findings)).toEqual(['18:36 country-twice']);
  });
});

describe('dates', () => {
  test('a year alone is a date, though YAML reads a number', () => {
    const { catalog } = load(broken('date: 2020-01-01', 'date: 2019'));
    expect(catalog?.issues[0]).toMatchObject({
      date: { from: '2019-01-01', to: '2019-12-31' },
      dateLabel: '2019',
    });
    expect(catalog?.issues[1]?.date).toEqual({ from: '2020-01-01', to: '2020-12-31' });
    expect(catalog?.issues[1]?.dateLabel).toBe('2020-01/2020');
  });

  test.each([
    [
      '2020.5',
      'must be a date such as 2020-06-15, or a span {from: ..., to: ...}, not the number 2020.5',
    ],
    ['99', 'must be at least 1000'],
    ['[2020]', 'must be a date such as 2020-06-15, or a span {from: ..., to: ...}, not a list'],
    ['2020-13', 'cannot be "2020-13"'],
    ['last week', 'cannot be "last week"'],
    ['', 'is empty'],
  ])('date: %s is none', (date, message) => {
    const finding = only(broken('date: 2020-01-01', `date: ${date}`));
    expect(finding.message).toBe(`"date" ${message}`);
    expect(finding.line).toBe(10);
  });

  test('days that the calendar lacks and spans that run backwards', () => {
    expect(only(broken('2020-01-01', '2019-02-29'))).toMatchObject({
      code: 'date-order',
      message: '"2019-02-29" is no day of the calendar',
    });
    expect(only(broken('{from: 2020-01, to: 2020}', '{from: 2020-02, to: 2020-01}'))).toMatchObject(
      { code: 'date-order', line: 17, column: 31 },
    );
  });

  test('members of a bloc come and go, and come back', () => {
    const dated = (first: string, second: string) =>
      load(
        broken('topics: {', `groups: {a: [Chad, {Mali: ${first}}, {Mali: ${second}}]}\ntopics: {`),
      );
    const { catalog, findings } = dated('{to: 2019}', '{from: 2020-03}');
    expect(findings).toEqual([]);
    const { a } = catalog?.groups ?? {};
    const days = ['2019-12-31', '2020-02-29', '2020-03-01', undefined];
    expect(days.map((day) => membersAt(a!, day).join(' '))).toEqual([
      'TCD MLI',
      'TCD',
      'TCD MLI',
      'TCD MLI',
    ]);
    expect(places(dated('{to: 2019}', '{from: 2019-12}').findings)).toEqual(['5:41 country-twice']);
    expect(places(dated('{to: 2019}', '{from: 2021, to: 2020}').findings)).toEqual([
      '5:64 date-order',
    ]);
  });

  test('dated stances stand in order', () => {
    const dated = (a: string, b: string) =>
      broken(
        'China: {stance: support, sources: [paper]}',
        `China: [{from: ${a}, stance: support, sources: [paper]}, {from: ${b}, stance: oppose, sources: [paper]}]`,
      );
    expect(load(dated('2020-01', '2020-02')).findings).toEqual([]);
    expect(only(dated('2020-02', '2020-01')).code).toBe('date-order');
    expect(only(dated('2020-02', '2020-02-01')).code).toBe('date-order');
  });
});

describe('submitters of a draft', () => {
  const submittedBy = (submitters: string) =>
    broken(
      'votes: {yes: [China]',
      `vote: {body: UNSC, draft: S/1, submitters: ${submitters}}\n    votes: {yes: [China]`,
    );

  test.each([
    ['[PRC, Russia]', ['CHN', 'RUS']],
    ['France', ['FRA']],
    ['president', 'president'],
  ])('%s', (submitters, expected) => {
    const { catalog, findings } = load(submittedBy(submitters));
    expect(findings).toEqual([]);
    expect(catalog?.issues[1]?.vote).toEqual({
      body: 'UNSC',
      draft: 'S/1',
      submitters: expected,
    });
  });

  test('that are unknown are left out', () => {
    const { catalog } = load(
      broken('votes: {yes', 'vote: {body: UNSC, draft: S/1}\n    votes: {yes'),
    );
    expect(catalog?.issues[1]?.vote).not.toHaveProperty('submitters');
  });

  test.each([
    ['[China, Nowhere]', 'unknown-country', 'no country is called "Nowhere"'],
    ['[China, PRC]', 'country-twice', 'China stands twice in the submitters of two'],
    ['President', 'unknown-country', 'no country is called "President"'],
    ['7', 'shape', '"submitters" must be a country, or a list of countries'],
    ['[]', 'shape', 'submitters'],
  ])('%s: %s', (submitters, code, message) => {
    expect(only(submittedBy(submitters))).toMatchObject({
      code,
      line: 18,
      message: expect.stringContaining(message),
    });
  });
});

describe('broken rules', () => {
  test.each([
    ['- id: two', '- id: one', '14:9 duplicate-id', 'taken already by entry 1 of issues'],
    ['Norway: {', 'Nowhere: {', '13:7 unknown-country', 'no country is called "Nowhere"'],
    ['Norway: {', 'Korea: {', '13:7 unknown-country', '"Korea" may be one of several countries'],
    ['Norway: {', 'PRC: {', '13:7 country-twice', 'China stands twice in the positions of one'],
    ['abstain: [India]', 'abstain: [CN]', '18:51 country-twice', 'China stands twice'],
    ['topics: {', 'groups: {a: [Chad, {TCD: {}}]}\ntopics: {', '5:21 country-twice', 'Chad stands'],
    ['topics: {', 'groups: {a: [{Chad: {from: 2}}]}\ntopics: {', '5:28 shape', 'must be'],
    ['stance: oppose', 'stance: opose', '13:24 unknown-stance', '"opose" is not on the scale'],
    ['stance: oppose', 'stance: absent', '13:24 unknown-stance', '"absent" is not on the scale'],
    ['topic: war', 'topic: wars', '9:12 unknown-topic', 'no topic is called "wars"'],
    ['topic: [war]', 'topic: [war, peace]', '16:18 unknown-topic', 'no topic is called "peace"'],
    ['cameo: "036"', 'cameo: "999"', '21:76 unknown-cameo-code', '"999" is no CAMEO event code'],
    [
      '    date: 2020-01-01',
      '    date: 2020\n    scale: stance9',
      '11:12 unknown-scale',
      'no scale',
    ],
    ['between: [China, Russia]', 'actor: China', '21:10 interaction-parties', 'whom'],
  ])('%s → %s', (from, to, place, message) => {
    const finding = only(broken(from, to));
    expect(places([finding])).toEqual([place]);
    expect(finding.message).toContain(message);
    expect(finding.hint).toBeTruthy();
  });

  test('what may be meant is suggested', () => {
    expect(only(broken('Norway: {', 'Norwayy: {')).hint).toBe('did you mean Norway?');
    expect(only(broken('stance: oppose', 'stance: opose')).hint).toMatch(
      /^did you mean "oppose"\?/,
    );
    expect(only(broken('topic: war', 'topic: wa')).hint).toMatch(/^did you mean "war"\?/);
    expect(only(broken('Norway: {', 'Korea: {')).hint).toBe(
      'did you mean South Korea, or North Korea?',
    );
  });

  test('an unknown source is an error, an unused one a warning', () => {
    expect(
      only(
        broken(
          'Norway: {stance: oppose, sources: [paper]',
          'Norway: {stance: oppose, sources: [papr]',
        ),
      ),
    ).toMatchObject({
      code: 'unknown-source',
      severity: 'error',
      line: 13,
      column: 42,
    });
    expect(only(broken('topics:', '  spare: {title: Unread}\ntopics:'))).toMatchObject({
      code: 'unused-source',
      severity: 'warning',
      line: 5,
      column: 3,
    });
  });

  test('weights are greater than 0', () => {
    for (const weight of ['0', '-1'])
      expect(only(broken('date: 2020-01-01', `weight: ${weight}\n    date: 2020`)).message).toBe(
        '"weight" must be from 0.000001 to 1000000; leave an issue out instead of giving it no weight',
      );
  });

  test('a country in two rows of a ballot is one finding at the second', () => {
    expect(only(broken('no: [Russia]', 'no: [Russia, RUS]'))).toMatchObject({
      code: 'country-twice',
      line: 18,
      column: 40,
      message: 'Russia stands twice in the votes of two, first as "Russia"',
    });
  });
});

describe('shape', () => {
  test.each([
    ['title: A sound catalog', 'titel: A sound catalog', ['1:1 shape', '2:1 unknown-key']],
    ['cameo: "036"', 'cameo: 036', ['21:76 shape']],
    ['topic: war', 'topic: 5', ['9:12 shape']],
    ['- id: two', '- id: Two Words', ['14:9 shape']],
    ['China: {stance: support,', 'China: {', ['12:14 shape']],
    ['China: {stance: support,', 'China: {stance: support, salience: hi,', ['12:42 shape']],
    ['China: {stance: support, sources: [paper]}', 'China: 7', ['12:14 shape']],
    ['China: {stance: support, sources: [paper]}', 'China:', ['12:13 shape']],
    ['China: {stance: support, sources: [paper]}', 'China: [{stance: support}]', ['12:15 shape']],
    ['China: {stance: support, sources: [paper]}', 'China: []', ['12:14 shape']],
    ['between: [China, Russia]', 'between: [China]', ['21:52 shape']],
    ['title: A paper', 'title: A paper, url: example.org', ['4:32 shape']],
  ])('%s → %s', (from, to, expected) => {
    const { catalog, findings } = load(broken(from, to));
    expect(catalog).toBeUndefined();
    expect(places(findings)).toEqual(expected);
  });

  test('messages are plain words', () => {
    const messages = (from: string, to: string) =>
      load(broken(from, to)).findings.map(({ message }) => message);
    expect(messages('title: A sound catalog\n', '')).toEqual(['"title" is missing']);
    expect(messages('- id: two', '- id: Two')).toEqual(['"id" cannot be "Two"']);
    expect(messages('cameo: "036"', 'cameo: 036')).toEqual([
      '"cameo" must be a CAMEO code in quotes, such as "062", not the number 36',
    ]);
    expect(messages('between: [China, Russia]', 'between: [China]')).toEqual([
      '"between" needs at least 2 entries',
    ]);
    expect(messages('China: {stance: support, sources: [paper]}', 'China: 7')).toEqual([
      '"China" must be a stance, a mapping with a stance, or a list of dated stances, not the number 7',
    ]);
    expect(
      messages('{stance: support, sources', '{stance: support, salience: huge, sources'),
    ).toEqual(['"salience" cannot be "huge"']);
    expect(messages('yes: [China]', 'yes: China')).toEqual(['"yes" must be a list, not text']);
  });

  test('numbers that should be text are told to be quoted', () => {
    const [finding] = load(broken('title: The first', 'title: 1984')).findings;
    expect(finding?.hint).toBe('put it in quotes to make it text');
  });

  test('an unknown key comes with those that are known', () => {
    const [finding] = load(broken('    title: The first', '    title: x\n    wieght: 2')).findings;
    expect(finding).toMatchObject({ code: 'unknown-key', line: 9, column: 5 });
    expect(finding?.hint).toMatch(
      /^did you mean "weight"\? allowed: codingRule, coordination, date, id,/,
    );
  });

  test('nothing of the validator’s own language shows', () => {
    const odd = [null, true, 3, -1, '', 'x', [], [1], {}, { a: 1 }];
    for (const key of [
      'title',
      'date',
      'topic',
      'weight',
      'positions',
      'votes',
      'vote',
      'sources',
      'scale',
      'coordination',
    ])
      for (const value of odd) {
        const text = sound.replace(
          '    title: The first',
          `    title: The first\n    ${key}: ${JSON.stringify(value)}`,
        );
        for (const { message, hint = '' } of load(
          text.replace(key === 'title' ? '    title: The first\n' : '\0', ''),
        ).findings)
          expect(`${message} ${hint}`).not.toMatch(
            /Too small|Too big|Invalid|expected \w+,? received|undefined|NaN|\bobject\b|\brecord\b/,
          );
      }
  });
});

describe('keys and aliases', () => {
  test('a key that stands twice is found at its second place', () => {
    expect(only(broken('Norway: {', 'China: {'))).toMatchObject({
      code: 'yaml-duplicate-key',
      line: 13,
      column: 7,
      message: 'this key stands twice in one mapping',
    });
  });

  test('findings in shared parts point to where they are written', () => {
    const shared = broken(
      'China: {stance: support, sources: [paper]}',
      'China: &same {stance: suport, sources: [paper]}',
    ).replace('Norway: {stance: oppose, sources: [paper]}', 'Norway: *same');
    // Once at the place of the anchor: the two findings are one.
    expect(places(load(shared).findings)).toEqual(['12:29 unknown-stance']);
  });

  test('aliases of lists are followed', () => {
    const { catalog, findings } = load(
      broken('yes: [China]', 'yes: &a [China]').replace(
        'between: [China, Russia]',
        'actor: *a, target: [Cuba]',
      ),
    );
    expect(findings).toEqual([]);
    expect(catalog?.interactions[0]?.actors).toEqual(['CHN']);
  });

  test('an alias without anchor, and one inside its own anchor', () => {
    expect(only(broken('topic: war', 'topic: *war'))).toMatchObject({
      code: 'yaml-bad-alias',
      line: 9,
      column: 12,
      message: 'nothing before this is marked &war',
    });
    expect(only(broken('topics: {war: War}', 'topics: &t {war: *t}')).code).toBe('yaml-bad-alias');
  });
});

describe('half wrong', () => {
  const half = `catalog: half
title: Half wrong
sources:
  paper: {title: A paper}
  lost: {titel: No title}
topics: {war: War}
issues:
  - id: one
    title: The first
    topic: war
    date: 2020
    wieght: 2
    positions:
      China: {stance: suport, sources: [paper]}
      Norwayy: {stance: support, sources: [lost]}
      India: 7
  - id: two
    topic: peace
    date: tomorrow
    positions: {Cuba: {stance: neutral, sources: [papr]}}
  - nonsense
  - id: one
    title: Again
    topic: war
    date: 2020
    votes: {yes: [China], no: [China]}
    sources: [paper]
`;

  test('errors of shape and of meaning are found at once, in the order of the file', () => {
    expect(places(load(half).findings)).toEqual([
      '5:9 shape', // no title
      '5:10 unknown-key', // titel
      '12:5 unknown-key', // wieght
      '14:23 unknown-stance',
      '15:7 unknown-country',
      '16:14 shape', // India: 7
      '17:5 shape', // no title
      '18:12 unknown-topic',
      '19:11 shape', // tomorrow
      '20:51 unknown-source',
      '21:5 shape', // nonsense
      '22:9 duplicate-id',
      '26:32 country-twice',
    ]);
  });

  test('a broken declaration does not make its uses wrong', () => {
    const { findings } = load(broken('paper: {title: A paper, date: 2020-05}', 'paper: A paper'));
    expect(places(findings)).toEqual(['4:10 shape']);
    expect(places(load(broken('topics: {war: War}', 'topics: [war]')).findings)).toEqual([
      '5:9 shape',
    ]);
  });
});
