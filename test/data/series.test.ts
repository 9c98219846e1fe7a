/** What the bundled catalogs hold to be one text or question coming back. */
import { existsSync, readFileSync } from 'node:fs';
import { parse as parseCsv } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { catalogSchema, type CatalogFile } from '../../src/catalog/schema.ts';

type Issue = NonNullable<CatalogFile['issues']>[number];

const issuesOf = (name: string): readonly Issue[] =>
  catalogSchema.parse(
    parse(readFileSync(new URL(`../../data/catalogs/${name}.yaml`, import.meta.url), 'utf8'), {
      maxAliasCount: -1,
    }),
  ).issues ?? [];

const assembly = issuesOf('un-general-assembly');
const issues = ['eurasia-2020', 'eurasia-2025', 'un-security-council']
  .flatMap(issuesOf)
  .concat(assembly);

function bySeries(among: readonly Issue[]): ReadonlyMap<string, readonly Issue[]> {
  const groups = new Map<string, Issue[]>();
  for (const issue of among)
    if (issue.series !== undefined)
      groups.set(issue.series, [...(groups.get(issue.series) ?? []), issue]);
  return groups;
}

/** The words of a title that say what it is about: no date, no form of text, no small words. */
function words(title: string): ReadonlySet<string> {
  const small =
    /^(?:\d+|january|february|march|april|may|june|july|august|september|october|november|december|of|the|and|on|in|for|a|to|into|un|human|rights|text|russian|us)$/;
  const found = title.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(found.filter((word) => !small.test(word)));
}

/** Two titles look alike if they share at least half the words of the shorter one. */
function alike(a: string, b: string): boolean {
  const [short, long] = [words(a), words(b)].toSorted((x, y) => x.size - y.size);
  if (!short || !long) return false;
  return [...short].filter((word) => long.has(word)).length * 2 >= short.size;
}

/** One question under titles that do not show it. */
const unlike: Readonly<Record<string, string>> = {
  'unsc-2018-516': 'on one day with the American text on Gaza',
  'unsc-2018-520': 'on one day with the text on civilians in Gaza',
  'unsc-2009-310': 'the vote behind stances on Abkhazia and South Ossetia',
  'abkhazia-south-ossetia': 'stances behind the vote on the mission in Georgia',
  'crimea-status': 'stances from votes on the territorial integrity of Ukraine',
  'unsc-2014-189': 'vetoed before the Assembly took up the territorial integrity of Ukraine',
  'unga-68-262': 'taken up by the Assembly after the veto on Crimea',
  'unga-es-11-8': 'the American text of that day, as the Assembly amended it',
  'unsc-res-2774': 'the American text of that day, as it was',
};

