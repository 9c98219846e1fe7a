import { type ArrangedMatrix, arrangeMatrix, type NotableDyad } from '../../analysis/arrange.ts';
import { growing, right } from '../columns.ts';
import { count, counted, decimal } from '../numbers.ts';
import type { Renderable } from '../renderable.ts';
import type { Palette, RenderContext, Renderer } from '../renderer.ts';
import { flow, padEnd, padStart, paragraph, table } from './text.ts';

/** From far to near. */
const shades = ['· ', ': ', '░░', '▒▒', '▓▓', '██'] as const;
const unknown = '  ';
const diagonal = '╲╲';
const indent = '  ';
const widestName = 22;
const numberWidth = 6;

function tone(color: Palette, share: number): Palette['bold'] {
  if (share >= 2 / 3) return color.green;
  return share >= 1 / 3 ? color.yellow : color.red;
}

/** Where a value lies between the least and the greatest shown, in [0, 1]. */
type Scale = (value: number) => number;

interface Extent {
  readonly low: number;
  readonly high: number;
  readonly share: Scale;
}

function extentOf(matrix: ArrangedMatrix): Extent {
  const known = matrix.values.flat().filter((value) => !Number.isNaN(value));
  let [low, high] = [Infinity, -Infinity];
  for (const value of known) [low, high] = [Math.min(low, value), Math.max(high, value)];
  const share = (value: number) => (high > low ? (value - low) / (high - low) : 1);
  const isDivergence = matrix.measure === 'divergence';
  return { low, high, share: isDivergence ? (value) => 1 - share(value) : share };
}

function stepOf(share: number): number {
  return Math.min(shades.length - 1, Math.floor(share * shades.length));
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

function numbers(matrix: ArrangedMatrix, extent: Extent, nameWidth: number, color: Palette) {
  const header = matrix.countries
    .map(({ code }) => padStart(code.slice(0, 5), numberWidth))
    .join('');
  const rows = matrix.countries.map(({ name }, i) => {
    const cells = matrix.values[i]!.map((value, j) => {
      if (i === j) return padStart(color.dim('╲'), numberWidth);
      if (Number.isNaN(value)) return padStart(color.dim('–'), numberWidth);
      return padStart(tone(color, extent.share(value))(decimal(value)), numberWidth);
    });
    return `${indent}${padEnd(cut(name, nameWidth), nameWidth)}${cells.join('')}`;
  });
  return [`${indent}${' '.repeat(nameWidth)}${color.bold(header)}`, ...rows];
}

function shaded(
  matrix: ArrangedMatrix,
  extent: Extent,
  nameWidth: number,
  cellWidth: number,
  { color, width }: RenderContext,
) {
  const header = [0, 1, 2].map((letter) => {
    const letters = matrix.countries.map(({ code }) => padEnd(code[letter] ?? '', cellWidth));
    return `${indent}${' '.repeat(nameWidth + 1)}${color.bold(letters.join(''))}`.trimEnd();
  });
  const rows = matrix.countries.map(({ name }, i) => {
    const cells = matrix.values[i]!.map((value, j) => {
      if (i === j) return color.dim(diagonal.slice(0, cellWidth));
      if (Number.isNaN(value)) return unknown.slice(0, cellWidth);
      const share = extent.share(value);
      return tone(color, share)(shades[stepOf(share)]!.slice(0, cellWidth));
    });
    return `${indent}${padEnd(cut(name, nameWidth), nameWidth)} ${cells.join('')}`.trimEnd();
  });
  const isDivergence = matrix.measure === 'divergence';
  const edge = (step: number) => {
    const share = step / shades.length;
    return extent.low + (isDivergence ? 1 - share : share) * (extent.high - extent.low);
  };
  const legend = shades.map(
    (shade, step) =>
      `${tone(color, (step + 0.5) / shades.length)(shade)} ${decimal(edge(step))}–${decimal(edge(step + 1))}`,
  );
  return [...header, ...rows, '', flow(legend, '   ', width, indent)];
}

function cut(name: string, width: number): string {
  return name.length > width ? `${name.slice(0, width - 1)}…` : name;
}

function extremes(title: string, dyads: readonly NotableDyad[], context: RenderContext): string {
  return table(
    [growing(title), right('n'), right('')],
    dyads.map(({ a, b, n, value }) => [`${a} – ${b}`, count(n), decimal(value)]),
    context.width,
    { indent, header: context.color.bold },
  );
}

/** The matrix as numbers where they fit, else as shades; alike countries stand together. */
export const renderMatrix: Renderer<Renderable['matrix'], Iterable<string>> = (result, context) => {
  const matrix = arrangeMatrix(result);
  const { color, width } = context;
  const names = matrix.countries.map(({ name }) => name.length);
  const nameWidth = Math.min(widestName, Math.max(...names));
  const room = width - nameWidth - indent.length - 1;
  const size = matrix.countries.length;
  const kind = matrix.distance === null ? matrix.measure : `${matrix.measure}, ${matrix.distance}`;
  const facts = [
    counted(size, 'country'),
    counted(matrix.dyads, 'dyad'),
    counted(matrix.issues, 'issue'),
    kind,
  ];
  const shown = fit(matrix, room);
  const extent = extentOf(shown);
  const body =
    size * numberWidth <= room
      ? numbers(shown, extent, nameWidth, color)
      : shaded(shown, extent, nameWidth, shown.countries.length * 2 <= room ? 2 : 1, context);
  const left = size - shown.countries.length;
  const notes =
    left > 0
      ? [
          color.dim(
            paragraph(
              `The ${count(shown.countries.length)} with most joint issues; ${counted(left, 'country')} more in --format csv.`,
              width,
              indent,
            ),
          ),
        ]
      : [];
  const lists =
    matrix.nearest.length > 0 && size > 2
      ? [
          '',
          extremes('Nearest', matrix.nearest, context),
          '',
          extremes('Farthest', matrix.farthest, context),
        ]
      : [];
  return [[color.dim(flow(facts, ' · ', width)), '', ...body, ...notes, ...lists, ''].join('\n')];
};
