/** What holds of all bundled catalogs together: sources, titles, tallies, and wording of our own. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { catalogSchema, type CatalogFile } from '../../src/catalog/schema.ts';

const names = [
  'eurasia-2020',
  'eurasia-2025',
  'un-general-assembly',
  'un-security-council',
] as const;

const catalogs: ReadonlyMap<string, CatalogFile> = new Map(
  names.map((name) => [
    name,
    catalogSchema.parse(
      parse(
        readFileSync(new URL(`../../data/catalogs/${name}.yaml`, import.meta.url), 'utf8'),
        // The largest catalog repeats a position by alias for dozens of states.
        { maxAliasCount: -1 },
      ),
    ),
  ]),
);

type Stated = { readonly place: string; readonly sources: readonly string[] };

/** Every position (dated ones singly), vote and interaction of a catalog, with its sources. */
function statements({ issues = [], interactions = [] }: CatalogFile): readonly Stated[] {
  return [
    ...issues.flatMap((issue) => {
      const fallback = issue.sources ?? [];
      const held = Object.entries(issue.positions ?? {}).flatMap(([country, position]) =>
        (Array.isArray(position) ? position : [position]).map((entry) => ({
          place: `${issue.id} ${country}`,
          sources: typeof entry === 'string' ? fallback : (entry.sources ?? fallback),
        })),
      );
      return issue.votes ? [...held, { place: issue.id, sources: fallback }] : held;
    }),
    ...interactions.map(({ id, sources = [] }) => ({ place: id, sources })),
  ];
}

/** Every note under a value, wherever it stands, except those that describe a source. */
function notes(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(notes);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    if (key === 'note' && typeof inner === 'string') return [inner];
    return key === 'sources' ? [] : notes(inner);
  });
}

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

describe.each([...catalogs])('%s', (_, catalog) => {
  const sources = catalog.sources ?? {};

  it('has a source that resolves for every position, vote and interaction', () => {
    const all = statements(catalog);
    expect(all.length).toBeGreaterThan(70);
    expect(all.filter(({ sources: cited }) => cited.length === 0)).toEqual([]);
    expect(all.filter(({ sources: cited }) => cited.some((id) => !(id in sources)))).toEqual([]);
  });

  it('gives an address for every source but the article it began with', () => {
    const unreadable = Object.entries(sources).filter(
      ([, { url, kind }]) => url === undefined && kind !== 'knowledge',
    );
    expect(unreadable.map(([id]) => id).filter((id) => id !== 'weitz-2020')).toEqual([]);
  });

  it('declares the topics it uses and no other', () => {
    const used = new Set((catalog.issues ?? []).flatMap(({ topic }) => topic));
    expect([...used].toSorted()).toEqual(Object.keys(catalog.topics ?? {}).toSorted());
  });

  it('gives no two issues, and no two interactions, one title', () => {
    for (const list of [catalog.issues ?? [], catalog.interactions ?? []]) {
      const titles = list.map(({ title }) => title);
      expect(titles.filter((title, at) => titles.indexOf(title) !== at)).toEqual([]);
    }
  });

  it('keeps titles short enough for a table, without a full stop', () => {
    const titles = [...(catalog.issues ?? []), ...(catalog.interactions ?? [])].map(
      ({ title }) => title,
    );
    expect(titles.filter((title) => title.length > 80 || title.endsWith('.'))).toEqual([]);
  });

  it('lists no ballot twice and no more of a kind than the official tally', () => {
    for (const { id, vote, votes } of catalog.issues ?? []) {
      if (!votes) continue;
      const listed = Object.values(votes).flat();
      expect([id, new Set(listed).size]).toEqual([id, listed.length]);
      if (!vote?.result) continue;
      const { yes, no, abstain } = vote.result;
      const cast = [...(votes.yes ?? []), ...(votes.no ?? []), ...(votes.abstain ?? [])].length;
      const beyond = (['yes', 'no', 'abstain'] as const).filter(
        (choice) => (votes[choice]?.length ?? 0) > (vote.result?.[choice] ?? 0),
      );
      expect([id, beyond]).toEqual([id, []]);
      if (cast === yes + no + abstain) {
        const counted = [votes.yes, votes.no, votes.abstain].map((list) => list?.length ?? 0);
        expect([id, ...counted]).toEqual([id, yes, no, abstain]);
      }
    }
  });
});

describe('the catalogs together', () => {
  it('give one topic id one title', () => {
    const titles = new Map<string, Set<string>>();
    for (const { topics = {} } of catalogs.values())
      for (const [id, title] of Object.entries(topics))
        titles.set(id, (titles.get(id) ?? new Set()).add(title));
    expect([...titles].filter(([, found]) => found.size > 1)).toEqual([]);
  });

  it('give one topic title one id', () => {
    const ids = new Map<string, Set<string>>();
    for (const { topics = {} } of catalogs.values())
      for (const [id, title] of Object.entries(topics))
        ids.set(title, (ids.get(title) ?? new Set()).add(id));
    expect([...ids].filter(([, found]) => found.size > 1)).toEqual([]);
  });

  it('give no two issues one title, and no two one id', () => {
    const issues = [...catalogs.values()].flatMap((catalog) => catalog.issues ?? []);
    expect(new Set(issues.map(({ title }) => title)).size).toBe(issues.length);
    expect(new Set(issues.map(({ id }) => id)).size).toBe(issues.length);
  });
});

describe.each(['2020', '2025'])('the dossier of %s behind the catalogs', (year) => {
  const dossier = new URL(`../../../shared/facts/eurasia-${year}.md`, import.meta.url);

  it.skipIf(!existsSync(dossier))('is not copied: no sentence of a note stands in it', () => {
    const text = ` ${plain(readFileSync(dossier, 'utf8'))} `;
    // Below six words there is often only one way to say it ("Voted against 68/262.").
    const copied = [...catalogs.values()]
      .flatMap(notes)
      .flatMap((note) => note.split(/(?<=[.;])\s+/))
      .map(plain)
      .filter((sentence) => sentence.split(' ').length >= 6 && text.includes(` ${sentence} `));
    expect([...new Set(copied)]).toEqual([]);
  });
});
