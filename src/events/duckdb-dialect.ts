import type { Dialect, Statement } from './engine.ts';

/** A quoted identifier; a quotation mark in it is doubled. */
const identifier = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** Where the values of a list go, each a parameter of its own: of a list as one parameter, every row would make a join. */
const listPlace = (name: string): string => `($${name})`;

/** A statement in which lists are parameters of their values. */
export function spreadLists({ sql, parameters }: Statement): {
  readonly sql: string;
  readonly values: Readonly<Record<string, string | number>>;
} {
  const values: Record<string, string | number> = {};
  let text = sql;
  for (const [name, value] of Object.entries(parameters)) {
    if (typeof value !== 'object') {
      values[name] = value;
      continue;
    }
    value.forEach((one, i) => (values[`${name}_${i}`] = one));
    const places = value.map((_, i) => `$${name}_${i}`).join(', ');
    text = text.replaceAll(listPlace(name), () => `(${places})`);
  }
  return { sql: text, values };
}

/** The SQL of DuckDB. @param table to stand after `FROM` */
export function duckDbDialect(table: string): Dialect {
  return {
    table,
    identifier,
    bound: (name) => `$${name}`,
    boundList: listPlace,
    day: ({ name, kind }) => {
      const column = identifier(name);
      if (kind === 'whole')
        return `CASE WHEN ${column} BETWEEN 10000101 AND 99991231 AND (${column} // 100) % 100 BETWEEN 1 AND 12 AND ${column} % 100 BETWEEN 1 AND 31 THEN ${column} END`;
      const date =
        kind === 'date'
          ? `CAST(${column} AS DATE)`
          : `COALESCE(CAST(try_strptime(${column}, '%Y%m%d') AS DATE), TRY_CAST(left(${column}, 10) AS DATE))`;
      return `(year(${date}) * 10000 + month(${date}) * 100 + day(${date}))`;
    },
    thousandths: ({ name, kind }) => {
      const column = identifier(name);
      const number = kind === 'text' ? `TRY_CAST(${column} AS DOUBLE)` : column;
      // Sums of whole numbers are exact in this type too, and take a tenth of the time to be handed over.
      return `round(CAST(${number} AS DOUBLE) * 1000)`;
    },
    // As it is, so that files are skipped that cannot hold the codes asked for.
    text: ({ name, kind }) =>
      kind === 'text' ? identifier(name) : `CAST(${identifier(name)} AS VARCHAR)`,
    dividedBy: (expression, divisor) => `${expression} // ${divisor}`,
    start: (expression, length) => `left(${expression}, ${length})`,
  };
}
