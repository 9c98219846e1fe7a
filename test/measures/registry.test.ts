import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { findMeasure, measures } from '../../src/measures/registry.ts';
import { tableOf } from './tables.ts';

test('measures are those of the table of methods, in its order', () => {
  const page = readFileSync(new URL('../../docs/methods.md', import.meta.url), 'utf8');
  const table = page.split('## Dyadic measures')[1]!.split('\n## ')[0]!;
  const rows = [...table.matchAll(/^\| `([a-z][\w-]*)` \|/gm)].map(([, id]) => id);
  expect(measures.map(({ id }) => id)).toEqual(rows);
  expect(rows.length).toBeGreaterThan(10);
});

test('a measure is found by its id alone', () => {
  expect(findMeasure('tau-b')?.name).toBe("Kendall's tau-b");
  expect(findMeasure('Kappa')).toBeUndefined();
});

test('distances, the default first', () => {
  const all = ['linear', 'squared', 'nominal'];
  expect(Object.fromEntries(measures.map(({ id, distances }) => [id, distances]))).toMatchObject({
    agreement: all,
    divergence: all,
    identical: [],
    s: all,
    kappa: all,
    pi: all,
    ac: all,
    bp: all,
    'tau-b': [],
    cosine: [],
    'alignment-index': ['linear', 'squared'],
  });
});

describe.each(measures)('$id', (measure) => {
  test('says what it is, where it comes from and what to beware of', () => {
    for (const text of [measure.name, measure.formula, measure.source, measure.use]) {
      expect(text.length).toBeGreaterThan(5);
    }
    expect(measure.use).toMatch(/\.$/u);
  });

  test('has no value without joint issues', () => {
    const nothing = { value: null, reason: 'no joint issues' };
    expect(measure.compute(tableOf(), 'linear')).toEqual(nothing);
    expect(
      measure.compute(
        tableOf([
          [0, 0],
          [0, 0],
        ]),
        'linear',
      ),
    ).toEqual(nothing);
  });
});
