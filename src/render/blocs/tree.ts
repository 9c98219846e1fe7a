import { decimal } from '../kit/numbers.ts';
import { padEnd, padStart } from '../kit/text.ts';
import { layTree, type TreeLayout } from '../kit/tree.ts';
import type { Renderable } from '../renderable.ts';

type Blocs = Renderable['blocs'];

const [toLeft, toRight, up, down] = [1, 2, 4, 8] as const;

/** Box-drawing characters by the ways in which lines leave them. */
const shapes: readonly string[] = [...' ╴╶─╵┘└┴╷┐┌┬│┤├┼'];

/** Lines of a dendrogram that grows to the right, a row each. */
function drawLines({ rows, joins, height }: TreeLayout, width: number): readonly string[] {
  const cells = rows.map(() => new Uint8Array(width));
  // Where leaves begin, there is always something to see.
  const column = (at: number) => (height === 0 ? 1 : 1 + Math.round((at / height) * (width - 2)));
  const join = (row: number, x: number, ways: number) => {
    cells[row]![x]! |= ways;
  };
  const across = (row: number, from: number, to: number) => {
    for (let x = from; x < to; x++) {
      join(row, x, toRight);
      join(row, x + 1, toLeft);
    }
  };
  for (const [row, { height: low }] of rows.entries()) across(row, 0, column(low));
  for (const { upper, lower, height: at } of joins) {
    const x = column(at);
    const [top, bottom] = [Math.floor(upper.y), Math.floor(lower.y)];
    across(top, column(upper.height), x);
    across(bottom, column(lower.height), x);
    for (let row = top; row < bottom; row++) {
      join(row, x, down);
      join(row + 1, x, up);
    }
  }
  return cells.map((row) =>
    [...row]
      .map((ways) => shapes[ways] ?? ' ')
      .join('')
      .trimEnd(),
  );
}

/** Number of the bloc that a place in the order belongs to. */
function blocAt({ blocs }: Blocs, place: number): number {
  let end = 0;
  return blocs.findIndex(({ members }) => (end += members.length) > place) + 1;
}

const leastLines = 16;

/**
 * The dendrogram as text: a row a country, or a branch where there are more; lines meet where branches are joined, on
 * a scale of divergence.
 *
 * @param most rows
 */
export function drawTree(result: Blocs, most: number, width: number): string[] {
  const { countries, merges, k } = result;
  const layout = layTree(merges, countries.length, Math.max(most, k));
  const numbers = String(k).length;
  const labels = layout.rows.map(({ start, size }) => {
    return { name: countries[start]!.name, more: size === 1 ? '' : ` and ${size - 1} more` };
  });
  const longest = Math.max(...labels.map(({ name, more }) => name.length + more.length));
  const labelWidth = Math.min(longest, Math.max(12, width - numbers - 4 - leastLines));
  const room = Math.min(60, Math.max(leastLines, width - numbers - 4 - labelWidth));
  const lines = drawLines(layout, room);
  const before = ' '.repeat(numbers + 2 + labelWidth + 1);
  const scale = `${decimal(0)}${padStart(decimal(layout.height), room - 5)}`;
  return [
    ...labels.map(({ name, more }, row) => {
      const bloc = padStart(String(blocAt(result, layout.rows[row]!.start)), numbers);
      const left = labelWidth - more.length;
      const short = name.length > left ? `${name.slice(0, Math.max(1, left - 1))}…` : name;
      return `  ${bloc} ${padEnd(short + more, labelWidth)} ${lines[row]}`;
    }),
    `${before} ${scale}`,
  ];
}
