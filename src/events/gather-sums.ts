import type { Catalog, CountryCode, EventSource } from '../catalog/model.ts';
import type { Atlas } from '../countries/resolve.ts';
import { inputError } from '../errors.ts';
import type { EventSums, SumsAsked, UnknownCode } from '../evidence/event-sums.ts';
import type { InteractionSum } from '../evidence/interaction-sums.ts';
import { type Added, addSums, addTotals, type WeightOfCode } from './add-sums.ts';
import { answer, askCodes, askSums, askTotals, type EventSelection } from './ask-sums.ts';
import { type EventReading, readColumns } from './columns.ts';
import { type CountryCodes, countryCodes } from './country-codes.ts';
import type { EventTable, Row, Watch } from './engine.ts';
import { type EventEnvironment, openTable } from './open-table.ts';

/** Which interactions are added up. */
export interface SumsRequest {
  readonly asked: SumsAsked;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** The countries of each side: of two and more, what any of them did to another; of one, with whomever; of none, all. */
  readonly sides: readonly (readonly CountryCode[])[];
}

/** What adding up needs from outside. */
export interface EventWorld {
  readonly env?: EventEnvironment | undefined;
  readonly watch?: Watch | undefined;
  readonly warn: (warning: string) => void;
  readonly note: (step: string) => void;
}

interface Opened {
  readonly table: EventTable;
  readonly source: EventSource;
  readonly reading: EventReading;
  readonly codes: CountryCodes;
  readonly watch: Watch | undefined;
}

/** The codes in a table of all that may mean one of some countries, however they are spelt there. */
async function spelledCodes(
  { table, reading: { columns }, codes, watch }: Opened,
  countries: ReadonlySet<CountryCode>,
): Promise<readonly string[]> {
  const found = new Set<string>();
  for (const column of [columns.source, columns.target])
    for (const row of await table.query(askCodes(column), watch))
      found.add(String(row[answer.code]));
  // As of any year: which of them are meant is seen when the sums are there.
  const related = codes.related(countries);
  return [...found]
    .filter((code) => {
      const meaning = codes.meaningOf(code);
      return meaning?.kind === 'country' && related.has(meaning.code);
    })
    .sort();
}

/** Rows of sums: of the usual codes of the countries asked about or, if the table has none of these, of others. */
async function rowsOf(
  opened: Opened,
  { asked, from, to, sides }: SumsRequest,
): Promise<Iterable<Row>> {
  const { table, reading, codes, watch } = opened;
  const countries = new Set(sides.flat());
  const ask = (selected: readonly string[] | undefined) => {
    if (selected?.length === 0) return [];
    const selection: EventSelection = { from, to, among: sides.length > 1 };
    return table.query(
      askSums(reading.columns, asked, selected ? { ...selection, codes: selected } : selection),
      watch,
    );
  };
  if (sides.length === 0) return ask(undefined);
  const usual = codes.usualFor(countries);
  const rows = usual ? await ask(usual) : [];
  const [first] = rows;
  return first ? rows : ask(await spelledCodes(opened, countries));
}

const mostNamed = 5;

function countOf(n: number, what: string): string {
  return `${n.toLocaleString('en')} ${what}${n === 1 ? '' : 's'}`;
}

function warnOfUnknown(title: string, unknown: readonly UnknownCode[]): string {
  const n = unknown.reduce((sum, each) => sum + each.n, 0);
  const named = unknown
    .slice(0, mostNamed)
    .map((each) => `"${each.code}" (${each.n.toLocaleString('en')})`)
    .join(', ');
  const more = unknown.length > mostNamed ? ` and ${unknown.length - mostNamed} more codes` : '';
  return `warning: ${title}: ${countOf(n, 'interaction')} with countries that nobody knows ${n === 1 ? 'is' : 'are'} left out: ${named}${more}`;
}

