import stringWidth from 'fast-string-width';
import { wrapAnsi } from 'fast-wrap-ansi';
import type { Column } from './columns.ts';

/** Pads to a display width; wider text is left as it is. */
export function padEnd(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - stringWidth(text)));
}

export function padStart(text: string, width: number): string {
  return ' '.repeat(Math.max(0, width - stringWidth(text))) + text;
}

/** Lines of at most `width` columns; words longer than a line are broken, nothing is lost. */
export function wrap(text: string, width: number): string[] {
  if (stringWidth(text) <= width && !text.includes('\n')) return [text];
  return wrapAnsi(text, Math.max(1, width), { hard: true, trim: true }).split('\n');
}

/** Text with an indent on its first line and another on those it wraps to. */
export function paragraph(text: string, width: number, indent = '', hanging = indent): string {
  const lines = wrap(text, width - Math.max(stringWidth(indent), stringWidth(hanging)));
  return lines.map((line, i) => (i === 0 ? indent : hanging) + line).join('\n');
}

/** Parts on lines of at most `width` columns, none broken. */
export function flow(
  parts: readonly string[],
  separator: string,
  width: number,
  indent = '',
): string {
  const lines: string[] = [];
  for (const part of parts) {
    const last = lines.at(-1);
    const longer = `${last}${separator}${part}`;
    if (last === undefined || stringWidth(longer) > width) lines.push(indent + part);
    else lines[lines.length - 1] = longer;
  }
  return lines.join('\n');
}

const gap = '  ';

/** No column is made narrower than the first of these while that is enough, and none than the second. */
const leastWidths = [8, 3] as const;

function widthsOf(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  available: number,
): number[] {
  const natural = columns.map(({ title }, c) =>
    rows.reduce((most, row) => Math.max(most, stringWidth(row[c] ?? '')), stringWidth(title)),
  );
  const total = natural.reduce((sum, width) => sum + width, 0) + gap.length * (columns.length - 1);
  const widths = [...natural];
  // Take from the widest flexible column until the row fits, so that short columns stay whole; where
  // that is not enough, from the widest of all.
  const takeFrom = (candidates: readonly number[], excess: number, least: number): number => {
    let left = excess;
    while (left > 0) {
      const widest = candidates.reduce((best, c) =>
        (widths[c] ?? 0) > (widths[best] ?? 0) ? c : best,
      );
      if ((widths[widest] ?? 0) <= least) break;
      widths[widest] = (widths[widest] ?? 0) - 1;
      left--;
    }
    return left;
  };
  const all = columns.map((_, c) => c);
  const flexible = all.filter((c) => columns[c]?.grow !== undefined);
  let left = total - available;
  if (flexible.length > 0) left = takeFrom(flexible, left, leastWidths[0]);
  for (const least of leastWidths) left = takeFrom(all, left, least);
  return widths;
}

/** A table without lines: columns two spaces apart, cells wrapped, the header in the given style. */
export function table(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  width: number,
  options: { readonly indent?: string; readonly header?: (text: string) => string } = {},
): string {
  const { indent = '', header = (text) => text } = options;
  const widths = widthsOf(columns, rows, width - stringWidth(indent));
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
