import type { Issue } from '../../src/catalog/model.ts';
import type { RecordedVotes } from '../../src/evidence/position-table.ts';
import { uniforms } from '../bench/simulated-dyads.mjs';

export interface SimulatedRecord {
  readonly countries: readonly string[];
  readonly years: readonly [first: number, last: number];
  /** Texts voted on in a year, each for some years, and votes on texts of one year only. */
  readonly returning: number;
  readonly once: number;
  /** Years with which what is voted on changes. */
  readonly agendas: readonly number[];
  /** Where a country stands on [-1, 1] in a year, from where it stands at first. */
  readonly place?: (country: number, year: number, first: number) => number;
  readonly start: number;
}

/** A vote parts countries at `cut`, those beyond it voting yes where `sign` is 1. */
interface Text {
  readonly cut: number;
  readonly sign: number;
  readonly series: string | undefined;
  readonly last: number;
}

/**
 * A record of countries on a line who vote on texts that part them somewhere on it, with a little chance. What is
 * voted on changes from time to time, and with it how often they agree; where they stand does not, unless told.
 */
export function simulateRecord(design: SimulatedRecord): RecordedVotes {
  const { countries, years, returning, once, agendas, place = (_c, _y, first) => first } = design;
  const random = uniforms(design.start);
  const standing = countries.map(() => 2 * random() - 1);
  const issues: Issue[] = [];
  const votes = countries.map((): number[] => []);
  let middle = 0;
  let made = 0;
  const newText = (last: number, isOnce: boolean): Text => ({
    cut: middle + 0.9 * (random() - 0.5),
    sign: random() < 0.5 ? -1 : 1,
    series: isOnce ? undefined : `text-${made++}`,
    last,
  });
  const lasting = (year: number) => newText(year + 2 + Math.floor(18 * random()), false);
  let current: Text[] = [];
  for (let year = years[0]; year <= years[1]; year++) {
    if (agendas.includes(year)) {
      middle = 1.4 * (random() - 0.5);
      // Half of the agenda is another one at once.
      current = current.filter(() => random() < 0.5);
    }
    current = current.filter(({ last }) => last >= year);
    while (current.length < returning) current.push(lasting(year));
    const all = [...current, ...Array.from({ length: once }, () => newText(year, true))];
    for (const [i, { cut, sign, series }] of all.entries()) {
      const day = `${year}-${String(1 + (i % 12)).padStart(2, '0')}-01`;
      const id = `vote-${year}-${i}`;
      issues.push({
        id,
        title: id,
        series,
        topics: ['other'],
        date: { from: day, to: day },
        dateLabel: day,
        scale: 'vote',
        weight: 1,
        positions: {},
        vote: { body: 'UNGA', resolution: id },
        coordination: [],
        sources: [],
      });
      for (const [c, first] of standing.entries()) {
        const beyond = sign * (place(c, year, first) - cut) + 0.3 * (random() - 0.5);
        votes[c]!.push(Math.abs(beyond) < 0.08 ? 1 : beyond > 0 ? 2 : 0);
      }
    }
  }
  const rows = countries.map((code, c) => [code, Int8Array.from(votes[c]!)] as const);
  return { catalog: 'test', issues, votes: new Map(rows), sources: [] };
}
