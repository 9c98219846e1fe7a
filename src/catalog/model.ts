import type {
  CoderKind,
  CodingRule,
  Confidence,
  CoordinationDepth,
  CountryCoding,
  EventEngine,
  EventLayoutName,
  Salience,
} from '../results/vocabulary.ts';
import type { Ballot, Scale } from '../results/inventory.ts';
import type { Source } from '../results/parts.ts';
/**
 * A catalog after validation: names resolved to country codes, dates to days, labels to numbers.
 * Bundled catalogs are stored in this form, so it is plain JSON.
 */

/** Of a country; where positions are held, also the id of an actor. */
export type CountryCode = string;
/** First and last day, `YYYY-MM-DD`, both included. */
export interface DateSpan {
  readonly from: string;
  readonly to: string;
}

/** One who codes positions. */
export interface Coder {
  readonly name: string;
  readonly kind: CoderKind;
  readonly note?: string;
}

/** What one coder made of a position. */
export interface Coding {
  /** Id among the coders of the catalog. */
  readonly coder: string;
  /** Index into the labels of the issue's scale. */
  readonly category: number;
  readonly confidence: Confidence;
  /** When it was coded, as the catalog writes it. */
  readonly date?: string;
  readonly note?: string;
  readonly sources: readonly string[];
}

/** A position that coders part on and nothing decides: it counts as none. */
export interface UndecidedPosition {
  readonly country: CountryCode;
  /** First day of the stance, where it changed. */
  readonly from?: string;
  readonly codings: readonly Coding[];
}

export interface Stance {
  /** First day on which it was held; absent if it was held throughout. */
  readonly from?: string;
  /** Index into the labels of the issue's scale, or `null`: entitled to vote and absent. */
  readonly category: number | null;
  readonly salience?: Salience;
  readonly confidence: Confidence;
  readonly note?: string;
  /** Never empty in a bundled catalog. */
  readonly sources: readonly string[];
  /** What coders made of it, in the order of the catalog; left out where it was not said. */
  readonly codings?: readonly Coding[];
}

export interface Coordination {
  readonly between: readonly CountryCode[];
  readonly depth: CoordinationDepth;
  readonly note?: string;
  readonly sources: readonly string[];
}

/** A recorded ballot, with the submitters of the draft by code. */
export type Vote = Omit<Ballot, 'submitters'> & {
  readonly submitters?: readonly CountryCode[] | 'president';
};

export interface Issue {
  readonly id: string;
  readonly title: string;
  /** Shared by issues that are one text coming back; an issue without one stands for itself. */
  readonly series?: string | undefined;
  readonly question?: string;
  readonly note?: string | undefined;
  /** At least one. */
  readonly topics: readonly string[];
  readonly date: DateSpan;
  /** The date as the catalog writes it, for display. */
  readonly dateLabel: string;
  readonly scale: string;
  /** > 0 */
  readonly weight: number;
  /** Stances of each country and actor, oldest first. */
  readonly positions: Readonly<Record<CountryCode, readonly Stance[]>>;
  /** Which stance counts where coders part; only of an issue with codings. */
  readonly codingRule?: CodingRule;
  /** Coded positions that do not count, by country; left out where there are none. */
  readonly undecided?: readonly UndecidedPosition[];
  readonly vote?: Vote;
  readonly coordination: readonly Coordination[];
  readonly sources: readonly string[];
}

export interface Interaction {
  readonly id: string;
  readonly title: string;
  readonly date: DateSpan;
  readonly dateLabel: string;
  /** Mutual events list their sides in `actors` and leave `targets` empty. */
  readonly actors: readonly CountryCode[];
  readonly targets: readonly CountryCode[];
  readonly cameo: string;
  readonly depth?: 'unilateral' | CoordinationDepth;
  readonly confidence: Confidence;
  readonly note?: string;
  readonly sources: readonly string[];
}

/** What a CAMEO event code stands for. */
export interface CameoCode {
  readonly label: string;
  /** Goldstein's weight, in [-10, 10]. */
  readonly goldstein: number;
}

/** A country and the days on which it belonged to a bloc; an end left out is open. */
export interface Member extends Partial<DateSpan> {
  readonly country: CountryCode;
}

export interface Group {
  readonly id: string;
  readonly title: string;
  readonly members: readonly Member[];
  readonly note?: string;
  readonly sources: readonly string[];
}

/** A taker of positions that is no state: an organisation, a party, a newsroom, oneself. */
export interface Actor {
  /** What it goes by among the codes of countries; these are upper case, ids are not. */
  readonly id: string;
  readonly title: string;
  readonly note?: string;
  readonly sources: readonly string[];
}

export interface RollCallFile {
  readonly id: string;
  readonly body: string;
  /** Absolute path. */
  readonly file: string;
  /** The id that a topic of the file has among those of all catalogs; its own unless given. */
  readonly topicOf?: (id: string) => string;
  /** That of the catalog, in or below which the file is. */
  readonly folder: string;
  readonly sources: readonly string[];
}

/** What a column of a table of events holds. */
export type EventRole = 'date' | 'source' | 'target' | 'cameo' | 'goldstein';

/** A table of events that are too many to be listed, and what adds them up. */
export interface EventSource {
  readonly id: string;
  readonly title: string;
  readonly engine: EventEngine;
  /** For duckdb a path below `folder`, with `*` and `?`; for clickhouse the address of a table. */
  readonly from: string;
  /** Absolute path of that of the catalog. */
  readonly folder: string;
  readonly layout: EventLayoutName;
  /** Those that are not named as in the layout. */
  readonly columns: Readonly<Partial<Record<EventRole, string>>>;
  /** That of the layout unless given. */
  readonly countries?: CountryCoding;
  readonly sources: readonly string[];
  readonly license?: string;
}

export interface Catalog {
  readonly id: string;
  readonly title: string;
  /** A word or two for narrow tables. */
  readonly short: string;
  readonly version: string;
  readonly description?: string;
  readonly coding?: string;
  /** Who coded positions, by id; left out where nobody is named. */
  readonly coders?: Readonly<Record<string, Coder>>;
  readonly license?: string;
  /** Hash of the file's bytes, hexadecimal. */
  readonly sha256: string;
  /** The package that it came in, if it did. */
  readonly package?: { readonly name: string; readonly version: string };
  readonly sources: Readonly<Record<string, Source>>;
  readonly topics: Readonly<Record<string, string>>;
  readonly scales: Readonly<Record<string, Scale>>;
  readonly groups: Readonly<Record<string, Group>>;
  readonly actors: Readonly<Record<string, Actor>>;
  readonly issues: readonly Issue[];
  readonly interactions: readonly Interaction[];
  readonly rollCalls: readonly RollCallFile[];
  readonly events: readonly EventSource[];
}
