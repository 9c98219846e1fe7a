import type { Actor, Catalog, CountryCode, Interaction, Issue, Stance } from '../catalog/model.ts';
import type { Scale } from '../results/inventory.ts';
import type { Source } from '../results/parts.ts';
import type { Confidence } from '../results/vocabulary.ts';
import type { EventSums } from './event-sums.ts';

/** No position known: not covered, or not a member at the time. */
export const MISSING = -1;
/** Entitled to vote, but did not: missing too, unless an absence rule says otherwise. */
export const ABSENT = -2;

/** An issue of the selection, with where it comes from. */
export interface SelectedIssue {
  readonly issue: Issue;
  readonly catalog: string;
  /** Index into `Evidence.scales`. */
  readonly scale: number;
  /** Index into the issues it is one of, and so into each country's positions on them. */
  readonly index: number;
  /** A roll call of a record, which tells of its draft neither who submitted it nor what became of it. */
  readonly ofRecord?: true;
}

/** Positions by country, or by actor under its id: a category index of each issue's scale, `MISSING` or `ABSENT`, parallel to the issues. */
export interface PositionTable {
  /** `undefined` for a country without any position. */
  readonly get: (country: CountryCode) => Int8Array | undefined;
  readonly has: (country: CountryCode) => boolean;
  /** Those with at least one position, sorted by code. */
  readonly countries: readonly CountryCode[];
}

/** Issues, and who took which position on them. */
export interface PositionsHeld {
  /** Sorted by date, then id. */
  readonly issues: readonly SelectedIssue[];
  readonly positions: PositionTable;
  /** The stance behind a position, with note and sources; `undefined` where there is none. */
  readonly stance: (country: CountryCode, issue: SelectedIssue) => Stance | undefined;
}

/** Everything a question may draw on. */
export interface Evidence extends PositionsHeld {
  readonly catalogs: readonly Pick<
    Catalog,
    'id' | 'title' | 'short' | 'version' | 'sha256' | 'coders' | 'package'
  >[];
  /** First and last day asked for; left out where all are. */
  readonly asked: Pick<SelectionFilter, 'from' | 'to'>;
  readonly scales: readonly Scale[];
  /** Issues on the scale `membership`: facts, no stances, and so in no count. */
  readonly memberships: PositionsHeld;
  readonly topics: Readonly<Record<string, string>>;
  /** Takers of positions that are no states, by id, whether or not they have a position in the selection. */
  readonly actors: Readonly<Record<string, Actor>>;
  readonly sources: ReadonlyMap<string, Source>;
  /** Dated within the selected period, sorted by date, then id. */
  readonly interactions: readonly Interaction[];
  /** Interactions of the sides asked about that no catalog lists; empty unless they were asked for. */
  readonly eventSums: readonly EventSums[];
}

/** Which issues a question is asked of. */
export interface SelectionFilter {
  readonly topics?: readonly string[];
  readonly issues?: readonly string[];
  /** First day. Issues that end before it are left out, but for memberships, which last. */
  readonly from?: string;
  /** Last day. Issues that begin after it are left out; the stance in force on it counts. */
  readonly to?: string;
  /** Positions coded with less confidence are treated as missing. */
  readonly minConfidence: Confidence;
  readonly rollCalls: RollCallFilter;
  /** Keep memberships among the issues: for lists of what catalogs hold, not for scores. */
  readonly withMemberships?: boolean;
  /** A convention’s own rule on which issues count. */
  readonly accepts?: (issue: Issue) => boolean;
}

/** What is asked where nothing in particular is: all issues, positions of at least medium confidence. */
export const defaultFilter: SelectionFilter = { minConfidence: 'medium', rollCalls: {} };

/** Everything that catalogs hold, to be listed or shown. */
export const inventoryFilter: SelectionFilter = {
  minConfidence: 'low',
  rollCalls: {},
  withMemberships: true,
};

/** Which roll calls of a record; catalog votes are filtered by `important`, `sessions` and `resolution` too. */
export interface RollCallFilter {
  readonly sessions?: readonly [first: number, last: number];
  readonly important?: boolean;
  /** Leave out votes on single paragraphs. */
  readonly noParagraphs?: boolean;
  readonly noAmendments?: boolean;
  /** Leave out roll calls on which all who voted agreed. */
  readonly noUnanimous?: boolean;
  /** `*` and `?` as in file names, such as `A/RES/74/*`. */
  readonly resolution?: string;
}
