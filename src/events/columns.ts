import type { EventRole, EventSource } from '../catalog/model.ts';
import { hintFor } from '../catalog/nearest.ts';
import { inputError } from '../errors.ts';
import type { CountryCoding } from '../results/vocabulary.ts';
import type { Column, ColumnKind } from './engine.ts';
import { eventLayoutsByName } from './layouts/index.ts';

/** The columns of a table that are read. */
export interface EventColumns {
  readonly date: Column;
  readonly source: Column;
  readonly target: Column;
  readonly cameo?: Column;
  readonly goldstein?: Column;
}

/** What the columns of a source hold, and how it says so. */
export interface EventReading {
  readonly columns: EventColumns;
  readonly countries: CountryCoding;
  /** Text that stands for no country. */
  readonly nobody: ReadonlySet<string>;
}

const fitting: Readonly<Record<EventRole, readonly ColumnKind[]>> = {
  date: ['date', 'text', 'whole'],
  source: ['text', 'whole'],
  target: ['text', 'whole'],
  cameo: ['text'],
  goldstein: ['decimal', 'whole', 'text'],
};

const wanted: Readonly<Record<EventRole, string>> = {
  date: 'days',
  source: 'countries',
  target: 'countries',
  cameo: 'codes as text, whose leading zeros matter',
  goldstein: 'numbers',
};

function named(list: readonly string[]): string {
  return list.map((name) => `"${name}"`).join(' or ');
}

/**
 * Which columns of a table hold what is asked for: those that the catalog names, else those of the layout, in
 * any case.
 *
 * @param roots whether CAMEO codes are needed beside weights
 * @throws UserError (input) where one is missing, or holds something else
 */
export function readColumns(
  { id, layout: name, columns: own, countries }: EventSource,
  columns: readonly Column[],
  roots: boolean,
): EventReading {
  const layout = eventLayoutsByName[name];
  const find = (role: EventRole, needed: boolean): Column | undefined => {
    const names = own[role] === undefined ? (layout.columns[role] ?? []) : [own[role]];
    const [column] = names.flatMap(
      (each) =>
        columns.find((one) => one.name === each) ??
        columns.find((one) => one.name.toLowerCase() === each.toLowerCase()) ??
        [],
    );
    if (!column) {
      if (!needed && own[role] === undefined) return undefined;
      throw inputError(`the events of ${id} have no column ${named(names)}`, {
        hint: hintFor(
          names[0] ?? role,
          columns.map((one) => one.name),
          'columns',
        ),
      });
    }
    if (!fitting[role].includes(column.kind))
      throw inputError(
        `the column "${column.name}" of ${id} should hold ${wanted[role]}, and is of type ${column.type}`,
        { hint: `name another one under columns, as ${role}` },
      );
    return column;
  };
  const need = (role: EventRole): Column => find(role, true)!;
  const goldstein = find('goldstein', false);
  const cameo = roots || !goldstein ? find('cameo', goldstein === undefined) : undefined;
  const coding = countries ?? layout.countries;
  if (coding === undefined) throw new Error(`unchecked source of events ${id}`);
  return {
    columns: {
      date: need('date'),
      source: need('source'),
      target: need('target'),
      ...(cameo ? { cameo } : {}),
      ...(goldstein ? { goldstein } : {}),
    },
    countries: coding,
    nobody: new Set(['', ...(layout.nobody ?? [])]),
  };
}
