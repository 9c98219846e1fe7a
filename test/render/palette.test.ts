import { describe, expect, it } from 'vitest';
import {
  dark,
  light,
  shortDecimal,
  stepLabels,
  stepOf,
} from '../../src/render/kit/charts/palette.ts';

/** Of agreement, of kappa, of a divergence. */
const ranges = [
  [0, 1],
  [-1, 1],
  [1, 0],
] as const;

const numberIn = (text: string) => Number(text.replace(/^[<>≥≤] /, '').replace('−', '-'));

describe.each(ranges)('the colours of a scale from %d to %d', (...range) => {
  const edges = stepLabels(range).slice(1).map(numberIn);
  const isNearer = range[0] < range[1];

  it('are those that the legend gives to the number that is shown', () => {
    for (let i = 0; i <= 4000; i++) {
      const value = range[0] + (i / 4000) * (range[1] - range[0]);
      const shown = numberIn(shortDecimal(value));
      const step = edges.filter((edge) => (isNearer ? shown >= edge : shown <= edge)).length;
      expect(stepOf(value, range), `${value}, shown as ${shown}`).toBe(step);
    }
  });

  it('begin and end with the scale, the middle in the middle', () => {
    expect(stepOf(range[0], range)).toBe(0);
    expect(stepOf(range[1], range)).toBe(6);
    expect(stepOf((range[0] + range[1]) / 2, range)).toBe(2);
    expect(new Set(edges).size).toBe(6);
  });
});

/** Relative luminance by WCAG 2.2. */
function luminance(color: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

it.each([
  ['light', light],
  ['dark', dark],
] as const)('text on every colour of the %s palette can be read', (_, { steps }) => {
  for (const [ground, text] of steps) {
    const [low = 0, high = 0] = [luminance(ground), luminance(text)].sort((x, y) => x - y);
    expect((high + 0.05) / (low + 0.05), `${text} on ${ground}`).toBeGreaterThanOrEqual(4.5);
  }
});
