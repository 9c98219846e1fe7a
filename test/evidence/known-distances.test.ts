import { describe, expect, it } from 'vitest';
import { measurePlainDyads } from '../../src/analysis/all-dyads.ts';
import { plainSettings } from '../../src/analysis/plain-settings.ts';
import { scoreDyad, type ScoreSettings } from '../../src/analysis/score.ts';
import { bundledCatalog, bundledNames } from '../../src/catalog/bundled.ts';
import type { Catalog } from '../../src/catalog/model.ts';
import { type Evidence, plainFilter, type SelectionFilter } from '../../src/evidence/evidence.ts';
import { readDistances, storeDistances } from '../../src/evidence/known-distances.ts';
import { countryParty, everyParty } from '../../src/evidence/party.ts';
import { selectEvidence } from '../../src/evidence/select.ts';
import { plainWeighting } from '../../src/evidence/weights.ts';

const bundled = bundledNames.map((name) => bundledCatalog(name)!);
const select = (filter: Partial<SelectionFilter> = {}, catalogs: readonly Catalog[] = bundled) =>
  selectEvidence(catalogs, [], { ...plainFilter, ...filter });

const percentile = (evidence: Evidence, [a, b]: readonly [string, string], settings = {}) =>
  scoreDyad(evidence, countryParty(evidence, a, a), countryParty(evidence, b, b), {
    ...plainSettings,
    ...settings,
  }).percentile;

describe('distances that were worked out by the build', () => {
  it('are those of all dyads on all bundled catalogs', () => {
    const evidence = select();
    const { joint, distances } = measurePlainDyads(
      evidence,
      everyParty(evidence),
      plainWeighting,
      'linear',
      1,
    );
    for (const least of [1, 2, 59, 177, 185]) {
      const expected = [...joint]
        .flatMap((n, dyad) => (n >= least ? [`${n} ${distances[dyad]!}`] : []))
        .sort();
      const known = evidence.knownDistances('linear', least)!;
      expect([...known.joint].map((n, dyad) => `${n} ${known.distances[dyad]!}`).sort()).toEqual(
        expected,
      );
      expect(expected.length > 10_000).toBe(least < 2);
    }
  });

  it('are not known of other selections, catalogs or distances', () => {
    expect(select().knownDistances('squared', 1)).toBeUndefined();
    for (const filter of [
      { from: '2019-01-01' },
      { to: '2019-12-31' },
      { topics: ['syria'] },
      { issues: ['ladakh-2020'] },
      { minConfidence: 'low' },
      { minConfidence: 'high' },
      { accepts: () => true },
      { rollCalls: { important: true } },
      { rollCalls: { noUnanimous: true } },
      { rollCalls: { resolution: '*' } },
      { rollCalls: { sessions: [1, 99] } },
    ] satisfies Partial<SelectionFilter>[])
      expect(select(filter).knownDistances('linear', 1)).toBeUndefined();
    const [first, ...others] = bundled;
    expect(select({}, others).knownDistances('linear', 1)).toBeUndefined();
    const copy = { ...first!, sha256: 'another' };
    expect(select({}, [copy, ...others]).knownDistances('linear', 1)).toBeUndefined();
    expect(select({}, [...bundled, copy]).knownDistances('linear', 1)).toBeUndefined();
    const record = { catalog: 'r', issues: [], votes: new Map(), sources: [] };
    expect(
      selectEvidence(bundled, [record], plainFilter).knownDistances('linear', 1),
    ).toBeUndefined();
    expect(select({}, [...bundled, ...bundled]).knownDistances('linear', 1)).toBeDefined();
    expect(
      select({ rollCalls: { noParagraphs: false } }).knownDistances('linear', 1),
    ).toBeDefined();
  });

  it('change no rank', () => {
    const evidence = select();
    const unknown: Evidence = { ...evidence, knownDistances: () => undefined };
    const heavy = new Map([['ladakh-2020', 50]]);
    const settings: readonly Partial<ScoreSettings>[] = [
      {},
      { weighting: { ...plainWeighting, issueWeights: heavy } },
      { weighting: { ...plainWeighting, weighBy: 'topic' } },
    ];
    const dyads = [
      ['CHN', 'RUS'],
      ['USA', 'RUS'],
      ['IND', 'PAK'],
      ['FRA', 'GBR'],
      ['FJI', 'PRK'],
    ] as const;
    for (const dyad of dyads)
      for (const given of settings)
        expect(percentile(evidence, dyad, given)).toEqual(percentile(unknown, dyad, given));
  });

  it('are stored without dyads that share nothing, and not read where bytes have another order', () => {
    const joint = Int32Array.of(2, 0, 1, 5);
    const distances = Float64Array.of(0.5, Number.NaN, 0, 0.25);
    const stored = new Uint8Array(storeDistances({ joint, distances }));
    const read = (bytes: Uint8Array, least: number) => {
      const known = readDistances(bytes, least);
      return known && [[...known.joint], [...known.distances]];
    };
    expect(read(stored, 1)).toEqual([
      [5, 2, 1],
      [0.25, 0.5, 0],
    ]);
    expect(read(stored, 3)).toEqual([[5], [0.25]]);
    expect(read(stored, 6)).toEqual([[], []]);
    expect(
      read(
        stored.map((_, i) => stored[i ^ 7]!),
        1,
      ),
    ).toBeUndefined();
  });
});
