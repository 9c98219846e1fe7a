import type { Atlas } from '../../countries/resolve.ts';
import { type RowVisitor, textOf } from '../csv.ts';
import type { Layout } from '../layouts/layout.ts';
import { type Describe, describer, placesOf } from './describe.ts';
import { copyOf } from './details.ts';
import { bodyOf, type ReadContext, totalRows } from './read-context.ts';
import { noteText, unknownColumn } from './unknown-column.ts';
import { otherColumns } from './unread.ts';
import { isTotal } from './values.ts';

/** Whether a name or code may be one of a country, in any system. */
export function mayBeCountry(name: string, atlas: Atlas, { ownNames }: Layout): boolean {
  // Yes and No are tallies, Norway is NO.
  if (/^[a-z]{2}$/i.test(name) && name !== name.toUpperCase()) return false;
  return [ownNames?.get(name) ?? name, `iso:${name}`, `cow:${name}`].some(
    (text) => atlas.resolve(text).kind === 'found',
  );
}

/** Reads a row per roll call, with a column per country. */
export function readRollCallRows(context: ReadContext): RowVisitor {
  const { layout, grid, header, remarks, atlas, unknown } = context;
  const describe: Describe = describer({ ...context, columns: layout.columns });
  const others = otherColumns(header, layout);
  const isCountry = (column: number) => mayBeCountry(header[column]!, atlas, layout);
  const columns = others
    .filter(isCountry)
    .map((column) => ({ column, state: grid.state([header[column]!], () => 'line 1') }));
  const strange = others
    .filter((column) => !isCountry(column))
    .map((column) => ({ column, about: unknownColumn(header[column]!) }));
  unknown.push(...strange.map(({ about }) => about));
  const at = placesOf(header, layout.columns);
  const [date, id, resolution] = [at('date'), at('roll_call'), at('resolution')];
  const isOfBody = bodyOf(context);
  const values = new Map<string, number>();
  return (row, line) => {
    const place = () => `line ${line()}`;
    if ([date, id, resolution].every((column) => (row[column] ?? '') === '')) {
      remarks.skipped.add('heading-row', 'rows without a roll call', place);
      return;
    }
    if (!isOfBody(row)) return;
    if ([row[id], row[resolution]].some((cell) => isTotal(textOf(cell ?? '')))) {
      remarks.skipped.add('total-row', totalRows, place);
      return;
    }
    const details = describe(row, line);
    const rollCall = grid.rollCall(details.roll_call, () => details);
    for (const { column, state } of columns) {
      const cell = row[column]!;
      if (cell === '') continue;
      let value = values.get(cell);
      if (value === undefined) {
        value = grid.value(textOf(cell).trim(), place);
        values.set(copyOf(cell), value);
      }
      grid.cast(rollCall, state, value, place);
    }
    for (const { column, about } of strange) noteText(about, row[column]!);
  };
}
