import type { ColumnNames, Flags, Layout, Role } from '../layouts/layout.ts';
import { textOf } from '../csv.ts';
import type { DetailColumn } from '../record.ts';
import type { Details } from './grid.ts';
import type { DateTexts } from './cell-dates.ts';
import { needSession, toCount } from './values.ts';

export type Row = readonly string[];

/** Where columns are, by what they hold; -1 if they are not there. */
export type Places = (role: Role) => number;

/** Index of a column by name, in any case; -1 if there is none. */
export function placeOf(header: readonly string[], names: readonly string[] = []): number {
  const lower = header.map((name) => name.toLowerCase());
  return names.map((name) => lower.indexOf(name.toLowerCase())).find((at) => at >= 0) ?? -1;
}

export function placesOf(header: readonly string[], columns: ColumnNames): Places {
  return (role) => placeOf(header, columns[role]);
}

/** Symbols of resolutions as the United Nations write them since 1976: `R/74/168` is `A/RES/74/168`. Earlier ones stay. */
function toSymbol(text: string): string {
  const match = /^R\/(\d+)\/(.+)$/.exec(text);
  return match && Number(match[1]) >= 31 ? `A/RES/${match[1]}/${match[2]}` : text;
}

/**
 * Which of two texts on a roll call is the title, and what the other says. The longer one is, except where
 * it quotes the agenda, behind a document symbol, or where only the short one is printed as titles of
 * resolutions are.
 */
function printedTitle(short: string, long: string): { title: string; description: string } {
  const isPrinted = (text: string) => /resolution \/ adopted/i.test(text);
  const isShort = !isPrinted(long) && (isPrinted(short) || /^[A-Z]{1,2}\/[\w.]/.test(long));
  const title = (isShort ? short : long) || long || short;
  const other = title === long ? short : long;
  return { title, description: other === title ? '' : other };
}

const totals = [
  'total_yes',
  'total_no',
  'total_abstentions',
  'total_non_voting',
] as const satisfies readonly DetailColumn[];

export type Describe = (row: Row, line: () => number) => Details & { readonly roll_call: string };

/** Where what rows say of their roll calls is read. */
export interface DescribedFile {
  readonly header: readonly string[];
  readonly columns: ColumnNames;
  readonly layout: Layout;
  /** Name of the file, for messages. */
  readonly file: string;
  readonly dates: DateTexts;
}

/** Reads what a row says of its roll call; what it does not say is left out. Dates are noted, and stay as they are written. */
export function describer({ header, columns, layout, file, dates }: DescribedFile): Describe {
  const at = placesOf(header, columns);
  const places = new Map<Role, number>(
    (Object.keys(columns) as Role[]).map((role) => [role, at(role)]),
  );
  const missing = new Set(layout.missing);
  const marks = (flags: Flags = []) =>
    flags
      .map(([column, word]) => [placeOf(header, [column]), word] as const)
      .filter(([column]) => column >= 0);
  const [subjects, on] = [marks(layout.subjects), marks(layout.on)];
  return (row, line) => {
    const cell = (column: number) => {
      const text = textOf(row[column] ?? '').trim();
      return missing.has(text) ? '' : text;
    };
    const text = (role: Role) => cell(places.get(role) ?? -1);
    const marked = (flags: readonly (readonly [number, string])[]) =>
      flags
        .filter(([column]) => /^(?:1(?:\.0*)?|true)$/i.test(cell(column)))
        .map(([, word]) => word);
    const resolution = text('resolution');
    const date = dates.note(text('date'), line);
    return {
      roll_call: text('roll_call') || `${resolution} ${date}`,
      resolution: layout.shortSymbols ? toSymbol(resolution) : resolution,
      date,
      session: needSession(text('session'), file, line),
      ...(layout.printedTitles
        ? printedTitle(text('short'), text('title'))
        : { title: text('title'), description: text('description') }),
      series: text('series'),
      subjects: [text('subjects'), ...marked(subjects)].filter((each) => each !== '').join('|'),
      on: [text('on'), ...marked(on)].filter((each) => each !== '').join(' '),
      important: text('important')
        .replace(/^1\.0*$/, '1')
        .replace(/^0(?:\.0*)?$/, ''),
      ...Object.fromEntries(
        totals
          .filter((role) => (places.get(role) ?? -1) >= 0)
          .map((role) => [role, toCount(text(role))]),
      ),
    };
  };
}

/** A roll call with its date as ISO 8601 has it, once all dates of the file are known. */
export function withDate(details: Details, toDate: (text: string) => string): Details {
  const { date: written = '', resolution, roll_call } = details;
  const date = toDate(written);
  const isNamed = roll_call !== `${resolution} ${written}`;
  return { ...details, date, ...(isNamed ? {} : { roll_call: `${resolution} ${date}` }) };
}
