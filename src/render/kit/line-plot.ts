import { decimal } from './numbers.ts';
import { padEnd, padStart } from './text.ts';

export interface PlottedLine {
  readonly symbol: string;
  /** By place on the axis. */
  readonly points: readonly { readonly place: number; readonly value: number }[];
}

const labelWidth = 4;

/** Whole numbers around all values, at most nine of them. */
function ticksOf(lines: readonly PlottedLine[]): readonly number[] {
  const values = lines.flatMap(({ points }) => points.map(({ value }) => value));
  const [low, high] = [Math.floor(Math.min(...values)), Math.ceil(Math.max(...values))];
  const step = Math.max(1, Math.ceil((high - low) / 8));
  const count = Math.max(1, Math.ceil((high - low) / step));
  return Array.from({ length: count + 1 }, (_, i) => low + i * step);
}

/** Labels of places, as many as there is room for, from the last one back. */
function placeLine(labels: readonly string[], columnOf: (place: number) => number, width: number) {
  const cells = Array.from({ length: width }, () => ' ');
  let free = width;
  for (let place = labels.length - 1; place >= 0; place--) {
    const label = labels[place]!;
    const from = Math.min(columnOf(place), width - label.length);
    if (from < 0 || from + label.length > free) continue;
    [...label].forEach((letter, i) => (cells[from + i] = letter));
    free = from - 2;
  }
  return cells.join('').trimEnd();
}

/**
 * Values over time as symbols on a grid of characters, with dotted lines at whole numbers. Where two lines
 * meet, the first one is seen.
 *
 * @param labels of the places on the axis, in order
 * @param width of all of it, in columns
 * @param height of the grid, in lines, at least
 */
export function linePlot(
  lines: readonly PlottedLine[],
  labels: readonly string[],
  { width, height }: { readonly width: number; readonly height: number },
): readonly string[] {
  const ticks = ticksOf(lines);
  const rowsPerTick = Math.max(1, Math.round((height - 1) / (ticks.length - 1)));
  const rows = rowsPerTick * (ticks.length - 1) + 1;
  const columns = width - labelWidth - 1;
  const columnOf = (place: number) =>
    labels.length === 1
      ? Math.floor(columns / 2)
      : Math.round((place * (columns - 1)) / (labels.length - 1));
  const [low, high] = [ticks[0]!, ticks.at(-1)!];
  const rowOf = (value: number) => Math.round(((high - value) / (high - low)) * (rows - 1));
  const grid = Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (__, column): string =>
      row % rowsPerTick === 0 && column % 2 === 0 ? '·' : ' ',
    ),
  );
  for (const { symbol, points } of lines.toReversed())
    for (const { place, value } of points) grid[rowOf(value)]![columnOf(place)] = symbol;
  return [
    ...grid.map((row, i) => {
      const tick =
        i % rowsPerTick === 0
          ? decimal(high - (i / rowsPerTick) * ((high - low) / (ticks.length - 1)), 0)
          : '';
      return `${padStart(tick, labelWidth)} ${row.join('')}`.trimEnd();
    }),
    `${padEnd('', labelWidth + 1)}${placeLine(labels, columnOf, columns)}`,
  ];
}
