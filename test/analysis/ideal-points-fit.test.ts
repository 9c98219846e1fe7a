import { describe, expect, it } from 'vitest';
import { fitIdealPoints } from '../../src/analysis/ideal-points/fit.ts';
import { defaultModel } from '../../src/analysis/ideal-points/state.ts';
import type { RollCallVotes } from '../../src/analysis/ideal-points/design.ts';
import { ABSTAIN, NO, YES } from '../../src/rollcalls/record.ts';
import { correlation, recoveryOf, simulateVotes } from './simulated-votes.ts';

/** The country that is most positive in truth says which side is. */
const mostPositive = (truth: readonly (readonly number[])[]) => {
  const means = truth.map((own) => own.reduce((sum, v) => sum + v, 0));
  return means.indexOf(Math.max(...means));
};

function rounds(design: { countries: number; sessions: number; rollCalls: number }, n: number) {
  const all = Array.from({ length: n }, (_, seed) => {
    const { truth, votes } = simulateVotes({ ...design, seed: seed + 1 });
    const fit = fitIdealPoints(votes, design.countries, mostPositive(truth));
    expect(fit.converged).toBe(true);
    return recoveryOf(fit, truth);
  });
  const mean = (pick: (one: (typeof all)[number]) => number) =>
    all.reduce((sum, one) => sum + pick(one), 0) / n;
  return { r: mean(({ r }) => r), coverage: mean(({ coverage }) => coverage) };
}

