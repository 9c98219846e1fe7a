import { hintFor } from '../../catalog/nearest.ts';
import type { Atlas } from '../../countries/resolve.ts';
import { inputError, UserError } from '../../errors.ts';
import type { Layout, Role } from '../layouts/layout.ts';
import { layoutNames, layouts } from '../layouts/index.ts';
import { placeOf } from './describe.ts';
import { refuseScores } from './foreign.ts';
import { mayBeCountry } from './read-roll-call-rows.ts';
import type { TableColumns } from './table.ts';

/** Options that name a column, by what it holds. */
const flags: Readonly<Partial<Record<Role, string>>> = {
  roll_call: 'issue',
  code: 'country',
  vote: 'position',
  date: 'date',
};

/** So many columns of countries make a table of them. */
const fewestCountries = 2;

const missingRoles = (layout: Layout, header: readonly string[]) =>
  layout.needs.filter((role) => placeOf(header, layout.columns[role]) < 0);

function fits(layout: Layout, header: readonly string[], atlas: Atlas): boolean {
  if (missingRoles(layout, header).length > 0) return false;
  if ((layout.signs ?? []).some((name) => placeOf(header, [name]) < 0)) return false;
  if (placeOf(header, layout.lacks) >= 0) return false;
  return (
    layout.rows !== 'roll-calls' ||
    header.filter((name) => name !== '' && mayBeCountry(name, atlas, layout)).length >=
      fewestCountries
  );
}

/** Columns named by the user are the ones that are read. */
function withColumns(layout: Layout, { issue, country, position, date, ...others }: TableColumns) {
  const columns = { ...layout.columns };
  const put = (role: Role, name: string | undefined) => {
    if (name !== undefined) columns[role] = [name];
  };
  put('roll_call', issue);
  put('resolution', issue);
  put('code', country);
  put('vote', position);
  put('date', date);
  put('title', others.title);
  put('subjects', others.topic);
  return { ...layout, columns };
}

/** Names of layouts, and the columns each is told by. */
function lookedFor(): string {
  return layouts
    .map(
      ({ name, about, needs, signs = [], columns }) =>
        `  ${name} (${about}): ${[...new Set([...needs.map((role) => columns[role]?.[0] ?? role), ...signs])].join(', ')}`,
    )
    .join('\n  ');
}

/** Layouts of a name, or all. @throws UserError if none is called that */
export function layoutsCalled(name: string | undefined): readonly Layout[] {
  if (name === undefined) return layouts;
  const found = layouts.filter((layout) => layout.name === name);
  if (found.length > 0) return found;
  throw new UserError(`no data set is called "${name}"`, { hint: hintFor(name, layoutNames) });
}

/**
 * The layout of a file, by its header.
 *
 * @param name what the user calls it, if anything
 * @throws UserError (exit 3) with what was looked for
 */
export function detectLayout(
  header: readonly string[],
  atlas: Atlas,
  file: string,
  {
    name,
    columns = {},
    dated,
  }: {
    readonly name?: string | undefined;
    readonly columns?: TableColumns;
    /** The date of a table that needs no column of dates then, and may have none. */
    readonly dated?: string | undefined;
  },
): Layout {
  const named = Object.values(columns).some((column) => column !== undefined);
  const asked = layoutsCalled(name ?? (named ? 'table' : undefined))
    .map((layout) => withColumns(layout, columns))
    .map((layout) =>
      dated === undefined
        ? layout
        : { ...layout, needs: layout.needs.filter((role) => role !== 'date') },
    );
  const found = asked.find((layout) => fits(layout, header, atlas));
  const location = { file, line: 1, column: 1 };
  // A table of countries by issues has no column of votes by which to tell it.
  if (found?.rows !== 'votes' && found?.rows !== 'roll-calls') refuseScores(header, file);
  if (found) {
    const column = header[placeOf(header, found.columns.date)];
    if (dated === undefined || column === undefined) return found;
    throw inputError(`--dated is for tables without dates, and this has a column "${column}"`, {
      location,
      hint: 'leave --dated out, or the column',
    });
  }
  const there = `the columns are ${header.slice(0, 20).join(', ')}${header.length > 20 ? ', …' : ''}`;
  if (name === undefined && !named)
    throw inputError('no layout has the columns of this file', {
      location,
      hint: `${there}; looked for\n  ${lookedFor()}\n  --issue, --country, --position and --date name the columns of a table; --dated 2024 is for one without dates`,
    });
  const [nearest] = asked
    .filter(({ rows }) => rows === 'votes' || !named)
    .map((layout) => ({ layout, missing: missingRoles(layout, header) }))
    .filter(({ missing }) => missing.length > 0)
    .toSorted((x, y) => x.missing.length - y.missing.length);
  const role = nearest?.missing[0];
  const column = nearest && role && (nearest.layout.columns[role]?.[0] ?? role);
  const other = layouts.find((layout) => layout.name !== name && fits(layout, header, atlas));
  const flag = role && name === 'table' ? flags[role] : undefined;
  const hint =
    flag === undefined && other
      ? `this looks like the layout ${other.name}: align import ${other.name} ${file}`
      : `${flag ? `name the column with --${flag}${flag === 'date' ? ', or say --dated 2024 if all is of one date' : ''}; ` : ''}${hintFor(column ?? '', header, 'the columns')}`;
  throw inputError(
    column === undefined ? 'there are no columns of countries' : `there is no column "${column}"`,
    { location, hint },
  );
}
