import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { starterCatalog } from '../../src/bundle/bundled.ts';
import { fixCatalog } from '../../src/catalog/fix.ts';
import type { Catalog } from '../../src/catalog/model.ts';
import { context, load } from './load-text.ts';

function fix(text: string) {
  const { text: fixed, changes } = fixCatalog(new TextEncoder().encode(text), 'a.yaml', context);
  return {
    fixed,
    said: changes.map(({ line, column, message }) => `${line}:${column} ${message}`),
  };
}

/** What a catalog says, without what mending may change. */
function meaning({ sha256: _, sources: __, ...rest }: Catalog) {
  return rest;
}

const bundledFolder = fileURLToPath(new URL('../../data/catalogs/', import.meta.url));
const bundled = readdirSync(bundledFolder)
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => [name, readFileSync(`${bundledFolder}${name}`, 'utf8')] as const);

const written = `# The whole file.
catalog:   mine   # aligned by hand
title: 'Mine'

sources: # where it rests
  # on the first two
  paper:  {title: A paper}
  spare: {title: Unread}   # never read
  long:
    title: Long
    note: >
      folded
      text  # no remark

  # on the last
  gazette: {title: "A gazette"}
topics: {security: Security,   trade: Trade}
groups:
  two: [ China , "Russian Federation", IND ]
issues:
  - id: one
    title: The first
    topic: security
    date: 2020
    positions:
      People's Republic of China:  {stance: support}   # stays
      'Russia':
        # later
        - {from: 2020-06, stance: oppose} # changed
        # earlier
        - from: 2020-01
          stance: support

        - {from: 2019-01, stance: neutral}
      IND: [{from: 2020-03, stance: oppose}, {from: 2020-02, stance: support}]
    sources: [paper, gazette]
`;

const mended = `# The whole file.
catalog:   mine   # aligned by hand
title: 'Mine'

sources: # where it rests
  # on the first two
  paper:  {title: A paper}

  # on the last
  gazette: {title: "A gazette"}
topics: {security: Security,   trade: Trade}
groups:
  two: [ CHN , RUS, IND ]
issues:
  - id: one
    title: The first
    topic: security
    date: 2020
    positions:
      CHN:  {stance: support}   # stays
      RUS:
        - {from: 2019-01, stance: neutral}
        # earlier
        - from: 2020-01
          stance: support

        # later
        - {from: 2020-06, stance: oppose} # changed
      IND: [{from: 2020-02, stance: support}, {from: 2020-03, stance: oppose}]
    sources: [paper, gazette]
`;

