import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { exportTable } from '../../src/analysis/export.ts';
import { bundledCameo, bundledNames } from '../../src/bundle/bundled.ts';
import { loadCatalog } from '../../src/catalog/load.ts';
import type { Catalog } from '../../src/catalog/model.ts';
import { inventoryFilter } from '../../src/evidence/evidence.ts';
import { selectEvidence } from '../../src/evidence/select.ts';
import { render as renderCsv } from '../../src/render/export/csv.ts';
import { render as renderXlsx } from '../../src/render/export/xlsx.ts';
import { importRecord } from '../../src/rollcalls/import/run.ts';
import { scratch, testAtlas } from './support.ts';

const file = scratch();

function read(bytes: Buffer, name: string): Catalog {
  const { catalog, findings } = loadCatalog(bytes, name, {
    atlas: testAtlas(),
    cameoCodes: new Set(bundledCameo().codes()),
  });
  if (!catalog) throw new Error(JSON.stringify(findings));
  return catalog;
}

const provenance = { version: '', catalogs: [], options: {} };

/** What a catalog says, in an order that does not hang on how it was written. */
function contents({ issues, topics, sources, scales, actors, interactions }: Catalog) {
  const used = new Set(issues.flatMap(({ topics: own }) => own));
  const cited = new Set([
    ...issues.flatMap(({ positions, coordination, sources: own }) => [
      ...own,
      ...[...Object.values(positions).flat(), ...coordination].flatMap((each) => each.sources),
    ]),
    ...interactions.flatMap((each) => each.sources),
    ...Object.values(actors).flatMap((each) => each.sources),
  ]);
  const byId = (x: { id: string }, y: { id: string }) => (x.id < y.id ? -1 : 1);
  return {
    issues: issues.toSorted(byId),
    interactions: interactions.toSorted(byId),
    topics: Object.fromEntries(Object.entries(topics).filter(([id]) => used.has(id))),
    sources: Object.fromEntries(Object.entries(sources).filter(([id]) => cited.has(id))),
    scales: Object.fromEntries(
      Object.entries(scales).filter(([id]) => issues.some(({ scale }) => scale === id)),
    ),
  };
}

async function roundTrip(
  catalog: Catalog,
  what: 'positions' | 'interactions' | 'blocs',
  format: 'csv' | 'xlsx',
) {
  const evidence = selectEvidence([catalog], [], inventoryFilter);
  const table = exportTable(evidence, what, {
    minConfidence: 'low',
    nameOf: (code) => catalog.actors[code]?.title ?? code,
    blocs: Object.values(catalog.groups),
  });
  const result = { what, ...table, provenance };
  const written =
    format === 'csv'
      ? Buffer.from([...renderCsv(result, { bom: false })].join(''))
      : renderXlsx(result)[0]!;
  const path = file(`${catalog.id}-${what}.${format}`, Buffer.from(written));
  const imported = await importRecord({
    file: path,
    id: catalog.id,
    atlas: testAtlas(),
  });
  expect(imported.summary.skipped).toEqual([]);
  expect(imported.summary.doubtful).toEqual([]);
  expect(imported.summary.unread).toEqual([]);
  return read(Buffer.from(imported.catalog), 'again.yaml');
}

