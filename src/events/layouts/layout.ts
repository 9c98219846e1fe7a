import type { EventRole } from '../../catalog/model.ts';
import type { CountryCoding, EventLayoutName } from '../../results/vocabulary.ts';

/** How the table of a data set of events is written. All that is particular to it is said here. */
export interface EventLayout {
  readonly name: EventLayoutName;
  /** What the table is, for people. */
  readonly about: string;
  /** Of files without a first row of names: the columns, in their order. */
  readonly header?: readonly string[];
  /** Text files have tabs between columns, whatever they end in. */
  readonly tabs?: boolean;
  /** A quotation mark in a text file is a character like any other. */
  readonly unquoted?: boolean;
  /** Names of columns by what they hold, in any case; of several that are there, the first is read. */
  readonly columns: Readonly<Partial<Record<EventRole, readonly string[]>>>;
  /** What countries go by; left out where the catalog has to say it. */
  readonly countries?: CountryCoding;
  /** Text that stands for no country. */
  readonly nobody?: readonly string[];
}
