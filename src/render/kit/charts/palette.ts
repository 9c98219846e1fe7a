import { decimal } from '../numbers.ts';

/** Colours of charts and pages, light and dark. Each pair of text and ground has a contrast of 4.5 or more. */
export interface Palette {
  readonly paper: string;
  readonly ink: string;
  readonly muted: string;
  readonly line: string;
  /** First and second country. */
  readonly a: string;
  readonly b: string;
  readonly near: string;
  readonly far: string;
  /** Lines of several countries. */
  readonly series: readonly string[];
  /** Grounds of the seven steps of agreement, least first, and the text on them. */
  readonly steps: readonly (readonly [ground: string, text: string])[];
}

const [darkText, lightText] = ['#1c1b1a', '#ffffff'] as const;

export const light: Palette = {
  paper: '#fdfcfa',
  ink: '#1c1b1a',
  muted: '#625d56',
  line: '#dbd6cd',
  a: '#2b57a7',
  b: '#a63a68',
  near: '#0f6b62',
  far: '#a8490a',
  series: ['#2b57a7', '#a63a68', '#0f6b62', '#a8490a', '#5b3f9e', '#4d5b14', '#6b4a3a', '#1c1b1a'],
  steps: [
    ['#a8490a', lightText],
    ['#e2a26c', darkText],
    ['#efe4d4', darkText],
    ['#d5e8e2', darkText],
    ['#9fcfc5', darkText],
    ['#52a397', darkText],
    ['#0f6b62', lightText],
  ],
};

const [nightText, nightLight] = ['#141312', '#f4f1eb'] as const;

export const dark: Palette = {
  paper: '#161513',
  ink: '#ece8e1',
  muted: '#aaa49a',
  line: '#3b3833',
  a: '#93b4f2',
  b: '#f0a0c0',
  near: '#63cbbc',
  far: '#f0a35e',
  series: ['#93b4f2', '#f0a0c0', '#63cbbc', '#f0a35e', '#c3aef5', '#bccb6d', '#d3b4a0', '#ece8e1'],
  steps: [
    ['#e0853c', nightText],
    ['#86501f', nightLight],
    ['#3d362d', nightLight],
    ['#25403b', nightLight],
    ['#28584f', nightLight],
    ['#46a092', nightText],
    ['#86e0d0', nightText],
  ],
};

/** Lower bounds of the steps above the first: those of the verdicts, on a scale of 0 to 1. */
const bounds = [0.3, 0.4, 0.6, 0.7, 0.85, 0.95] as const;

/** The bounds on the scale of a measure, which have two decimals on each. */
function edgesOf([low, high]: readonly [number, number]): readonly number[] {
  return bounds.map((bound) => Number((low + bound * (high - low)).toFixed(2)));
}

/**
 * Step of a value of a measure with the given range, 0 to 6: that of the number as it is shown, so that none
 * stands on a colour whose legend it contradicts.
 */
export function stepOf(value: number, range: readonly [number, number]): number {
  const shown = Number(value.toFixed(2));
  const isNearer = range[0] < range[1];
  return edgesOf(range).filter((edge) => (isNearer ? shown >= edge : shown <= edge)).length;
}

/** `.85`: a number for a small cell. */
export function shortDecimal(value: number): string {
  return decimal(value).replace(/^(−?)0\./, '$1.');
}

/** What the steps are called where they are explained, in their order. */
export function stepLabels(range: readonly [number, number]): readonly string[] {
  const edges = edgesOf(range).map(shortDecimal);
  const [below, from] = range[0] < range[1] ? ['<', '≥'] : ['>', '≤'];
  return [`${below} ${edges[0] ?? ''}`, ...edges.map((edge) => `${from} ${edge}`)];
}

/** Colours that tell branches apart: `hue-0` and so on, beside a number that says the same. */
export const hues = 4;

/** Rules for the classes that charts use, for one palette. */
export function chartRules(palette: Palette): string {
  const { ink, muted, line, a, b, near, far, paper, series, steps } = palette;
  return [
    `.chart{color:${ink}}`,
    `.chart .muted{color:${muted};fill:${muted}}`,
    `.chart .axis text{fill:${muted}}`,
    `.chart .grid{stroke:${line}}`,
    `.chart .link{stroke:${muted}}`,
    `.chart .strong{fill:${ink}}`,
    `.chart .fill-a{fill:${a}}.chart .ring-b{stroke:${b}}.chart .fill-b{fill:${b}}`,
    `.chart .near{color:${near};fill:${near}}.chart .far{color:${far};fill:${far}}`,
    `.chart .near-line{stroke:${near}}.chart .far-line{stroke:${far}}.chart .mid-line{stroke:${muted}}`,
    ...[a, b, near, far].map((hue, i) => `.chart .hue-${i}{color:${hue}}`),
    `.chart .hollow{fill:${paper}}`,
    `.chart .band{fill:${line}}`,
    ...series.map(
      (color, i) => `.chart .line-${i}{stroke:${color}}.chart .series-${i}{fill:${color}}`,
    ),
    ...steps.map(
      ([ground, text], i) => `.chart .step-${i}{fill:${ground}}.chart .on-${i}{fill:${text}}`,
    ),
  ].join('\n');
}