describe('a catalog that is exported and imported again', () => {
  const catalogs = bundledNames.map((name) => {
    const path = join(import.meta.dirname, '../../data/catalogs', `${name}.yaml`);
    return read(readFileSync(path), path);
  });

  it.each(catalogs.map((catalog) => [catalog.id, catalog] as const))(
    'has the same issues, positions, topics and sources: %s',
    async (_, catalog) => {
      const again = contents(await roundTrip({ ...catalog, interactions: [] }, 'positions', 'csv'));
      expect(again).toEqual(contents({ ...catalog, interactions: [] }));
    },
  );

  it.each(['csv', 'xlsx'] as const)('keeps codings and coders, by way of %s', async (format) => {
    const path = join(import.meta.dirname, '../cli/golden/coders/coded.yaml');
    const catalog = read(readFileSync(path), path);
    const again = await roundTrip(catalog, 'positions', format);
    expect(again.issues).toEqual(catalog.issues);
    expect(again.coders).toEqual(catalog.coders);
    expect(again.sources).toEqual(catalog.sources);
    expect(catalog.issues.map(({ undecided }) => undecided?.length)).toEqual([2, 2]);
  });

  it.each(['csv', 'xlsx'] as const)('may hold any text, by way of %s', async (format) => {
    const odd = [
      '=1+1',
      "'=1+1",
      "''-x",
      'a|b',
      'a\\\\|b',
      'two\nlines',
      '"quoted", and more',
      '7,5',
    ];
    const [first] = catalogs;
    const issues = odd.map((text, i) => ({
      ...first!.issues[0]!,
      id: `issue-${i}`,
      title: text,
      note: text,
      question: text,
      topics: ['odd', `topic-${i}`],
      coordination: [],
      sources: ['odd', `source-${i}`],
      positions: {
        USA: [{ category: 1, confidence: 'high' as const, note: text, sources: [`source-${i}`] }],
      },
    }));
    const each = (prefix: string) => odd.map((text, i) => [`${prefix}-${i}`, text] as const);
    const sources = Object.fromEntries(
      [['odd', 'x'] as const, ...each('source')].map(([id, title]) => [
        id,
        { id, title, author: title },
      ]),
    );
    const topics = Object.fromEntries([['odd', 'x'] as const, ...each('topic')]);
    const catalog = { ...first!, issues, sources, topics, interactions: [] };
    expect(contents(await roundTrip(catalog, 'positions', format))).toEqual(contents(catalog));
  });

  it.each(['csv', 'xlsx'] as const)(
    'has the same actors, with their positions beside votes, by way of %s',
    async (format) => {
      const [first] = catalogs;
      const stance = (category: number | null) => [
        { category, confidence: 'high' as const, sources: ['odd'] },
      ];
      const actors = {
        greens: {
          id: 'greens',
          title: 'The Greens',
          note: 'After the programme.',
          sources: ['odd', 'programme'],
        },
        newsroom: { id: 'newsroom', title: 'Our newsroom', sources: [] },
      };
      const shared = { ...first!.issues[0]!, topics: ['odd'], sources: ['odd'], coordination: [] };
      const issues = [
        {
          ...shared,
          id: 'asked',
          scale: 'stance5',
          positions: { USA: stance(0), greens: stance(4), newsroom: stance(3) },
          coordination: [
            { between: ['greens', 'newsroom'], depth: 'joint' as const, sources: ['odd'] },
          ],
        },
        {
          ...shared,
          id: 'voted',
          scale: 'vote',
          vote: { body: 'UNGA', resolution: 'A/RES/75/1' },
          positions: { CUB: stance(null), USA: stance(0), newsroom: stance(2) },
        },
      ];
      const catalog = {
        ...first!,
        issues,
        actors,
        sources: {
          odd: { id: 'odd', title: 'Odd' },
          programme: { id: 'programme', title: 'Programme', date: '2024', author: 'The Greens' },
        },
        topics: { odd: 'Odd' },
        interactions: [],
      };
      const again = await roundTrip(catalog, 'positions', format);
      expect(contents(again)).toEqual(contents(catalog));
      expect(again.actors).toEqual(actors);
    },
  );

  it('has the same interactions, by way of a table of their own', async () => {
    const catalog = { ...catalogs[0]!, issues: [] };
    for (const format of ['csv', 'xlsx'] as const)
      expect(contents(await roundTrip(catalog, 'interactions', format))).toEqual(contents(catalog));
  });

  it.each(catalogs.map((catalog) => [catalog.id, catalog] as const))(
    'has the same blocs, with the days of their members: %s',
    async (_, catalog) => {
      if (Object.keys(catalog.groups).length === 0) return;
      const { groups } = await roundTrip(catalog, 'blocs', 'csv');
      const own = await roundTrip(catalog, 'blocs', 'xlsx');
      expect(groups).toEqual(catalog.groups);
      expect(own.groups).toEqual(catalog.groups);
    },
  );

  it('is the same by way of a workbook', async () => {
    const catalog = { ...catalogs[0]!, interactions: [] };
    expect(contents(await roundTrip(catalog, 'positions', 'xlsx'))).toEqual(contents(catalog));
  });
});
