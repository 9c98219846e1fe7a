import { stringify } from 'csv-stringify/sync';
import { plainText } from '../../plain-text.ts';
import type { Provenance } from '../../results/parts.ts';
import type { RenderContext } from '../renderer.ts';

export type Cell = string | number | null;

/** Columns by their headers. */
export type CsvColumns<Row> = Readonly<Record<string, (row: Row, place: number) => Cell>>;

// Line ends and tabs stay what they are: the file quotes them.
// oxlint-disable-next-line no-control-regex
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g;

function withoutControls(text: string): string {
  return text.replaceAll(controls, plainText);
}

/** A last column with the file of weights, where issues are weighed by one. */
export function weightsColumn({ weights }: Provenance): CsvColumns<unknown> {
  return weights ? { weights: () => weights.file } : {};
}

/**
 * RFC 4180 with a header row. Text that a spreadsheet would run as a formula is neutralised;
 * numbers stay numbers, `null` is an empty cell.
 */
export function toCsv<Row>(
  columns: CsvColumns<Row>,
  rows: readonly Row[],
  { bom }: Pick<RenderContext, 'bom'>,
): string {
  const cells = rows.map((row, place) => Object.values(columns).map((value) => value(row, place)));
  return stringify([Object.keys(columns), ...cells], {
    bom,
    escape_formulas: true,
    // A reader may take any line break for the end of a row.
    quoted_match: /[\r\n]/,
    record_delimiter: 'windows',
    cast: {
      string: withoutControls,
      number: (value) => ({ value: String(value), escape_formulas: false }),
    },
  });
}