describe('a catalog is mended', () => {
  it('with all else as it was, and each change is said where it stood', () => {
    const { fixed, said } = fix(written);
    expect(fixed).toBe(mended);
    expect(said).toEqual([
      '8:3 the source "spare" is gone, as nothing rests on it',
      '9:3 the source "long" is gone, as nothing rests on it',
      '19:10 "China" is now CHN',
      '19:18 "Russian Federation" is now RUS',
      '26:7 "People\'s Republic of China" is now CHN',
      '27:7 "Russia" is now RUS',
      '29:9 the stances of Russia on one stand oldest first',
      '35:12 the stances of IND on one stand oldest first',
    ]);
    expect(load(fixed).findings).toEqual([]);
  });

  it('once: a second time changes nothing', () => {
    expect(fix(mended)).toEqual({ fixed: mended, said: [] });
  });

  it('with its mark of byte order and its line ends', () => {
    const dos = `\u{feff}${written.replaceAll('\n', '\r\n')}`;
    expect(fix(dos).fixed).toBe(`\u{feff}${mended.replaceAll('\n', '\r\n')}`);
  });

  it('without a line end at the end of the file', () => {
    const text = written.slice(0, written.indexOf('      IND: [{')).trimEnd();
    const start = text.replace('    positions:', '    sources: [paper, gazette]\n    positions:');
    const { fixed } = fix(start);
    expect(load(fixed).findings).toEqual([]);
    expect(fix(fixed).said).toEqual([]);
  });

  it.each([...bundled, ['starter', starterCatalog()] as const])(
    '%s keeps its meaning and its layout',
    (_, text) => {
      const before = load(text).catalog;
      const { fixed, said } = fix(text);
      const after = load(fixed);
      expect(after.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
      expect(meaning(after.catalog!)).toEqual(meaning(before!));
      expect(fixed.split('\n').length).toBe(text.split('\n').length);
      expect(said.length > 0).toBe(fixed !== text);
      expect(fix(fixed)).toEqual({ fixed, said: [] });
    },
  );
});

describe('sources within brackets', () => {
  const mine = (sources: string, cited: string) => `catalog: mine
title: Mine
sources: ${sources}
topics: {war: War}
issues:
  - {id: one, title: T, topic: war, date: 2020, positions: {CHN: support}, sources: [${cited}]}
`;
  it.each([
    ['{a: {title: A}, b: {title: B}, c: {title: C}}', 'b', '{b: {title: B}}'],
    ['{ a: {title: A}, b: {title: B}, c: {title: C} }', 'c', '{ c: {title: C} }'],
    ['{a: {title: A}, b: {title: B}, c: {title: C},}', 'a', '{a: {title: A},}'],
    ['{a: {title: A}, b: {title: B}, c: {title: C}}', 'a, c', '{a: {title: A}, c: {title: C}}'],
  ])('%s of which %s is cited', (sources, cited, left) => {
    const { fixed, said } = fix(mine(sources, cited));
    expect(fixed).toBe(mine(left, cited));
    expect(said.length).toBeGreaterThan(0);
    expect(load(fixed).findings).toEqual([]);
  });

  it.each([
    [
      'one that is not there is cited, which may be a slip for it',
      '{a: {title: A}, b: {title: B}}',
      'bb',
    ],
    ['none would be left', '{a: {title: A}}', ''],
    ['it is marked for others', '{a: {title: A}, b: &b {title: B}, c: *b}', 'a, c'],
    ['a remark stands between', '{a: {title: A}, # on b\n  b: {title: B}}', 'a'],
  ])('stay where %s', (_, sources, cited) => {
    const text = mine(sources, cited);
    expect(fix(text)).toEqual({ fixed: text, said: [] });
  });
});

describe('what cannot be mended for certain stays', () => {
  const issue = (positions: string) => `catalog: mine
title: Mine
sources: {a: {title: A}}
topics: {war: War}
issues:
  - {id: one, title: T, topic: war, date: 2020, positions: {${positions}}, sources: [a]}
`;
  it.each([
    ['two names of one country', 'China: support, PRC: oppose'],
    ['a name that means nobody', 'Chyna: support'],
    [
      'stances of one day',
      'CHN: [{from: 2020-02, stance: support}, {from: 2020-02-01, stance: oppose}]',
    ],
    [
      'dates that are none',
      'CHN: [{from: 2020-02-30, stance: support}, {from: 2020-01, stance: oppose}]',
    ],
  ])('%s', (_, positions) => {
    const text = issue(positions);
    expect(fix(text)).toEqual({ fixed: text, said: [] });
  });

  it.each([
    ['a file of another shape', issue('China: 1')],
    ['no YAML', issue('China: [')],
    ['nothing', ''],
  ])('%s', (_, text) => expect(fix(text)).toEqual({ fixed: text, said: [] }));
});

it('an actor keeps its id, even one that is a country’s name, and its sources', () => {
  const text = (china: string) =>
    `catalog: mine\ntitle: Mine\nsources: {s: {title: S}, a: {title: A}}\ntopics: {t: T}\nactors: {usa: An office, desk: {title: Desk, sources: [a]}}\nissues:\n  - {id: one, title: One, topic: t, date: 2020, sources: [s], positions: {${china}: support, usa: oppose, desk: oppose}}\n`;
  expect(fix(text('China')).fixed).toBe(text('CHN'));
});
