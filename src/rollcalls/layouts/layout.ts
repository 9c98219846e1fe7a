import type { Source } from '../../results/parts.ts';
import type { DetailColumn } from '../record.ts';

/** Where data of a layout comes from and what may be done with it. */
export interface Origin {
  readonly title: string;
  readonly source: Source;
  readonly license: string;
  /** What the licence asks, for people. */
  readonly licenseNote: string;
}

/** What a column may hold: something of the roll call, the vote, who cast it by `code` or `name`, or a `label` that states may share. */
export type Role =
  | DetailColumn
  | 'short'
  | 'vote'
  | 'code'
  | 'name'
  | 'label'
  | 'body'
  | 'modality';

/** Names of columns by what they hold, in any case; of several that are there, the first is read. */
export type ColumnNames = Readonly<Partial<Record<Role, readonly string[]>>>;

/** A column that marks roll calls, and what is said of one that it marks. */
export type Flags = readonly (readonly [column: string, word: string])[];

/** Another file beside the votes, with rows of the same roll calls. */
export interface Companion {
  /** Names that it may have, without `.csv` or `.csv.gz`. */
  readonly files: readonly string[];
  readonly columns: ColumnNames;
}

/** How an outside file is written. All that is particular to it is said here, and nothing of it elsewhere. */
export interface Layout {
  /** As it is called on the command line; files of one publisher may be written in several ways. */
  readonly name: string;
  /** What the file is, for people. */
  readonly about: string;
  /** Left out if anyone may have written the file. */
  readonly origin?: Origin;
  /** Whose roll calls they are, unless a column says it. */
  readonly body: string;
  /** `votes`: a row per vote; `roll-calls`: a row per roll call, a column per country; `countries`: the other way round. */
  readonly rows: 'votes' | 'roll-calls' | 'countries';
  readonly columns: ColumnNames;
  /** What has to be there, apart from a column or row per country; it tells the layout. */
  readonly needs: readonly Role[];
  /** Columns that have to be there too, to tell it from others. */
  readonly signs?: readonly string[];
  /** Columns that must not be there, as it would be another layout. */
  readonly lacks?: readonly string[];
  /** Columns that are known and not read. */
  readonly unread?: readonly string[];
  /** Codes of its votes, by name; decided by all of them if left out. */
  readonly codes?: string;
  /** What its countries go by; decided by all of them if left out. */
  readonly countries?: 'names' | 'iso' | 'cow';
  /** Who cast a vote, in the order in which it is believed. */
  readonly states?: readonly ('code' | 'name')[];
  /** What names of this layout mean, where they mean another state elsewhere. */
  readonly ownNames?: ReadonlyMap<string, string>;
  /** Names of states mean those of the year of the vote. */
  readonly byYear: boolean;
  /** Subjects that have a column each. */
  readonly subjects?: Flags;
  /** Subjects go by a short name; these are the titles. */
  readonly subjectTitles?: Flags;
  /** What has been voted on, if not the whole. */
  readonly on?: Flags;
  /** Text that stands for nothing. */
  readonly missing?: readonly string[];
  /** Resolutions are written `R/74/168`. */
  readonly shortSymbols?: boolean;
  /** Which of `title` and `short` is the title is seen by how titles are printed. */
  readonly printedTitles?: boolean;
  /** Files beside the votes that describe the roll calls; that of subjects may be missing. */
  readonly companions?: {
    /** Names of the file of votes, in a folder with others. */
    readonly votes: readonly string[];
    readonly rollCalls: Companion;
    readonly subjects: Companion;
  };
}
