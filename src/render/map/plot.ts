import stringWidth from 'fast-string-width';
import { groupBy } from '../../group-by.ts';
import type { MapPoint } from '../../results/map.ts';
import { decimal } from '../kit/numbers.ts';
import { padStart } from '../kit/text.ts';

/** A scatter plot as text. */
export interface TextPlot {
  readonly lines: readonly string[];
  /** Countries with a label. */
  readonly labelled: number;
}

/** A character is about twice as high as wide. */
const aspect = 2;
/** For one country in a cell, two to four, and more. */
export const marks = ['·', 'o', '@'] as const;
/** With more countries labels are codes. */
const mostNamed = 24;
/** More countries in one cell have no label. */
const mostTogether = 3;

interface Placed {
  readonly point: MapPoint;
  readonly row: number;
  readonly column: number;
}

function place(points: readonly MapPoint[], width: number, mostRows: number) {
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  const [left, top] = [Math.min(...xs), Math.max(...ys)];
  const across = Math.max(...xs) - left;
  const down = top - Math.min(...ys);
  const scale = Math.min(
    (width - 1) / Math.max(across, 1e-9),
    ((mostRows - 1) * aspect) / Math.max(down, 1e-9),
  );
  const placed = points.map((point): Placed => {
    const column = Math.round((point.x - left) * scale);
    return { point, column, row: Math.round(((top - point.y) * scale) / aspect) };
  });
  return { placed, scale, rows: Math.round((down * scale) / aspect) + 1 };
}

/** How long a tenth of divergence is, or less or more of it where that fits better. */
function scaleBar(scale: number, width: number): string {
  const length = [0.1, 0.05, 0.02, 0.01, 0.2, 0.5, 1].find(
    (each) => each * scale >= 6 && each * scale <= width / 3,
  );
  if (length === undefined) return '';
  const columns = Math.round(length * scale);
  return `├${'─'.repeat(Math.max(0, columns - 1))}┤ ${decimal(length)}`;
}

/**
 * Countries as marks, equally far apart in both directions as they are on the map, with labels where there is room: those
 * far from the middle first.
 */
export function plotAsText(points: readonly MapPoint[], width: number, mostRows: number): TextPlot {
  // Labels stand beside their marks, so marks leave room for half of one at either side.
  const label = ({ code, name }: MapPoint) => (points.length > mostNamed ? code : name);
  const longest = Math.max(...points.map((point) => stringWidth(label(point))));
  const aside = Math.min(longest + 1, Math.floor(width / 4));
  const { placed, scale, rows } = place(points, width - 2 * aside, mostRows);
  const cells = Array.from({ length: rows }, () => Array.from({ length: width }, () => ' '));
  // Those far from the middle have room, and are what is looked for.
  const outermost = placed.toSorted(
    ({ point: p }, { point: q }) =>
      Math.hypot(q.x, q.y) - Math.hypot(p.x, p.y) || (p.code < q.code ? -1 : 1),
  );
  const groups = [...groupBy(outermost, ({ row, column }) => `${row} ${column}`).values()];
  for (const group of groups) {
    const [{ row, column }] = group as [Placed];
    cells[row]![column + aside] = marks[group.length === 1 ? 0 : group.length < 5 ? 1 : 2];
  }
  /** Writes if it has room, with an empty cell at its outer end to keep it apart from what stands there. */
  const write = (row: number, from: number, text: string, outer: number): boolean => {
    const size = stringWidth(text);
    // A letter two columns wide would push what stands behind it.
    if (from < 0 || from + size > width || size !== [...text].length) return false;
    const needed = [...cells[row]!.slice(from, from + size), cells[row]![outer] ?? ' '];
    if (needed.some((cell) => cell !== ' ')) return false;
    for (const [i, letter] of [...text].entries()) cells[row]![from + i] = letter;
    return true;
  };
  const labelled = groups.filter((group) => {
    const [{ row, column }] = group as [Placed];
    if (group.length > mostTogether) return false;
    const text = group.map(({ point }) => label(point)).join(', ');
    const at = column + aside;
    const before = at - stringWidth(text) - 1;
    return (
      write(row, at + 1, ` ${text}`, at + stringWidth(text) + 2) ||
      write(row, before, `${text} `, before - 1)
    );
  });
  const lines = cells.map((row) => row.join('').trimEnd());
  const bar = scaleBar(scale, width);
  return {
    lines: bar === '' ? lines : [...lines, padStart(bar, width)],
    labelled: labelled.flat().length,
  };
}