/** @throws UserError (input) where there are events, and none of them can be read */
function tellOfLeftOut(
  { source: { id, title }, reading: { columns } }: Opened,
  { sums, unknown, unweighted }: Added,
  { rows, undated }: { readonly rows: number; readonly undated: number },
  warn: EventWorld['warn'],
): void {
  if (undated > 0 && rows === 0)
    throw inputError(`the column "${columns.date.name}" of ${id} holds no day`, {
      hint: 'days are written 2020-12-31 or 20201231',
    });
  const weights = columns.goldstein ?? columns.cameo;
  if (unweighted > 0 && sums.length === 0)
    throw inputError(
      columns.goldstein
        ? `the column "${weights?.name ?? ''}" of ${id} holds no weight from -10 to 10`
        : `the column "${weights?.name ?? ''}" of ${id} holds no CAMEO code`,
      { hint: 'name another one under columns' },
    );
  if (unknown.length > 0) warn(warnOfUnknown(title, unknown));
  if (undated > 0) warn(`warning: ${title}: ${countOf(undated, 'event')} without a day left out`);
  if (unweighted > 0)
    warn(`warning: ${title}: ${countOf(unweighted, 'interaction')} without a weight left out`);
}

/** A code may mean another country in other years: what is not of those asked about is left out. */
function isAskedFor({ sides }: SumsRequest): (sum: InteractionSum) => boolean {
  const countries = new Set(sides.flat());
  if (sides.length === 0) return () => true;
  return ({ actor, target }) =>
    sides.length === 1
      ? countries.has(actor) || countries.has(target)
      : countries.has(actor) && countries.has(target);
}

async function sumsOf(
  source: EventSource,
  catalog: Pick<Catalog, 'id'>,
  atlas: Atlas,
  weightOf: WeightOfCode,
  request: SumsRequest,
  { env = {}, watch, warn, note }: EventWorld,
): Promise<EventSums> {
  const table = await openTable(source, env);
  try {
    const reading = readColumns(source, await table.columns(), request.asked.roots === true);
    const codes = countryCodes(reading.countries, atlas);
    const opened: Opened = { table, source, reading, codes, watch };
    const { asked, from, to } = request;
    const { goldstein } = reading.columns;
    const { totals, undated } = addTotals(
      await table.query(askTotals(reading.columns, asked, { from, to }), watch),
      asked.by,
    );
    const rows = totals.reduce((sum, { n }) => sum + n, 0);
    const added = addSums(
      await rowsOf(opened, request),
      asked,
      codes,
      reading.nobody,
      goldstein ? undefined : weightOf,
    );
    tellOfLeftOut(opened, added, { rows, undated }, warn);
    note(`events of ${source.id}: ${rows} rows, ${added.sums.length} sums`);
    const { unknown } = added;
    const sums = added.sums.filter(isAskedFor(request));
    return {
      title: source.title,
      asked,
      origin: {
        id: source.id,
        catalog: catalog.id,
        engine: source.engine,
        ...(await table.origin()),
        rows,
      },
      sources: source.sources,
      sums,
      totals,
      unknown,
    };
  } finally {
    await table.close();
  }
}

/**
 * Adds up the interactions of some countries in every source of events of some catalogs.
 *
 * @param goldstein weights of CAMEO codes, for tables that have none
 * @throws UserError (input) if an engine or a table is not there, or cannot be used; the reason of the signal
 *   where it was aborted
 */
export async function gatherSums(
  catalogs: readonly Catalog[],
  atlas: Atlas,
  goldstein: { readonly get: (cameo: string) => { readonly goldstein: number } | undefined },
  request: SumsRequest,
  world: EventWorld,
): Promise<readonly EventSums[]> {
  const weightOf: WeightOfCode = (code) => {
    const known = goldstein.get(code.trim());
    return known && Math.round(known.goldstein * 1000);
  };
  const gathered: EventSums[] = [];
  for (const catalog of catalogs)
    for (const source of catalog.events)
      gathered.push(await sumsOf(source, catalog, atlas, weightOf, request, world));
  return gathered;
}
