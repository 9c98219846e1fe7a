import type { ArrangedDyad } from '../../analysis/arrange.ts';
import { type ArrangedMatrix, arrangeMatrix } from '../../analysis/arranged-matrix.ts';
import { isDivergence } from '../../measures/divergence.ts';
import { growing, right } from '../kit/columns.ts';
import { count, countedSides, decimal } from '../kit/numbers.ts';
import { weightsLines } from '../kit/weights.ts';
import { jointWord, matrixFacts } from './words.ts';
import type { Renderable } from '../renderable.ts';
import type { Palette, RenderContext, Renderer } from '../renderer.ts';
import { shortCodes } from '../kit/short-codes.ts';
import { flow, padEnd, padStart, paragraph, table } from '../kit/text.ts';

/** From far to near. */
const shades = ['· ', ': ', '░░', '▒▒', '▓▓', '██'] as const;
const indent = '  ';
const widestName = 22;
const numberWidth = 6;

function tone(color: Palette, share: number): Palette['bold'] {
  if (share >= 2 / 3) return color.green;
  return share >= 1 / 3 ? color.yellow : color.red;
}

interface Extent {
  readonly low: number;
  readonly high: number;
  /** How near a value is between the farthest and the closest shown, in [0, 1]. */
  readonly share: (value: number) => number;
}

function extentOf({ values, measure }: ArrangedMatrix): Extent {
  const known = values.flat().filter((value) => !Number.isNaN(value));
  const [low, high] = [Math.min(...known), Math.max(...known)];
  const share = (value: number) => (high > low ? (value - low) / (high - low) : 1);
  return { low, high, share: isDivergence(measure) ? (value) => 1 - share(value) : share };
}

/** The countries with most joint issues that fit, in the order of the matrix. */
function fit(matrix: ArrangedMatrix, most: number): ArrangedMatrix {
  if (matrix.countries.length <= most) return matrix;
  const kept = [...matrix.countries.keys()]
    .sort((x, y) => matrix.countries[y]!.joint - matrix.countries[x]!.joint || x - y)
    .slice(0, most)
    .sort((x, y) => x - y);
  return {
    ...matrix,
    countries: kept.map((i) => matrix.countries[i]!),
    values: kept.map((i) => kept.map((j) => matrix.values[i]![j]!)),
  };
}

/** A line a country: its name, then a cell for each of the others. */
function lines(
  { countries, values }: ArrangedMatrix,
  nameWidth: number,
  cell: (value: number) => string,
  diagonal: string,
): string[] {
  return countries.map(({ name }, i) => {
    const short = name.length > nameWidth ? `${name.slice(0, nameWidth - 1)}…` : name;
    const cells = values[i]!.map((value, j) => (i === j ? diagonal : cell(value)));
    return `${indent}${padEnd(short, nameWidth)}${cells.join('')}`;
  });
}

function headsOf({ countries }: ArrangedMatrix, most: number): readonly string[] {
  return shortCodes(
    countries.map(({ code }) => code),
    most,
  );
}

function numbers(matrix: ArrangedMatrix, extent: Extent, nameWidth: number, color: Palette) {
  const inCell = (text: string) => padStart(text, numberWidth);
  const header = headsOf(matrix, 5).map(inCell).join('');
  const cell = (value: number) =>
    inCell(Number.isNaN(value) ? color.dim('–') : tone(color, extent.share(value))(decimal(value)));
  return [
    `${indent}${' '.repeat(nameWidth)}${color.bold(header)}`,
    ...lines(matrix, nameWidth, cell, inCell(color.dim('╲'))),
  ];
}

function shaded(
  matrix: ArrangedMatrix,
  { low, high, share }: Extent,
  nameWidth: number,
  cellWidth: number,
  { color, width }: RenderContext,
) {
  const heads = headsOf(matrix, 3);
  const header = [0, 1, 2].map((letter) => {
    const letters = heads.map((code) => padEnd(code[letter] ?? '', cellWidth));
    return `${indent}${' '.repeat(nameWidth + 1)}${color.bold(letters.join(''))}`.trimEnd();
  });
  const shadeOf = (near: number) =>
    shades[Math.min(shades.length - 1, Math.floor(near * shades.length))]!;
  const cell = (value: number) => {
    if (Number.isNaN(value)) return ' '.repeat(cellWidth);
    const near = share(value);
    return tone(color, near)(shadeOf(near).slice(0, cellWidth));
  };
  const rows = lines(matrix, nameWidth + 1, cell, color.dim('╲'.repeat(cellWidth)));
  const edge = (step: number) => {
    const part = step / shades.length;
    return decimal(low + (isDivergence(matrix.measure) ? 1 - part : part) * (high - low));
  };
  const legend = shades.map(
    (shade, step) =>
      `${tone(color, (step + 0.5) / shades.length)(shade)} ${edge(step)}–${edge(step + 1)}`,
  );
  return [...header, ...rows.map((row) => row.trimEnd()), '', flow(legend, '   ', width, indent)];
}

function extremes(title: string, dyads: readonly ArrangedDyad[], context: RenderContext): string {
  return table(
    [growing(title), right('n'), right('')],
    dyads.map(({ a, b, n, value }) => [`${a} – ${b}`, count(n), decimal(value)]),
    context.width,
    { indent, header: context.color.bold },
  );
}

/** The matrix as numbers where they fit, else as shades; alike countries stand together. */
export const render: Renderer<Renderable['matrix'], Iterable<string>> = (result, context) => {
  const matrix = arrangeMatrix(result);
  const { color, width } = context;
  const { countries, closest, farthest } = matrix;
  const nameWidth = Math.min(widestName, Math.max(...countries.map(({ name }) => name.length)));
  const room = width - nameWidth - indent.length - 1;
  const shown = fit(matrix, room);
  const extent = extentOf(shown);
  const body =
    countries.length * numberWidth <= room
      ? numbers(shown, extent, nameWidth, color)
      : shaded(shown, extent, nameWidth, shown.countries.length * 2 <= room ? 2 : 1, context);
  const others = countries.filter((each) => !shown.countries.includes(each));
  const note = `The ${count(shown.countries.length)} with most ${jointWord(matrix)}s; ${countedSides(others)} more in --format csv.`;
  const lists =
    closest.length > 0 && countries.length > 2
      ? ['', extremes('Closest', closest, context), '', extremes('Farthest', farthest, context)]
      : [];
  const text = [
    color.dim(flow(matrixFacts(matrix), ' · ', width)),
    '',
    ...body,
    ...(others.length > 0 ? [color.dim(paragraph(note, width, indent))] : []),
    ...lists,
    '',
  ].join('\n');
  return [text, weightsLines(result, context)];
};
