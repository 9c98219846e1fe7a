import { describe, expect, it } from 'vitest';
import { trendOf } from '../../src/analysis/trend.ts';
import { createLibrary } from '../../src/question/library.ts';
import { openQuestionIn } from '../../src/question/look-up.ts';
import { openAtlas } from '../../src/question/open-library.ts';
import { putQuestion } from '../../src/question/question.ts';
import type { TrendBreak } from '../../src/results/trend.ts';
import { catalogOf } from '../evidence/catalogs.ts';
import { simulateRecord, type SimulatedRecord } from './simulated-record.ts';

const countries =
  'ARG AUS BRA CAN CHN CUB DEU EGY ESP FRA GBR IDN IND IRN ISR ITA JPN KEN MEX NGA PAK POL RUS SWE TUR USA'.split(
    ' ',
  );

const design: SimulatedRecord = {
  countries,
  years: [1980, 2019],
  returning: 30,
  once: 10,
  agendas: [1991, 1999, 2008],
  start: 1,
};

/** The breaks of each dyad of some countries with all others. */
async function breaksOf(record: SimulatedRecord, firsts: readonly string[]) {
  const recorded = simulateRecord(record);
  const empty = catalogOf([]);
  const library = createLibrary([empty], openAtlas(), {}, async () => [recorded]);
  const found: (readonly TrendBreak[])[] = [];
  for (const first of firsts) {
    const others = countries.filter((code) => code > first || !firsts.includes(code));
    if (others.length === 0) continue;
    const asked = putQuestion({}, { catalogs: [], sides: [first, ...others] });
    const { breaks } = await trendOf(await openQuestionIn(library, asked), {
      by: 'year',
      window: 1,
    });
    for (const b of others) found.push(breaks.filter((each) => each.b === b));
  }
  return found;
}

const share = <T>(all: readonly T[], holds: (each: T) => boolean) =>
  all.filter(holds).length / all.length;

describe('breaks of a simulated record', () => {
  it('are of behaviour in at most 6 % of dyads where only the agenda changes, though most have one', async () => {
    // Dyads of one record are not independent of each other.
    const records = [1, 2, 3, 4, 5].map((start) =>
      breaksOf({ ...design, start }, countries.slice(0, 5)),
    );
    const dyads = (await Promise.all(records)).flat();
    expect(dyads).toHaveLength(5 * (25 + 24 + 23 + 22 + 21));
    expect(share(dyads, (breaks) => breaks.length > 0)).toBeGreaterThan(0.5);
    const ofBehaviour = share(dyads, (breaks) => breaks.some(({ kind }) => kind === 'behaviour'));
    expect(ofBehaviour).toBeLessThanOrEqual(0.06);
  });

  it('are of behaviour where a country crosses the floor', async () => {
    const place: SimulatedRecord['place'] = (country, year, first) =>
      country === 0 && year >= 1996 ? -0.9 : country === 0 ? 0.9 : first;
    const dyads = await breaksOf({ ...design, agendas: [], place }, [countries[0]!]);
    const near = (breaks: readonly TrendBreak[]) =>
      breaks.some(({ kind, period }) => kind === 'behaviour' && period === '1996');
    expect(share(dyads, near)).toBeGreaterThan(0.5);
  });
});
