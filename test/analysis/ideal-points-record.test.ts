import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { idealPointsOf } from '../../src/analysis/ideal-points/ideal-points.ts';
import { defaultIdealPoints } from '../../src/analysis/ideal-points/settings.ts';
import { openQuestion } from '../../src/question/open-question.ts';
import type { OpenedQuestion } from '../../src/question/look-up.ts';
import { putQuestion } from '../../src/question/question.ts';
import type { IdealPointsResult } from '../../src/results/ideal-points.ts';
import { importRecord } from '../../src/rollcalls/import/run.ts';
import { scratch, testAtlas, unData } from '../rollcalls/support.ts';
import { correlation } from './simulated-votes.ts';

/** The whole record of the General Assembly; `ALIGN_UN_DATA` names its directory. */
describe.skipIf(unData === undefined)('ideal points of the General Assembly', () => {
  const file = scratch();
  let opened: OpenedQuestion;
  let linked: IdealPointsResult;

  beforeAll(async () => {
    const path = join(unData ?? '', 'UNVotes.csv.gz');
    const options = { format: 'voeten', file: path, id: 'ga', atlas: testAtlas() } as const;
    const { record } = await importRecord(options);
    writeFileSync(file('ga.csv'), record?.[1] ?? '');
    const catalog = file('catalog.yaml');
    const rollCalls = 'rollCalls: [{id: ga, body: UNGA, file: ga.csv}]';
    writeFileSync(catalog, `catalog: ga\ntitle: Record\n${rollCalls}\n`);
    const words = { session: [1, 74] } as const;
    opened = await openQuestion(putQuestion(words, { catalogs: [catalog], sides: [] }));
    linked = idealPointsOf(opened, defaultIdealPoints);
  }, 240_000);

  /** Correlations within each session. */
  function within(x: IdealPointsResult, y: IdealPointsResult): readonly number[] {
    const values = new Map(y.points.map((p) => [`${p.country} ${p.session}`, p.value]));
    return x.sessions.map(({ session }) => {
      const own = x.points.filter((p) => p.session === session);
      return correlation(
        own.map(({ value }) => value),
        own.map(({ country }) => values.get(`${country} ${session}`)!),
      );
    });
  }
  const mean = (values: readonly number[]) => values.reduce((sum, v) => sum + v, 0) / values.length;

  it('rest on the votes that the published ones of April 2020 do', () => {
    // 797,568 with the 112 of session 19.
    expect(linked.fit.votes).toBe(797_568 - 112);
    expect(linked.leftOut).toMatchObject({ session19: 1, otherBodies: 0 });
    expect(linked.sessions).toHaveLength(73);
  });

  it('converge in about 24 rounds', () => {
    expect(linked.fit.converged).toBe(true);
    expect(linked.fit.iterations).toBeLessThanOrEqual(28);
  });

  it('have the United States and the Soviet Union at the ends of the Cold War, and Israel beside the United States since', () => {
    const rankOf = (country: string, session: number) =>
      linked.points.find((p) => p.country === country && p.session === session)!;
    expect(rankOf('USA', 40).rank).toBe(1);
    expect(rankOf('RUS', 12).percentile).toBeLessThan(0.15);
    expect(rankOf('RUS', 47).percentile).toBeGreaterThan(0.6);
    expect([rankOf('USA', 74).rank, rankOf('ISR', 74).rank].sort()).toEqual([1, 2]);
  });

  it('order countries within sessions alike whatever fixes their levels', () => {
    const { model } = defaultIdealPoints;
    for (const other of [
      { ...defaultIdealPoints, links: false },
      { ...defaultIdealPoints, model: { ...model, walk: 0.5 } },
    ]) {
      const r = within(linked, idealPointsOf(opened, other));
      expect(mean(r)).toBeGreaterThanOrEqual(0.996);
      expect(Math.min(...r)).toBeGreaterThan(0.95);
    }
  }, 60_000);

  it('are near the solution where they stop', () => {
    const model = { ...defaultIdealPoints.model, tolerance: 1e-5, maxRounds: 60 };
    const solution = idealPointsOf(opened, { ...defaultIdealPoints, model, positive: 'russia' });
    const sign = -1;
    const off = linked.points
      .map(({ value }, i) => Math.abs(value - sign * solution.points[i]!.value))
      .sort((x, y) => x - y);
    expect(off.at(-1)).toBeLessThan(0.04);
    expect(off[Math.floor(off.length * 0.99)]).toBeLessThan(0.0065);
  }, 60_000);
});
