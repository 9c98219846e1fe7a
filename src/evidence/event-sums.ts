import type { EventOrigin } from '../results/parts.ts';
import type { InteractionSum, PeriodTotal } from './interaction-sums.ts';

/** How interactions are added up: by which periods, and whether each CAMEO root apart. */
export interface SumsAsked {
  readonly by: 'year' | 'month';
  readonly roots?: boolean;
}

/** A code that stands for a country in a table of events and that nobody knows. */
export interface UnknownCode {
  readonly code: string;
  /** Interactions with it, of those that were looked at. */
  readonly n: number;
}

/** Interactions of the countries asked about, as one source of events adds them up. */
export interface EventSums {
  readonly title: string;
  readonly origin: EventOrigin;
  readonly asked: SumsAsked;
  /** Ids of sources in the evidence. */
  readonly sources: readonly string[];
  /** By period, actor, target and root. */
  readonly sums: readonly InteractionSum[];
  /** By period: all events of the source, whoever took part. */
  readonly totals: readonly PeriodTotal[];
  /** The most frequent first. */
  readonly unknown: readonly UnknownCode[];
}
