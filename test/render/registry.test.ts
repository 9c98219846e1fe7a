import { describe, expect, test } from 'vitest';
import { formatOfExtension, formatsOf, rendererOf } from '../../src/render/registry.ts';

describe('formats', () => {
  test('of two countries and of several are the same, or one would be refused', () => {
    expect(formatsOf('comparison')).toEqual(formatsOf('score'));
    expect(formatsOf('versus')).toEqual(formatsOf('score'));
    expect(formatsOf('issueExplanation')).toEqual(formatsOf('explanation'));
    expect(formatsOf('overview')).toEqual(formatsOf('listing'));
    expect(formatsOf('catalog')).toEqual(formatsOf('issue'));
  });

  test.each([
    'score',
    'matrix',
    'wideMatrix',
    'citations',
    'schema',
    'trend',
    'drift',
    'interactions',
  ] as const)('of %s each have a renderer', async (kind) => {
    for (const format of formatsOf(kind))
      expect(await rendererOf(kind, format as never)).toBeTypeOf('function');
  });

  test('follow from extensions of files', () => {
    expect(['.md', '.htm', '.xml', '.bib', '.txt', ''].map(formatOfExtension)).toEqual([
      'markdown',
      'html',
      'junit',
      'bibtex',
      undefined,
      undefined,
    ]);
  });
});
