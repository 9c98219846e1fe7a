import type { Cell } from './csv.ts';
import { signed } from './numbers.ts';
import { dateWords } from './wording.ts';
import type { Entries, ListName } from '../results/inventory.ts';

/** A column of a list, for every format that has columns. */
export interface ListColumn<Entry> {
  /** Header in CSV. */
  readonly key: string;
  /** Header for people; columns without one are left out of what people read. */
  readonly title?: string;
  readonly value: (entry: Entry) => Cell;
  /** The cell for people, where it differs. */
  readonly text?: (entry: Entry) => string;
  readonly grow?: number;
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
  catalogs: [
    { key: 'catalog', title: 'Catalog', value: ({ id }) => id },
    { key: 'title', title: 'Title', value: ({ title }) => title, grow: 1 },
    { key: 'version', title: 'Version', value: ({ version }) => version },
    { key: 'issues', title: 'Issues', value: ({ issues }) => issues },
    { key: 'countries', title: 'Countries', value: ({ countries }) => countries },
    { key: 'interactions', title: 'Interactions', value: ({ interactions }) => interactions },
    { key: 'sources', title: 'Sources', value: ({ sources }) => sources },
    { key: 'topics', value: ({ topics }) => topics },
    { key: 'blocs', value: ({ blocs }) => blocs },
    { key: 'roll_calls', value: ({ rollCalls }) => rollCalls },
    { key: 'license', value: ({ license }) => license ?? null },
    {
      key: 'sha256',
      title: 'SHA-256',
      value: ({ sha256 }) => sha256,
      text: ({ sha256 }) => sha256.slice(0, 8),
    },
  ],
  issues: [
    { key: 'issue', title: 'Issue', value: ({ id }) => id },
    { key: 'title', title: 'Title', value: ({ title }) => title, grow: 1 },
    { key: 'topic', title: 'Topic', value: ({ topics }) => topics.join('; '), grow: 1 },
    {
      key: 'date',
      title: 'Date',
      value: ({ date }) => date,
      text: ({ date }) => dateWords(date),
      grow: 1,
    },
    {
      key: 'scale',
      title: 'Scale',
      value: ({ scale }) => scale,
      text: ({ scale, body }) => (body === undefined ? scale : `${scale}, ${body}`),
    },
    { key: 'resolution', value: ({ resolution }) => resolution ?? null },
    { key: 'countries', title: 'Countries', value: ({ countries }) => countries },
    { key: 'catalog', value: ({ catalog }) => catalog },
  ],
  series: [
    { key: 'series', title: 'Series', value: ({ id }) => id, grow: 1 },
    { key: 'title', title: 'Title', value: ({ title }) => title, grow: 1 },
    { key: 'n', title: 'n', value: ({ n }) => n },
    { key: 'from', title: 'First', value: ({ from }) => from, text: ({ from }) => dateWords(from) },
    { key: 'to', title: 'Last', value: ({ to }) => to, text: ({ to }) => dateWords(to) },
    {
      key: 'issues',
      title: 'Issues',
      value: ({ issues }) => issues.join('; '),
      text: ({ issues }) => issues.join(' '),
      grow: 1,
    },
  ],
  countries: [
    { key: 'code', title: 'Code', value: ({ code }) => code },
    { key: 'name', title: 'Name', value: ({ name }) => name, grow: 1 },
    {
      key: 'iso2',
      title: 'ISO',
      value: ({ iso2 }) => iso2 ?? null,
      text: ({ iso2, isoNumeric }) => [iso2, isoNumeric].filter(Boolean).join(' '),
    },
    { key: 'iso_numeric', value: ({ isoNumeric }) => isoNumeric ?? null },
    {
      key: 'cow',
      title: 'COW',
      value: ({ cow }) => cow?.abbreviation ?? null,
      text: ({ cow }) => (cow ? `${cow.abbreviation} ${cow.number}` : ''),
    },
    { key: 'cow_number', value: ({ cow }) => cow?.number ?? null },
    {
      key: 'un_member',
      title: 'In the UN',
      value: ({ un }) => spansOf(un),
      text: ({ un }) => yearsOf(un),
    },
    { key: 'issues', title: 'Issues', value: ({ issues }) => issues },
    {
      key: 'aliases',
      title: 'Also called',
      value: ({ aliases }) => aliases.join('; '),
      text: ({ aliases }) => aliases.join(', '),
      grow: 1,
    },
  ],
  topics: [
    { key: 'topic', title: 'Topic', value: ({ id }) => id },
    { key: 'title', title: 'Title', value: ({ title }) => title, grow: 1 },
    { key: 'issues', title: 'Issues', value: ({ issues }) => issues },
    {
      key: 'catalogs',
      title: 'Catalogs',
      value: ({ catalogs }) => catalogs.join('; '),
      text: ({ catalogs }) => catalogs.join(', '),
      grow: 1,
    },
  ],
  sources: [
    { key: 'source', title: 'Source', value: ({ id }) => id },
    { key: 'title', title: 'Title', value: ({ title }) => title, grow: 1 },
    { key: 'author', value: ({ author }) => author ?? null },
    {
      key: 'publisher',
      title: 'Publisher',
      value: ({ publisher }) => publisher ?? null,
      text: ({ publisher, author }) => publisher ?? author ?? '',
      grow: 1,
    },
    { key: 'date', title: 'Date', value: ({ date }) => date ?? null },
    { key: 'kind', title: 'Kind', value: ({ kind }) => kind ?? null },
    { key: 'url', value: ({ url }) => url ?? null },
    { key: 'issues', title: 'Issues', value: ({ issues }) => issues },
    { key: 'uses', title: 'Uses', value: ({ uses }) => uses },
  ],
  blocs: [
    { key: 'bloc', title: 'Bloc', value: ({ id }) => id },
    { key: 'title', title: 'Title', value: ({ title }) => title, grow: 1 },
    { key: 'count', title: 'n', value: ({ members }) => members.length },
    {
      key: 'members',
      title: 'Members',
      value: ({ members }) => members.join('; '),
      text: ({ members }) => members.join(' '),
      grow: 1,
    },
    { key: 'catalogs', value: ({ catalogs }) => catalogs.join('; ') },
  ],
  interactions: [
    { key: 'interaction', value: ({ id }) => id },
    {
      key: 'date',
      title: 'Date',
      value: ({ date }) => date,
      text: ({ date }) => dateWords(date),
      grow: 1,
    },
    {
      key: 'actors',
      title: 'Who',
      value: ({ actors }) => actors.join('; '),
      text: ({ actors, targets }) =>
        targets.length > 0 ? `${actors.join(' ')} → ${targets.join(' ')}` : actors.join(' ↔ '),
      grow: 1,
    },
    { key: 'targets', value: ({ targets }) => targets.join('; ') },
    { key: 'title', title: 'What', value: ({ title }) => title, grow: 1 },
    { key: 'cameo', title: 'CAMEO', value: ({ cameo }) => cameo },
    { key: 'label', value: ({ label }) => label },
    {
      key: 'goldstein',
      title: 'Goldstein',
      value: ({ goldstein }) => goldstein,
      text: ({ goldstein }) => signed(goldstein),
    },
    { key: 'sources', value: ({ sources }) => sources.join('; ') },
  ],
  measures: [
    { key: 'measure', title: 'Measure', value: ({ id }) => id },
    { key: 'name', title: 'Name', value: ({ name }) => name },
    { key: 'low', value: ({ range }) => range[0] },
    { key: 'high', value: ({ range }) => range[1] },
    {
      key: 'distances',
      title: 'Distances',
      value: ({ distances }) => distances.join('; '),
      text: ({ distances }) => distances.join(', '),
    },
    { key: 'formula', title: 'Formula', value: ({ formula }) => formula },
    { key: 'source', title: 'Source', value: ({ source }) => source },
    { key: 'use', title: 'Use', value: ({ use }) => use },
  ],
  conventions: [
    { key: 'convention', title: 'Convention', value: ({ id }) => id },
    { key: 'rule', title: 'Rule', value: ({ rule }) => rule, grow: 1 },
    { key: 'source', title: 'Source', value: ({ source }) => source, grow: 1 },
  ],
};
