import { describe, expect, it } from 'vitest';
import { judge } from '../../src/analysis/verdict.ts';
import { periodWords } from '../../src/render/kit/dates.ts';
import { bandedDecimal, verdictClause } from '../../src/render/kit/wording.ts';

describe('an agreement beside its band', () => {
  it.each([
    [0.8498, '0.84'],
    [0.85, '0.85'],
    [0.8551, '0.86'],
    [0.9499, '0.94'],
    [0.6999, '0.69'],
    [0.3999, '0.39'],
    [0.4, '0.40'],
    // The divergent bands mirror them.
    [0.1502, '0.16'],
    [0.15, '0.15'],
    [0.0504, '0.06'],
    [1, '1.00'],
    [0, '0.00'],
    [null, '–'],
  ])('%s is %s', (agreement, text) => {
    expect(bandedDecimal(agreement)).toBe(text);
  });

  it('never shows a number of another band', () => {
    for (let i = 0; i <= 20_000; i++) {
      const agreement = i / 20_000;
      const shown = Number(bandedDecimal(agreement));
      expect(judge(shown, 5).band).toBe(judge(agreement, 5).band);
      expect(Math.abs(shown - agreement)).toBeLessThanOrEqual(0.01);
    }
  });
});

describe('the verdict on two', () => {
  it.each([
    [0.99, 'are consistently aligned'],
    [0.65, 'tend to align'],
    [0.5, 'have a mixed record'],
    [0.35, 'tend to diverge'],
    [0.1, 'are almost always divergent'],
  ])('at %d: they %s', (agreement, clause) => {
    expect(verdictClause(judge(agreement, 9))).toBe(clause);
  });
});

describe('a period in brief', () => {
  it.each([
    ['2006-03-15', '2020-12-31', '2006 – Dec 2020'],
    ['2020-03-01', '2020-10-21', 'Mar – Oct 2020'],
    ['2020-10-01', '2020-10-21', 'Oct 2020'],
  ])('%s to %s is %s', (from, to, words) => {
    expect(periodWords({ from, to })).toBe(words);
  });
});
