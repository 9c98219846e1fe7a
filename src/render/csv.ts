import { stringify } from 'csv-stringify/sync';
import { plainText } from '../plain-text.ts';
import type { Renderable } from './renderable.ts';
import type { RenderContext, Renderer } from './renderer.ts';

export type Cell = string | number | null;

// Line ends and tabs stay what they are: the file quotes them.
// oxlint-disable-next-line no-control-regex
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g;

function withoutControls(text: string): string {
  return text.replaceAll(controls, plainText);
}

/**
 * RFC 4180 with a header row. Text that a spreadsheet would run as a formula is neutralised;
 * numbers stay numbers, `null` is an empty cell.
 */
export function toCsv(
  columns: readonly string[],
  rows: readonly (readonly Cell[])[],
  { bom }: Pick<RenderContext, 'bom'>,
): string {
  return stringify([[...columns], ...rows.map((row) => [...row])], {
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

const scoreColumns = [
  'country_a',
  'country_b',
  'issue',
  'title',
  'topic',
  'from',
  'to',
  'position_a',
  'position_b',
  'distance',
  'similarity',
  'weight',
  'contribution',
  'depth',
  'sources',
  'catalog',
  'series',
  'name_a',
  'name_b',
  'cow_a',
  'cow_b',
];

export const renderScoreCsv: Renderer<Renderable['score']> = (result, context) => {
  const [a, b] = result.countries;
  const rows = result.issues.map((issue) => [
    a.code,
    b.code,
    issue.id,
    issue.title,
    issue.topics.join('|'),
    issue.from,
    issue.to,
    ...issue.positions,
    issue.distance,
    1 - issue.distance,
    issue.weight,
    issue.contribution,
    issue.depth,
    issue.sources.join('|'),
    issue.catalog,
    issue.series,
    a.name,
    b.name,
    context.cowOf(a.code),
    context.cowOf(b.code),
  ]);
  return toCsv(scoreColumns, rows, context);
};
