import { parseDate } from '../../catalog/dates.ts';
import type { DateFormat } from '../../results/vocabulary.ts';
import { inputError, UserError } from '../../errors.ts';

interface Value {
  readonly text: string;
  readonly line: number;
}

/** Dates of a file as they are written, until all of them are known: one alone may be read in two ways. */
export interface DateTexts {
  /** Notes what a cell has; the date of the whole table where the cell is empty and there is one. */
  readonly note: (text: string, line: () => number) => string;
  /**
   * How a text that was noted is written as a day, month or year of ISO 8601, or as two of them with a slash.
   *
   * @throws UserError (exit 3) where the texts could be of two forms, or one is no date
   */
  readonly settle: () => (text: string) => string;
}

/**
 * @param dateFormat what they are, where they leave a choice
 * @param dated the date of a table without dates
 * @throws UserError if that is none
 */
export function createDateTexts(
  file: string,
  {
    dateFormat,
    dated,
  }: { readonly dateFormat?: DateFormat | undefined; readonly dated?: string | undefined } = {},
): DateTexts {
  if (dated !== undefined && !spanOf(dated))
    throw new UserError(`--dated ${JSON.stringify(dated)} is no date`, {
      hint: 'give YYYY, YYYY-MM or YYYY-MM-DD, or two of them with a slash',
    });
  const lines = new Map<string, number>();
  return {
    note: (text, line) => {
      if (text === '' && dated !== undefined) return dated;
      // Finding a line takes a while, and dates as they should be are never complained of.
      if (!lines.has(text)) lines.set(text, parseDate(text) ? 0 : line());
      return text;
    },
    settle: () => {
      const texts = [...lines].map(([text, line]) => ({ text, line }));
      const convert = readDates(texts, file, dateFormat);
      return (text) => {
        const date = convert(text);
        if (spanOf(date)) return date;
        const line = lines.get(text);
        throw inputError(text === '' ? 'there is no date' : `${JSON.stringify(text)} is no date`, {
          ...(line === undefined ? {} : { location: { file, line, column: 1 } }),
          hint: 'expected YYYY-MM-DD, YYYY-MM or YYYY, or another form that all dates of the column have',
        });
      };
    },
  };
}

/** Whether a text is a single day. */
export function isDay(text: string): boolean {
  const span = parseDate(text);
  return span !== undefined && span.from === span.to;
}

/** A date or a span, as catalogs write it. */
export function spanOf(text: string) {
  const [from = '', to = from, ...rest] = text.split('/');
  const [first, last] = [parseDate(from), parseDate(to)];
  if (!first || !last || rest.length > 0) return undefined;
  return { written: from === to ? from : { from, to }, days: { from: first.from, to: last.to } };
}

/** Days before 1970 that serial numbers of a program count from. */
const epochs = { excel: 25_569, stata: 3653 } as const;
/** Years in which what is compared happened, for telling serial numbers of one program from another’s. */
const plausible = { from: '1900', to: '2040' } as const;

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const parts = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?:[ T,].*)?$/;
const serial = /^\d{4,5}(?:[.,]\d+)?$/;

function iso(year: string, month: number, day: number): string | undefined {
  const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return parseDate(text) ? text : undefined;
}

function fromSerial(text: string, program: keyof typeof epochs): string {
  const days = Math.floor(Number(text.replace(',', '.')));
  return new Date((days - epochs[program]) * 86_400_000).toISOString().slice(0, 10);
}

/** Forms that mean one date only. */
function readPlain(text: string): string | undefined {
  const ymd = /^(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})(?:[ T].*)?$/.exec(text);
  if (ymd) return iso(ymd[1]!, Number(ymd[2]), Number(ymd[3]));
  const packed = /^((?:19|20)\d\d)(\d\d)(\d\d)$/.exec(text);
  if (packed) return iso(packed[1]!, Number(packed[2]), Number(packed[3]));
  // A month: of Stata (2020m6), or with the year behind.
  const month = /^(\d{4})m(\d{1,2})$/i.exec(text) ?? /^(\d{4})\/(\d{1,2})$/.exec(text);
  const behind = /^(\d{1,2})[/.](\d{4})$/.exec(text);
  const [year, number] = month ? [month[1], month[2]] : [behind?.[2], behind?.[1]];
  if (year !== undefined && number !== undefined) return iso(year, Number(number), 1)?.slice(0, 7);
  // 15jun2020, 15 June 2020, June 15, 2020, June 2020
  const words = /^(?:(\d{1,2})[\s-]*)?([a-z]{3,9})\.?[\s-]*(?:(\d{1,2}),?\s+)?(\d{4})$/i.exec(text);
  const named = months.indexOf(words?.[2]?.slice(0, 3).toLowerCase() ?? '') + 1;
  if (!words || named === 0) return undefined;
  const day = words[1] ?? words[3];
  return day === undefined
    ? iso(words[4]!, named, 1)?.slice(0, 7)
    : iso(words[4]!, named, Number(day));
}

