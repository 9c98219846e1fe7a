import type { Distance } from '../../measures/measure.ts';
import type { BlocEntry } from './blocs.ts';
import type { CatalogEntry } from './catalogs.ts';
import type { CountryEntry } from './countries.ts';
import type { InteractionEntry } from './interactions.ts';
import type { IssueEntry } from './issues.ts';
import type { SeriesEntry } from './series.ts';
import type { SourceEntry } from './sources.ts';
import type { TopicEntry } from './topics.ts';

export interface MeasureEntry {
  readonly id: string;
  readonly name: string;
  readonly range: readonly [low: number, high: number];
  /** The default first; empty where distance plays no part. */
  readonly distances: readonly Distance[];
  readonly formula: string;
  readonly source: string;
  readonly use: string;
}

export interface ConventionEntry {
  readonly id: string;
  readonly rule: string;
  readonly source: string;
}

/** What can be listed, and what each entry of such a list is. */
export interface Entries {
  readonly catalogs: CatalogEntry;
  readonly issues: IssueEntry;
  readonly series: SeriesEntry;
  readonly countries: CountryEntry;
  readonly topics: TopicEntry;
  readonly sources: SourceEntry;
  readonly blocs: BlocEntry;
  readonly interactions: InteractionEntry;
  readonly measures: MeasureEntry;
  readonly conventions: ConventionEntry;
}

export type ListName = keyof Entries;

/** Lists by name, in the order in which they are shown. */
export type Listing = { readonly [Name in ListName]?: readonly Entries[Name][] };