describe('series of the bundled catalogs', () => {
  it('are 47 of the Assembly, 43 of the Council, and of Eurasia 13 and 17, 27 of them shared', () => {
    expect(bySeries(assembly).size).toBe(47);
    expect(bySeries(issuesOf('un-security-council')).size).toBe(43);
    expect(bySeries(issuesOf('eurasia-2020')).size).toBe(13);
    expect(bySeries(issuesOf('eurasia-2025')).size).toBe(17);
    expect(bySeries(issues).size).toBe(89);
  });

  it('have readable ids, and at least two issues each', () => {
    for (const [id, members] of bySeries(issues)) {
      expect(id).toMatch(/^[a-z]+(?:-[a-z0-9]+)+$/);
      expect([id, members.length > 1]).toEqual([id, true]);
    }
  });

  it('hold issues whose titles look alike', () => {
    for (const [id, members] of bySeries(issues)) {
      const strange = members.filter(
        (issue) =>
          !(issue.id in unlike) &&
          !members.some((other) => other !== issue && alike(issue.title, other.title)),
      );
      expect([id, strange.map(({ title }) => title)]).toEqual([id, []]);
    }
  });

  it('leave no issue apart whose title differs from another by a date only', () => {
    const bare = (title: string) =>
      title.replace(/(?:,| \() ?(?:\d+ )?(?:(?:[A-Z][a-z]+ )?\d{4})\)?$/, '');
    const groups = new Map<string, Issue[]>();
    for (const issue of issues)
      groups.set(bare(issue.title), [...(groups.get(bare(issue.title)) ?? []), issue]);
    for (const [title, members] of groups)
      if (members.length > 1)
        expect([title, new Set(members.map(({ series }) => series ?? '')).size]).toEqual([
          title,
          1,
        ]);
    expect([...groups].filter(([, members]) => members.length > 1)).toHaveLength(53);
  });

  it.each([
    ['syria-cross-border-aid', 14, ['unsc-2020-667', 'unsc-2020-683', 'unsc-res-2533']],
    ['syria-chemical-weapons-inquiry', 8, ['unsc-2017-962', 'unsc-2017-968', 'unsc-2018-322']],
    ['western-sahara-mission', 10, ['unsc-res-2468', 'unsc-res-2494', 'unsc-res-2548']],
    ['haiti-mission', 3, ['unsc-res-2466', 'unsc-res-2476', 'unsc-res-2547']],
    ['yemen-sanctions', 6, ['unsc-res-2216', 'unsc-2018-156', 'unsc-res-2511']],
    ['status-of-jerusalem', 2, ['unga-es-10-19', 'unsc-2017-1060']],
    ['territorial-integrity-ukraine', 3, ['crimea-status', 'unga-68-262', 'unsc-2014-189']],
    ['iran-arms-embargo', 2, ['iran-snapback-2020', 'unsc-2020-797']],
    ['aggression-against-ukraine', 3, ['ukraine-war-2022', 'unsc-2022-155', 'unga-es-11-1']],
    ['path-to-peace-in-ukraine', 7, ['unsc-res-2774', 'unsc-2025-116', 'unga-es-11-8']],
    [
      'gaza-truce-autumn-2023',
      8,
      ['gaza-truce-2023', 'unsc-2023-773', 'unsc-2023-792', 'unga-es-10-21'],
    ],
    ['palestine-admission', 2, ['unsc-2024-312', 'unga-es-10-23']],
    ['central-african-republic-sanctions', 4, ['unsc-res-2507', 'unsc-res-2693']],
    ['displaced-abkhazia-south-ossetia', 10, ['unga-62-249', 'unga-71-290']],
  ])('%s has %i votes', (id, size, some) => {
    const members = bySeries(issues).get(id) ?? [];
    expect(members).toHaveLength(size);
    expect(members.map((issue) => issue.id)).toEqual(expect.arrayContaining(some));
  });

  it.each([
    ['unsc-res-2166', 'unsc-2015-562'],
    ['unsc-2011-612', 'unsc-2012-77'],
    ['unsc-res-1970', 'unsc-res-2509'],
    ['unga-73-27', 'unga-73-266'],
    ['unga-73-264', 'unga-74-246'],
    ['unga-es-11-7', 'unga-es-11-8'],
    ['unsc-2022-155', 'unsc-res-2623'],
    ['unsc-2024-835', 'unsc-2025-353'],
    ['hong-kong-security-law-2020', 'xinjiang-statements'],
  ])('%s and %s are two questions', (...ids) => {
    const [one, two] = ids.map((id) => issues.find((issue) => issue.id === id));
    expect([one?.id, two?.id]).toEqual(ids);
    expect(one?.series === undefined || one.series !== two?.series).toBe(true);
  });
});

const coded = new URL('../../../shared/facts/un-ga-key-votes-series.csv', import.meta.url);

describe.skipIf(!existsSync(coded))('the coding by hand of the Assembly', () => {
  it('groups its votes as the catalog does', () => {
    const rows = parseCsv<Record<string, string>>(readFileSync(coded, 'utf8'), { columns: true });
    const given = new Map(rows.map(({ resolution = '', series = '' }) => [resolution, series]));
    const grouping = (key: (issue: Issue) => string | undefined) => {
      const groups = new Map<string, string[]>();
      for (const issue of assembly) {
        const name = key(issue) ?? issue.id;
        groups.set(name, [...(groups.get(name) ?? []), issue.id]);
      }
      return [...groups.values()].map((ids) => ids.toSorted().join(' ')).toSorted();
    };
    expect(grouping(({ series }) => series)).toEqual(
      grouping(({ vote }) => given.get(vote?.resolution ?? '')),
    );
  });
});