/**
 * Dates of a column in the form of ISO 8601, by what the whole of it holds; what is no date stays as it is.
 *
 * @throws UserError (exit 3) where they could be of two forms
 */
function readDates(
  values: readonly Value[],
  file: string,
  asked: DateFormat | undefined,
): (text: string) => string {
  const ask = ({ line }: Value, message: string, options: readonly DateFormat[]) =>
    inputError(message, {
      location: { file, line, column: 1 },
      hint: `say which with ${options.map((each) => `--date-format ${each}`).join(' or ')}`,
    });
  const order = orderOf(values, asked, ask);
  const program = programOf(values, asked, ask);
  return (text) => {
    const split = parts.exec(text);
    if (split) {
      const [first, second] = [Number(split[1]), Number(split[3])];
      const [day, month] = order === 'mdy' ? [second, first] : [first, second];
      return iso(split[4]!, month, day) ?? text;
    }
    if (program !== undefined && serial.test(text)) return fromSerial(text, program);
    return readPlain(text) ?? text;
  };
}

type Ask = (at: Value, message: string, options: readonly DateFormat[]) => Error;

/** Whether days or months come first. */
function orderOf(values: readonly Value[], asked: DateFormat | undefined, ask: Ask): 'dmy' | 'mdy' {
  if (asked === 'dmy' || asked === 'mdy') return asked;
  const split = values.flatMap((value) => {
    const match = parts.exec(value.text);
    return match ? [{ value, first: Number(match[1]), second: Number(match[3]) }] : [];
  });
  const dayFirst = split.find(({ first }) => first > 12);
  const monthFirst = split.find(({ second }) => second > 12);
  if (dayFirst && monthFirst)
    throw ask(
      monthFirst.value,
      `${JSON.stringify(monthFirst.value.text)} has the month first, ${JSON.stringify(dayFirst.value.text)} in line ${dayFirst.value.line} the day`,
      ['dmy', 'mdy'],
    );
  const open = split.find(({ first, second }) => first !== second);
  if (!dayFirst && !monthFirst && open)
    throw ask(
      open.value,
      `${JSON.stringify(open.value.text)} is day ${open.first} of month ${open.second}, or day ${open.second} of month ${open.first}, and no date of the column decides`,
      ['dmy', 'mdy'],
    );
  return monthFirst ? 'mdy' : 'dmy';
}

/** Whose serial numbers the numbers of a column are; none if they are years, or there are none. */
function programOf(
  values: readonly Value[],
  asked: DateFormat | undefined,
  ask: Ask,
): keyof typeof epochs | undefined {
  if (asked === 'excel' || asked === 'stata') return asked;
  const numbers = values.filter(({ text }) => serial.test(text));
  const isYear = ({ text }: Value) => /^(?:1[5-9]|20)\d\d(?:\.0)?$/.test(text);
  const first = numbers.find((value) => !isYear(value));
  if (first === undefined) return undefined;
  const meant = (['excel', 'stata'] as const).filter((program) =>
    numbers.every(({ text }) => {
      const year = fromSerial(text, program).slice(0, 4);
      return year >= plausible.from && year <= plausible.to;
    }),
  );
  if (meant.length === 1 && /^\d{5}/.test(first.text)) return meant[0];
  throw ask(
    first,
    `${JSON.stringify(first.text)} is ${fromSerial(first.text, 'excel')} if a spreadsheet counted the days, ${fromSerial(first.text, 'stata')} if Stata did`,
    ['excel', 'stata'],
  );
}
