import { inputError } from '../../errors.ts';
import { type RowVisitor, textOf } from '../csv.ts';
import { placeOf } from './describe.ts';
import { type ReadContext, totalRows } from './read-context.ts';
import { noteText, unknownColumn } from './unknown-column.ts';
import { otherColumns } from './unread.ts';
import { isTotal } from './values.ts';

const dayInHeading = /\d{4}-\d{2}-\d{2}/;

/** Reads a row per country, with a column per roll call; its heading has the day. */
export function readCountryRows(context: ReadContext): RowVisitor {
  const { layout, grid, header, file, unknown, dates, remarks } = context;
  const others = otherColumns(header, layout);
  const columns = others.flatMap((column) => {
    const name = header[column]!;
    const date = dates.note(dayInHeading.exec(name)?.[0] ?? '', () => 1);
    if (date === '') return [];
    const details = { roll_call: name, resolution: name, title: name, date };
    return [{ column, rollCall: grid.rollCall(name, () => details) }];
  });
  if (columns.length === 0)
    throw inputError('no heading of a column has the day of its roll call', {
      location: { file, line: 1, column: 1 },
      hint: 'write it into the heading, such as "B1 2024-05-01", say --dated 2024 if all are of one date, or give the table a row per issue with a column "date"',
    });
  const strange = others
    .filter((column) => !columns.some((each) => each.column === column))
    .map((column) => ({ column, about: unknownColumn(header[column]!) }));
  unknown.push(...strange.map(({ about }) => about));
  const code = placeOf(header, layout.columns.code);
  return (row, line) => {
    const place = () => `line ${line()}`;
    const name = textOf(row[code]!).trim();
    if (name === '') return;
    if (isTotal(name)) {
      remarks.skipped.add('total-row', totalRows, place);
      return;
    }
    const state = grid.state([name], place);
    for (const { column, rollCall } of columns) {
      const cell = textOf(row[column]!).trim();
      if (cell !== '') grid.cast(rollCall, state, grid.value(cell, place), place);
    }
    for (const { column, about } of strange) noteText(about, row[column]!);
  };
}
