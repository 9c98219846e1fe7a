import type { Cell } from '../kit/csv.ts';
import { periodWords } from '../kit/dates.ts';
import { joined } from '../kit/joined.ts';
import { signed } from '../kit/numbers.ts';
import { dateWords } from '../kit/wording.ts';
import type { Entries, ListName } from '../../results/inventory.ts';

/** A column of a list, for every format that has columns. */
export interface ListColumn<Entry> {
  /** Header in CSV. */
  readonly key: string;
  /** Header for people; columns without one are left out of what people read. */
  readonly title?: string;
  readonly value: (entry: Entry) => Cell;
  /** The cell for people. */
  readonly text: (entry: Entry) => string;
  readonly grow?: number;
}

type Described<Entry> = Partial<Omit<ListColumn<Entry>, 'key'>>;

/** Columns by their headers in CSV; each is the field of that name unless it says otherwise. */
function describe<Entry>(
  columns: Readonly<Record<string, Described<Entry>>>,
): readonly ListColumn<Entry>[] {
  return Object.entries(columns).map(([key, described]) => {
    const field = (entry: Entry) =>
      entry[key as keyof Entry] as Cell | readonly string[] | undefined;
    const inRow = (entry: Entry, glue: string) => {
      const found = field(entry);
      return typeof found === 'object' && found !== null ? found.join(glue) : (found ?? null);
    };
    const { value = (entry) => inRow(entry, '; ') } = described;
    const text = described.value
      ? (entry: Entry) => String(value(entry) ?? '')
      : (entry: Entry) => String(inRow(entry, ', ') ?? '');
    return { key, text, ...described, value };
  });
}

/** `1945 – 1991`, `1971 –`. */
function yearsOf(periods: Entries['countries']['un']): string {
  return periods
    .map(({ from, to }) =>
      [from?.slice(0, 4) ?? '', '–', to?.slice(0, 4) ?? ''].join(' ').trimEnd(),
    )
    .join(', ');
}

const spansOf = (periods: Entries['countries']['un']): string =>
  periods.map(({ from = '', to = '' }) => `${from}/${to}`).join('; ');

export const columnsOf: { readonly [Name in ListName]: readonly ListColumn<Entries[Name]>[] } = {
  catalogs: describe<Entries['catalogs']>({
    catalog: { title: 'Catalog', value: ({ id }) => id },
    title: { title: 'Title', grow: 1 },
    version: { title: 'Version' },
    from: {},
    to: { title: 'Period', text: ({ from, to }) => (from && to ? periodWords({ from, to }) : '') },
    issues: { title: 'Issues' },
    countries: { title: 'Countries' },
    actors: {},
    interactions: { title: 'Interactions' },
    sources: { title: 'Sources' },
    topics: {},
    blocs: {},
    roll_calls: { value: ({ rollCalls }) => rollCalls },
    events: { value: ({ events = [] }) => events.map(({ id }) => id).join('; ') },
    license: {},
    sha256: {},
  }),
  issues: describe<Entries['issues']>({
    issue: { title: 'Issue', value: ({ id }) => id },
    title: { title: 'Title', grow: 1 },
    topic: { title: 'Topic', value: ({ topics }) => topics.join('; '), grow: 1 },
    date: { title: 'Date', text: ({ date }) => dateWords(date), grow: 1 },
    scale: {
      title: 'Scale',
      text: ({ scale, body }) => joined([scale, body], ', '),
    },
    resolution: {},
    countries: { title: 'Countries' },
    catalog: {},
  }),
  series: describe<Entries['series']>({
    series: { title: 'Series', value: ({ id }) => id, grow: 1 },
    title: { title: 'Title', grow: 1 },
    n: { title: 'n' },
    from: { title: 'First', text: ({ from }) => dateWords(from) },
    to: { title: 'Last', text: ({ to }) => dateWords(to) },
    issues: { title: 'Issues', text: ({ issues }) => issues.join(' '), grow: 1 },
  }),
  countries: describe<Entries['countries']>({
    code: { title: 'Code' },
    name: { title: 'Name', grow: 1 },
    iso2: { title: 'ISO', text: ({ iso2, isoNumeric }) => joined([iso2, isoNumeric], ' ') },
    iso_numeric: { value: ({ isoNumeric }) => isoNumeric ?? null },
    cow: {
      title: 'COW',
      value: ({ cow }) => cow?.abbreviation ?? null,
      text: ({ cow }) => (cow ? `${cow.abbreviation} ${cow.number}` : ''),
    },
    cow_number: { value: ({ cow }) => cow?.number ?? null },
    un_member: {
      title: 'In the UN',
      value: ({ un }) => spansOf(un),
      text: ({ un }) => yearsOf(un),
    },
    issues: { title: 'Issues' },
    aliases: { title: 'Also called', grow: 1 },
  }),
  actors: describe<Entries['actors']>({
    actor: { title: 'Actor', value: ({ id }) => id },
    name: { title: 'Name', grow: 1 },
    note: { title: 'Note', text: ({ note }) => note ?? '', grow: 1 },
    issues: { title: 'Issues' },
    sources: {},
    catalogs: { title: 'Catalogs', grow: 1 },
  }),
  topics: describe<Entries['topics']>({
    topic: { title: 'Topic', value: ({ id }) => id },
    title: { title: 'Title', grow: 1 },
    issues: { title: 'Issues' },
    catalogs: { title: 'Catalogs', grow: 1 },
  }),
  sources: describe<Entries['sources']>({
    source: { title: 'Source', value: ({ id }) => id },
    title: { title: 'Title', grow: 1 },
    author: {},
    publisher: {
      title: 'Publisher',
      text: ({ publisher, author }) => publisher ?? author ?? '',
      grow: 1,
    },
    date: { title: 'Date' },
    kind: { title: 'Kind' },
    url: {},
    issues: { title: 'Issues' },
    uses: { title: 'Uses' },
  }),
  blocs: describe<Entries['blocs']>({
    bloc: { title: 'Bloc', value: ({ id }) => id },
    title: { title: 'Title', grow: 1 },
    count: { title: 'n', value: ({ members }) => members.length },
    members: { title: 'Members', text: ({ members }) => members.join(' '), grow: 1 },
    catalogs: {},
  }),
  interactions: describe<Entries['interactions']>({
    interaction: { value: ({ id }) => id },
    date: { title: 'Date', text: ({ date }) => dateWords(date), grow: 1 },
    actors: {
      title: 'Who',
      text: ({ actors, targets }) =>
        targets.length > 0 ? `${actors.join(' ')} → ${targets.join(' ')}` : actors.join(' ↔ '),
      grow: 1,
    },
    targets: {},
    title: { title: 'What', grow: 1 },
    cameo: { title: 'CAMEO' },
    label: {},
    goldstein: { title: 'Goldstein', text: ({ goldstein }) => signed(goldstein) },
    sources: {},
  }),
  measures: describe<Entries['measures']>({
    measure: { title: 'Measure', value: ({ id }) => id },
    name: { title: 'Name' },
    low: { value: ({ range }) => range[0] },
    high: { value: ({ range }) => range[1] },
    distances: { title: 'Distances' },
    formula: { title: 'Formula' },
    source: { title: 'Source' },
    use: { title: 'Use' },
  }),
  conventions: describe<Entries['conventions']>({
    convention: { title: 'Convention', value: ({ id }) => id },
    rule: { title: 'Rule', grow: 1 },
    source: { title: 'Source', grow: 1 },
  }),
};
