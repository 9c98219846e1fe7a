import { expect, it } from 'vitest';
import { shortCodes } from '../../src/render/kit/short-codes.ts';

it.each([
  [['CHN', 'RUS'], 3, ['CHN', 'RUS']],
  [['CHN', 'newsroom', 'quad'], 4, ['CHN', 'news', 'quad']],
  [['party-a', 'party-b', 'party-c'], 3, ['par', 'pa2', 'pa3']],
  [['mine/newsroom', 'yours/newsroom'], 5, ['newsr', 'news2']],
  [[], 3, []],
])('codes cut short are told apart: %j', (codes, most, expected) => {
  expect(shortCodes(codes, most)).toEqual(expected);
});

it('a dozen that begin alike are told apart too', () => {
  const codes = Array.from({ length: 12 }, (_, i) => `party-${i}`);
  expect(new Set(shortCodes(codes, 3)).size).toBe(12);
});