describe('ideal points of simulated votes', () => {
  it.each([
    [190, 10, 70, 0.98, 2],
    [190, 10, 20, 0.97, 4],
    [190, 1, 40, 0.95, 6],
    [15, 10, 20, 0.94, 12],
  ])(
    'of %i countries in %i sessions of %i roll calls are found, and intervals hold them',
    (countries, sessions, rollCalls, least, n) => {
      const { r, coverage } = rounds({ countries, sessions, rollCalls }, n);
      expect(r).toBeGreaterThanOrEqual(least);
      expect(coverage).toBeGreaterThan(0.85);
      expect(coverage).toBeLessThan(0.965);
    },
  );

  const { truth, votes } = simulateVotes({ countries: 40, sessions: 4, rollCalls: 15, seed: 7 });
  const positive = mostPositive(truth);
  const fit = fitIdealPoints(votes, 40, positive);
  const valuesOf = ({ points }: typeof fit) => points.map(({ value }) => value);

  it('have mean 0 and standard deviation 1, by country and session, with the votes behind them', () => {
    const values = valuesOf(fit);
    const mean = values.reduce((sum, v) => sum + v, 0) / values.length;
    expect(mean).toBeCloseTo(0, 9);
    expect(values.reduce((sum, v) => sum + v * v, 0) / values.length).toBeCloseTo(1, 9);
    expect(fit.points.map(({ country, session }) => country * 10 + session)).toEqual(
      Array.from({ length: 160 }, (_, i) => Math.floor(i / 4) * 10 + 1 + (i % 4)),
    );
    expect(fit.votes).toBe(fit.points.reduce((sum, { n }) => sum + n, 0));
    expect(fit.items).toBe(60);
    expect(fit.logLikelihood).toBeLessThan(0);
    for (const { low, value, high } of fit.points)
      expect(high - value).toBeCloseTo(value - low, 12);
  });

  it('turn round with the country that is positive, and nothing else changes', () => {
    const means = truth.map((own) => own.reduce((sum, v) => sum + v, 0));
    const negative = means.indexOf(Math.min(...means));
    const turned = valuesOf(fitIdealPoints(votes, 40, negative));
    const values = valuesOf(fit);
    expect(values[positive * 4]).toBeGreaterThan(0);
    expect(turned[negative * 4]).toBeGreaterThan(0);
    turned.forEach((value, i) => expect(value).toBeCloseTo(-values[i]!, 1));
    const swapped = votes.map((one) => ({
      ...one,
      votes: one.votes.map((vote) => (vote < 0 ? vote : YES - vote)),
    }));
    valuesOf(fitIdealPoints(swapped, 40, positive)).forEach((value, i) =>
      expect(value).toBeCloseTo(values[i]!, 2),
    );
  });

  it('are the same to the last digit from the same votes, and nearly so from another order of them', () => {
    expect(fitIdealPoints(votes, 40, positive)).toEqual(fit);
    const other = fitIdealPoints(
      votes.toReversed().map((one, item) => ({ ...one, item })),
      40,
      positive,
    );
    valuesOf(other).forEach((value, i) => expect(value).toBeCloseTo(valuesOf(fit)[i]!, 6));
  });

  it('do not depend on the number of rounds once they have converged', () => {
    const longer = fitIdealPoints(votes, 40, positive, {
      ...defaultModel,
      tolerance: 1e-6,
      maxRounds: 300,
    });
    expect(longer.rounds).toBeGreaterThan(fit.rounds);
    valuesOf(longer).forEach((value, i) =>
      expect(Math.abs(value - valuesOf(fit)[i]!)).toBeLessThan(0.02),
    );
    const stopped = fitIdealPoints(votes, 40, positive, { ...defaultModel, maxRounds: 1 });
    expect(stopped).toMatchObject({ converged: false, rounds: 1 });
    expect(stopped.change).toBeGreaterThan(defaultModel.tolerance);
  });

  it('follow a common shift where roll calls are linked, and not where they are not', () => {
    // All move by .5 a session; each session repeats the texts of the first.
    const base = simulateVotes({ countries: 60, sessions: 1, rollCalls: 60, seed: 3 });
    const texts = Array.from({ length: 60 }, (_, j) => ({
      beta: j % 2 ? 1.3 : -1.1,
      cut: (j - 30) / 15,
    }));
    const noise = simulateVotes({ countries: 60, sessions: 4, rollCalls: 60, seed: 4 });
    const shifted = [0, 1, 2, 3].flatMap((step) =>
      texts.map(({ beta, cut }, j): RollCallVotes => {
        const jitter = noise.votes[step * 60 + j]!.votes;
        const answers = base.truth.map(([point], country) => {
          const x = beta * (point! + 0.5 * step) - cut + 0.5 * (jitter[country]! - 1);
          return x < -0.25 ? YES : x < 0.25 ? ABSTAIN : NO;
        });
        return { session: step + 1, votes: Int8Array.from(answers), item: step * 60 + j };
      }),
    );
    const contested = shifted.filter(({ votes: own }) => new Set(own).size > 1);
    const relink = (linked: boolean) => {
      const firsts = new Map<number, number>();
      return contested.map((one, place) => {
        const text = one.item % 60;
        const first = firsts.get(text) ?? place;
        firsts.set(text, first);
        return { ...one, item: linked ? first : place };
      });
    };
    const levels = (linked: boolean) => {
      const { points, converged } = fitIdealPoints(relink(linked), 60, 0);
      expect(converged).toBe(true);
      return [1, 4].map((session) => {
        const own = points.filter((point) => point.session === session);
        return own.reduce((sum, { value }) => sum + value, 0) / own.length;
      }) as [number, number];
    };
    const [first, last] = levels(true);
    expect(Math.abs(last - first)).toBeGreaterThan(0.8);
    const [unlinkedFirst, unlinkedLast] = levels(false);
    expect(Math.abs(unlinkedLast - unlinkedFirst)).toBeLessThan(0.1);
  });

  it('are finite where votes separate countries without exception, or hardly at all', () => {
    const row = (...answers: number[]) => Int8Array.from(answers);
    const separated = [
      row(YES, YES, YES, NO, NO),
      row(YES, YES, NO, NO, NO),
      row(YES, NO, NO, NO, NO),
    ];
    const lone = [row(YES, YES, YES, YES, NO), row(YES, ABSTAIN, NO, -1, -1)];
    for (const own of [separated, lone, [lone[0]!, lone[0]!], [lone[1]!, lone[1]!]]) {
      const all = own.map((each, item) => ({ session: 1 + (item % 2), votes: each, item }));
      const { points } = fitIdealPoints(all, 5, 4);
      for (const { value, low, high } of points) {
        expect(Number.isFinite(value)).toBe(true);
        expect(low).toBeLessThan(value);
        expect(high).toBeGreaterThan(value);
      }
    }
    const { points } = fitIdealPoints(
      separated.map((each, item) => ({ session: 1, votes: each, item })),
      5,
      4,
    );
    const order = points.map(({ value }) => value);
    expect(order).toEqual(order.toSorted((x, y) => x - y));
    expect(correlation(order, [0, 1, 2, 3, 4])).toBeGreaterThan(0.95);
  });
});
