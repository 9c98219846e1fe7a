import { describe, expect, it } from 'vitest';
import { measurePlainDyads } from '../../src/analysis/all-dyads.ts';
import { readDistances, storeDistances } from '../../src/analysis/dyad-distances.ts';
import { plainSettings } from '../../src/analysis/plain-settings.ts';
import { scoreDyad, type ScoreSettings } from '../../src/analysis/score.ts';
import { bundledCatalog, bundledNames } from '../../src/catalog/bundled.ts';
import type { Catalog } from '../../src/catalog/model.ts';
import { withKnownDistances } from '../../src/cli/known-distances.ts';
import { plainFilter, type SelectionFilter } from '../../src/evidence/evidence.ts';
import { countryParty, everyParty } from '../../src/evidence/party.ts';
import { selectEvidence } from '../../src/evidence/select.ts';
import { plainWeighting } from '../../src/evidence/weights.ts';
import { findMeasure } from '../../src/measures/registry.ts';

const bundled = bundledNames.map((name) => bundledCatalog(name)!);
const evidence = selectEvidence(bundled, [], plainFilter);

const known = (
  filter: Partial<SelectionFilter> = {},
  catalogs: readonly Catalog[] = bundled,
  settings: Partial<ScoreSettings> = {},
) =>
  withKnownDistances({ ...plainSettings, ...settings }, catalogs, { ...plainFilter, ...filter })
    .knownDistances;

const headline = (id: string, distance: 'linear' | 'squared') => ({
  headline: { measure: findMeasure(id)!, distance },
});

describe('distances that were worked out by the build', () => {
  it('are those of all dyads on all bundled catalogs', () => {
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
      const found = known()!(least)!;
      expect([...found.joint].map((n, dyad) => `${n} ${found.distances[dyad]!}`).sort()).toEqual(
        expected,
      );
      expect(expected.length > 10_000).toBe(least < 2);
    }
  });

  it('are not known of other selections, catalogs or settings', () => {
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
      expect(known(filter)).toBeUndefined();
    const [first, ...others] = bundled;
    const copy = { ...first!, sha256: 'another' };
    for (const catalogs of [others, [copy, ...others], [...bundled, copy], [...bundled, first!]])
      expect(known({}, catalogs)?.(1)).toBeUndefined();
    const heavy = { ...plainWeighting, issueWeights: new Map([['ladakh-2020', 50]]) };
    expect(known({}, bundled, { weighting: heavy })).toBeUndefined();
    expect(known({}, bundled, headline('agreement', 'squared'))).toBeUndefined();
    expect(known({ rollCalls: { noParagraphs: false } }, bundled.toReversed())?.(1)).toBeDefined();
  });

  it('change no rank', () => {
    const settings: readonly Partial<ScoreSettings>[] = [
      {},
      headline('s', 'linear'),
      headline('divergence', 'linear'),
      headline('kappa', 'linear'),
      { weighting: { ...plainWeighting, weighBy: 'topic' } },
      { absent: 'half' },
    ];
    const dyads = [
      ['CHN', 'RUS'],
      ['USA', 'RUS'],
      ['IND', 'PAK'],
      ['FJI', 'PRK'],
    ] as const;
    for (const given of settings) {
      const plain = { ...plainSettings, ...given };
      for (const codes of dyads) {
        const [a, b] = codes.map((code) => countryParty(evidence, code, code));
        const rank = (asked: ScoreSettings) => scoreDyad(evidence, a!, b!, asked).percentile;
        expect(rank(withKnownDistances(plain, bundled, plainFilter))).toEqual(rank(plain));
      }
    }
  });

  it('are stored without dyads that share nothing', () => {
    const joint = Int32Array.of(2, 0, 1, 5);
    const distances = Float64Array.of(0.5, Number.NaN, 0, 0.25);
    const stored = new Uint8Array(storeDistances({ joint, distances }));
    const read = (least: number) => {
      const found = readDistances(stored, least);
      return [[...found.joint], [...found.distances]];
    };
    expect(read(1)).toEqual([
      [5, 2, 1],
      [0.25, 0.5, 0],
    ]);
    expect(read(3)).toEqual([[5], [0.25]]);
    expect(read(6)).toEqual([[], []]);
  });
});
