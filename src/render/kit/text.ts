import stringWidth from 'fast-string-width';
import { wrapAnsi } from 'fast-wrap-ansi';
import type { Column } from './columns.ts';
import { joined, leastWidth, parted } from './pieces.ts';

/** Pads to a display width; wider text is left as it is. */
export function padEnd(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - stringWidth(text)));
}

export function padStart(text: string, width: number): string {
  return ' '.repeat(Math.max(0, width - stringWidth(text))) + text;
}

/** Lines of at most `width` columns; words longer than a line are broken, at their seams if they have any, and nothing is lost. */
export function wrap(text: string, width: number): string[] {
  if (stringWidth(text) <= width && !text.includes('\n')) return [text];
  const most = Math.max(1, width);
  return joined(wrapAnsi(parted(text, most), most, { hard: true, trim: true })).split('\n');
}

/** Text with an indent on its first line and another on those it wraps to. */
export function paragraph(text: string, width: number, indent = '', hanging = indent): string {
  const lines = wrap(text, width - Math.max(stringWidth(indent), stringWidth(hanging)));
  return lines.map((line, i) => (i === 0 ? indent : hanging) + line).join('\n');
}

/** Parts on lines of at most `width` columns, none broken that fits a line; one that does not has lines of its own. */
export function flow(
  parts: readonly string[],
  separator: string,
  width: number,
  indent = '',
  hanging = indent,
): string {
  const lines: string[] = [];
  let isOpen = false;
  for (const part of parts) {
    const longer = `${lines.at(-1)}${separator}${part}`;
    const fits = stringWidth(indent + part) <= width;
    if (isOpen && fits && stringWidth(longer) <= width) lines[lines.length - 1] = longer;
    else lines.push(fits ? indent + part : paragraph(part, width, indent, hanging));
    isOpen = fits;
  }
  return lines.join('\n');
}

const gap = '  ';

/** No column that gives way is made narrower while that is enough. */
const comfortable = 8;

function naturalWidths(columns: readonly Column[], rows: Rows): readonly number[] {
  return columns.map(({ title }, c) =>
    rows.reduce((most, row) => Math.max(most, stringWidth(row[c] ?? '')), stringWidth(title)),
  );
}

/** What is longer may be wrapped, though its column does not give way. */
const longestWhole = 28;

/**
 * The least width of each column that breaks no word.
 *
 * @param isTight whether names are parted at their hyphens, and columns wrapped that do not give way
 */
function leastWidths(columns: readonly Column[], rows: Rows, isTight: boolean): readonly number[] {
  return columns.map(({ title, grow }, c) =>
    rows.reduce(
      (most, row) => {
        const cell = row[c] ?? '';
        const whole = isTight || grow !== undefined ? Infinity : stringWidth(cell);
        return Math.max(most, whole <= longestWhole ? whole : leastWidth(cell, isTight));
      },
      leastWidth(title, isTight),
    ),
  );
}

/** Widths of columns that fit, or `undefined` if they cannot without breaking words. */
function widthsOf(
  columns: readonly Column[],
  rows: Rows,
  available: number,
): readonly number[] | undefined {
  const gaps = gap.length * (columns.length - 1);
  const sum = (widths: readonly number[]) => widths.reduce((all, width) => all + width, gaps);
  const natural = naturalWidths(columns, rows);
  if (sum(natural) <= available) return natural;
  const least = [false, true]
    .map((isTight) => leastWidths(columns, rows, isTight))
    .find((widths) => sum(widths) <= available);
  if (least === undefined) return undefined;
  const widths = [...natural];
  let excess = sum(natural) - available;
  // Take from the widest first, so that short columns stay whole, and from the titles of those that do
  // not give way only when nothing else is left.
  const takeFrom = (candidates: readonly number[], leastOf: (c: number) => number) => {
    while (excess > 0) {
      const able = candidates.filter((c) => widths[c]! > leastOf(c));
      if (able.length === 0) return;
      const widest = able.reduce((best, c) => (widths[c]! > widths[best]! ? c : best));
      widths[widest]!--;
      excess--;
    }
  };
  const all = columns.map((_, c) => c);
  const flexible = all.filter((c) => columns[c]?.grow !== undefined);
  takeFrom(flexible, (c) => Math.max(comfortable, least[c]!));
  takeFrom(all, (c) => Math.max(comfortable, least[c]!));
  takeFrom(all, (c) => least[c]!);
  return widths;
}

type Rows = readonly (readonly string[])[];

interface TableStyle {
  readonly indent?: string;
  readonly header?: (text: string) => string;
}

/** What there is to say of a row: the cells of a column without a title belong to what stands before them. */
function labelledCells(columns: readonly Column[], cells: readonly string[]): readonly string[] {
  const parts: string[] = [];
  for (const [c, { title }] of columns.entries()) {
    const text = (cells[c] ?? '').trim();
    if (text === '') continue;
    if (title !== '' || parts.length === 0) parts.push(title === '' ? text : `${title}: ${text}`);
    else parts[parts.length - 1] += `${gap}${text}`;
  }
  return parts;
}

/** A row below the other, each by its name and what there is to say of it: a table that has no room for columns. */
function blocks(columns: readonly Column[], rows: Rows, width: number, style: TableStyle): string {
  const { indent = '', header = (text) => text } = style;
  const lead = columns.findIndex(({ align }) => align === undefined) + 1;
  const nameOf = (cells: readonly string[]) =>
    paragraph(
      cells
        .slice(0, lead)
        .filter((cell) => cell !== '')
        .join(' '),
      width,
      indent,
    );
  const aboutOf = (cells: readonly string[]) => {
    const parts = labelledCells(columns.slice(lead), cells.slice(lead));
    return flow(parts, `${gap} `, width, indent + gap, indent + gap + gap);
  };
  const titles = nameOf(columns.map(({ title }) => title));
  return [
    ...(titles.trim() === '' ? [] : [header(titles)]),
    ...rows.flatMap((cells) => {
      const texts = [nameOf(cells), aboutOf(cells)].filter((text) => text.trim() !== '');
      // A row of nothing stands for a gap.
      return texts.length === 0 ? [''] : texts;
    }),
  ].join('\n');
}

/**
 * A table without lines: columns two spaces apart, cells wrapped, the header in the given style. Where columns
 * cannot be made narrow enough without breaking words, its rows stand one below the other.
 */
export function table(
  columns: readonly Column[],
  rows: Rows,
  width: number,
  style: TableStyle = {},
): string {
  const { indent = '', header = (text) => text } = style;
  const widths = widthsOf(columns, rows, width - stringWidth(indent));
  if (widths === undefined) return blocks(columns, rows, width, style);
  const line = (cells: readonly string[]) =>
    (
      indent +
      columns
        .map(({ align }, c) =>
          (align === 'right' ? padStart : padEnd)(cells[c] ?? '', widths[c] ?? 0),
        )
        .join(gap)
    ).trimEnd();
  const lines = (cells: readonly string[]) => {
    const wrapped = cells.map((cell, c) => wrap(cell, widths[c] ?? 1));
    const height = Math.max(1, ...wrapped.map((cell) => cell.length));
    return Array.from({ length: height }, (_, r) => line(wrapped.map((cell) => cell[r] ?? '')));
  };
  const titles = columns.some(({ title }) => title !== '')
    ? lines(columns.map(({ title }) => title)).map((text) => header(text))
    : [];
  return [...titles, ...rows.flatMap(lines)].join('\n');
}
