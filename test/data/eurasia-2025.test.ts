/** What the catalog of 2021 to 2025 shares with that of 2020, and spot checks of what it says. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { membersAt } from '../../src/catalog/members.ts';
import { catalogSchema, type CatalogFile } from '../../src/catalog/schema.ts';
import { load } from '../catalog/load-text.ts';

const textOf = (name: string): string =>
  readFileSync(new URL(`../../data/catalogs/${name}.yaml`, import.meta.url), 'utf8');
const fileOf = (text: string): CatalogFile =>
  catalogSchema.parse(parse(text, { maxAliasCount: -1 }));

const [text2020, text2025] = [textOf('eurasia-2020'), textOf('eurasia-2025')];
const [then, now] = [fileOf(text2020), fileOf(text2025)];
const { catalog: loaded } = load(text2025);

const stands = (now.issues ?? []).filter(({ scale }) => scale !== 'membership');

/** A country's stances on an issue, dated ones with their days. */
function stances(id: string, country: string): string {
  const position = now.issues?.find((issue) => issue.id === id)?.positions?.[country];
  if (position === undefined || typeof position === 'string') return position ?? 'none';
  return [position]
    .flat()
    .map(({ from, stance }) => (from === undefined ? stance : `${from} ${stance}`))
    .join(', ');
}

describe('with the catalog of 2020', () => {
  it('it shares its groups, word for word', () => {
    const groups = (text: string) =>
      text.slice(text.indexOf('\ngroups:'), text.indexOf('\nissues:'));
    expect(groups(text2025)).toBe(groups(text2020));
  });

  it('it shares sources and topics word for word', () => {
    for (const key of ['sources', 'topics'] as const)
      for (const [id, value] of Object.entries(now[key] ?? {}))
        if (id in (then[key] ?? {})) expect([id, value]).toEqual([id, then[key]?.[id]]);
  });

  it('its memberships are a series each', () => {
    const series = (file: CatalogFile) =>
      (file.issues ?? []).flatMap((issue) =>
        issue.scale === 'membership' ? (issue.series ?? []) : [],
      );
    expect(series(now)).toEqual(series(then));
  });

  it('it has no issue and no event in common', () => {
    const ids = ({ issues = [], interactions = [] }: CatalogFile) =>
      [...issues, ...interactions].map(({ id }) => id);
    const old = new Set(ids(then));
    expect(ids(now).filter((id) => old.has(id))).toEqual([]);
  });
});

describe('the catalog of 2021 to 2025', () => {
  it('has 30 issues with 416 positions of 100 states, and 118 events', () => {
    const countries = stands.flatMap(({ positions = {} }) => Object.keys(positions));
    expect([stands.length, countries.length, new Set(countries).size]).toEqual([30, 416, 100]);
    expect(now.interactions).toHaveLength(118);
  });

  it('ends with 2025, but for what was published on it later', () => {
    const days = [...(loaded?.issues ?? []), ...(loaded?.interactions ?? [])].map(
      ({ date }) => date,
    );
    expect(days.filter(({ from, to }) => from < '2021' || to > '2025-12-31')).toEqual([]);
    expect(text2025.match(/\b2026\b/gu)?.length).toBeLessThan(12);
  });

  it.each([
    ['ukraine-war-2022', 'usa', '2022-02-24 strongly-oppose, 2025-02-24 neutral'],
    ['ukraine-war-2022', 'brazil', '2022-03-02 oppose, 2025-02-24 neutral'],
    ['ukraine-war-2022', 'saudi-arabia', '2022-03-02 oppose, 2025-02-24 neutral'],
    ['ukraine-war-2022', 'hungary', '2022-03-02 oppose, 2025-02-24 neutral'],
    ['ukraine-war-2022', 'israel', '2022-03-02 oppose, 2025-02-24 neutral'],
    ['ukraine-war-2022', 'syria', '2022-03-02 support, 2025-02-24 neutral'],
    ['ukraine-war-2022', 'china', 'neutral'],
    ['ukraine-annexations-2022', 'kazakhstan', 'oppose'],
    ['xinjiang-debate-2022', 'ukraine', 'oppose'],
    ['india-pakistan-2025', 'russia', 'neutral'],
    ['membership-sco-2025', 'iran', '2021-01-01 associated, 2023-07-04 member'],
    ['putin-warrant', 'armenia', 'none'],
  ])('%s: %s %s', (id, country, held) => {
    expect(stances(id, country)).toBe(held);
  });

  it('has as many members in its memberships as in the groups, day by day', () => {
    const shared = ['nato', 'eu', 'sco', 'csto', 'cis', 'eaeu', 'brics', 'quad', 'aukus', 'g7'];
    for (const id of shared)
      for (const day of ['2021-12-31', '2023-12-31', '2024-06-01', '2025-12-31']) {
        const issue = loaded?.issues.find((each) => each.id === `membership-${id}-2025`);
        const members = Object.entries(issue?.positions ?? {}).flatMap(([country, held]) =>
          held.findLast(({ from = '' }) => from <= day)?.category === 2 ? country : [],
        );
        expect([id, day, members]).toEqual([
          id,
          day,
          membersAt(loaded!.groups[id]!, day).toSorted(),
        ]);
      }
  });
});
