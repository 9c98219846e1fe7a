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
    const known = evidence.knownDistances('linear')!;
    const { joint, distances } = measurePlainDyads(
      evidence,
      everyParty(evidence),
      plainWeighting,
      'linear',
      1,
    );
    const kept = [...joint.keys()].filter((dyad) => joint[dyad]! > 0);
    expect([...known.joint]).toEqual(kept.map((dyad) => joint[dyad]));
    expect([...known.distances]).toEqual(kept.map((dyad) => distances[dyad]));
    expect(kept.length).toBeGreaterThan(10_000);
  });

  it('are not known of other selections, catalogs or distances', () => {
    expect(select().knownDistances('squared')).toBeUndefined();
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
      expect(select(filter).knownDistances('linear')).toBeUndefined();
    const [first, ...others] = bundled;
    expect(select({}, others).knownDistances('linear')).toBeUndefined();
    const copy = { ...first!, sha256: 'another' };
    expect(select({}, [copy, ...others]).knownDistances('linear')).toBeUndefined();
    expect(select({}, [...bundled, copy]).knownDistances('linear')).toBeUndefined();
    expect(select({}, [...bundled, ...bundled]).knownDistances('linear')).toBeDefined();
    expect(select({ rollCalls: { noParagraphs: false } }).knownDistances('linear')).toBeDefined();
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
    const joint = Int32Array.of(2, 0, 1);
    const distances = Float64Array.of(0.5, Number.NaN, 0);
    const stored = new Uint8Array(storeDistances({ joint, distances }));
    expect(readDistances(stored)).toEqual({
      joint: Int32Array.of(2, 1),
      distances: Float64Array.of(0.5, 0),
    });
    expect(readDistances(stored.map((_, i) => stored[i ^ 7]!))).toBeUndefined();
  });
});
