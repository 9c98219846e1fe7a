import { describe, expect, it } from 'vitest';
import { judge } from '../../src/analysis/verdict.ts';

describe('the verdict', () => {
  it.each([
    [1, 'consistently-aligned', 'consistently aligned'],
    [0.95, 'consistently-aligned', 'consistently aligned'],
    [0.949, 'almost-always-aligned', 'almost always aligned'],
    [0.85, 'almost-always-aligned', 'almost always aligned'],
    [0.849, 'generally-aligned', 'generally aligned'],
    [0.7, 'generally-aligned', 'generally aligned'],
    [0.699, 'tends-to-align', 'tend to align'],
    [0.6, 'tends-to-align', 'tend to align'],
    [0.599, 'mixed', 'mixed'],
    [0.4, 'mixed', 'mixed'],
    [0.401, 'mixed', 'mixed'],
    [0.399, 'tends-to-diverge', 'tend to diverge'],
    [0.301, 'tends-to-diverge', 'tend to diverge'],
    [0.3, 'generally-divergent', 'generally divergent'],
    [0.151, 'generally-divergent', 'generally divergent'],
    [0.15, 'almost-always-divergent', 'almost always divergent'],
    [0.051, 'almost-always-divergent', 'almost always divergent'],
    [0.05, 'consistently-divergent', 'consistently divergent'],
    [0, 'consistently-divergent', 'consistently divergent'],
  ])('on an agreement of %d is %s', (agreement, band, text) => {
    expect(judge(agreement, 5)).toEqual({ band, text });
  });

  it.each([
    [17, 20, 'almost-always-divergent'],
    [19, 20, 'consistently-divergent'],
    [7, 10, 'generally-divergent'],
    [6, 10, 'mixed'],
    [3, 10, 'generally-aligned'],
    [3, 20, 'almost-always-aligned'],
  ])('is not moved over an edge by rounding: %d of %d votes against each other', (d, n, band) => {
    expect(judge(1 - d / n, n).band).toBe(band);
    expect(
      judge(1 - Array.from({ length: d }).reduce<number>((sum) => sum + 1 / n, 0), n).band,
    ).toBe(band);
  });

  it('is withheld below five joint issues, and without an agreement', () => {
    const thin = { band: 'thin-evidence', text: 'too little evidence for a verdict' };
    expect(judge(1, 4)).toEqual(thin);
    expect(judge(0, 0)).toEqual(thin);
    expect(judge(null, 50)).toEqual(thin);
  });
});
