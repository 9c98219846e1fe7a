import type { Column, ColumnKind, DaySql, Dialect } from '../engine.ts';
import { placeholder } from './bind.ts';

/** A name in backquotes. Every name that is put into a statement was found in the server's own tables. */
export function quoted(name: string): string {
  const escaped = name.replaceAll(/[\\`]/g, String.raw`\$&`).replaceAll('\0', String.raw`\0`);
  return `\`${escaped}\``;
}

/** What a type holds, apart from whether it may be empty and how it is stored. */
function bare(type: string): string {
  return type.replaceAll(/\b(?:Nullable|LowCardinality)\(|\)+$/g, '');
}

/** The kind of a column by the name that ClickHouse gives its type. */
export function kindOf(type: string): ColumnKind {
  const inner = bare(type);
  if (/^(?:String|FixedString|Enum)/.test(inner)) return 'text';
  if (/^U?Int\d+$/.test(inner)) return 'whole';
  if (/^(?:Float|BFloat|Decimal)/.test(inner)) return 'decimal';
  return inner.startsWith('Date') ? 'date' : 'other';
}

/** As it is where that is text, so that what holds none of the countries asked about is not read. */
function textOf({ name, type }: Column): string {
  const column = quoted(name);
  if (bare(type) === 'String') return column;
  // Shorter texts of fixed length end with NUL.
  return bare(type).startsWith('FixedString')
    ? `toStringCutToZero(${column})`
    : `toString(${column})`;
}

// Dates of ClickHouse begin in 1970 on old servers, so days are reckoned with as numbers.
const looksLikeDay = (n: string) =>
  `${n} BETWEEN 10000101 AND 99991231 AND ${n} % 10000 BETWEEN 101 AND 1231 AND ${n} % 100 BETWEEN 1 AND 31`;

/** Whether it is one of the calendar, of a number that looks like a day. */
function isDay(n: string): string {
  const year = `intDiv(${n}, 10000)`;
  const month = `intDiv(${n}, 100) % 100`;
  const leap = `${year} % 4 = 0 AND (${year} % 100 != 0 OR ${year} % 400 = 0)`;
  return `${n} % 100 <= multiIf(${month} IN (4, 6, 9, 11), 30, ${month} != 2, 31, ${leap}, 29, 28)`;
}

// Halves go away from zero, as in other engines: round() of ClickHouse takes them to the even number.
function rounded(x: string): string {
  const whole = `toInt64(${x})`;
  return `${whole} + (${x} - ${whole} >= 0.5) - (${x} - ${whole} <= -0.5)`;
}

// A time may follow a day.
const dayText = '^([0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{8}$)';
const numberText = '^ *[-+]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][-+]?[0-9]+)? *$';

/** ClickHouse's SQL, as servers of 2018 and of today both know it. */
export function dialectOf(database: string, table: string): Dialect {
  const day = (column: Column): DaySql => {
    const name = quoted(column.name);
    if (column.kind === 'date')
      return { is: `${name} IS NOT NULL`, number: `toInt32(toYYYYMMDD(${name}))` };
    if (column.kind === 'whole') return { is: looksLikeDay(name), number: `toInt32(${name})` };
    const text = textOf(column);
    const n = `toInt32OrNull(replaceAll(substring(${text}, 1, 10), '-', ''))`;
    return {
      is: `match(${text}, '${dayText}') AND ${looksLikeDay(n)} AND ${isDay(n)}`,
      number: n,
    };
  };
  const thousandths = (column: Column): string => {
    const name = quoted(column.name);
    if (column.kind === 'whole') return `toInt64(${name}) * 1000`;
    if (column.kind === 'decimal') {
      const x = `toFloat64(${name}) * 1000`;
      return `if(abs(${x}) < 1e15, ${rounded(`(${x})`)}, NULL)`;
    }
    const text = textOf(column);
    const x = `(toFloat64OrNull(replaceRegexpAll(${text}, '[+ ]', '')) * 1000)`;
    return `if(match(${text}, '${numberText}') AND abs(${x}) < 1e15, ${rounded(x)}, NULL)`;
  };
  return {
    table: `${quoted(database)}.${quoted(table)}`,
    identifier: quoted,
    bound: placeholder,
    isOneOf: (text, name) => `${text} IN ${placeholder(name)}`,
    day,
    thousandths,
    text: textOf,
    dividedBy: (expression, divisor) =>
      `(intDiv(${expression}, ${divisor}) - ((${expression}) % ${divisor} < 0))`,
    start: (expression, length) => `substringUTF8(${expression}, 1, ${length})`,
  };
}
