/** Both ends included; `YYYY-MM-DD`. An end left out is open. */
export interface Period {
  readonly from?: string;
  readonly to?: string;
}

export interface Country {
  /** ISO 3166-1 alpha-3; `XKX` for Kosovo; historic states as in `data/countries.yaml`. */
  readonly code: string;
  /** Short English name, for display. */
  readonly name: string;
  readonly officialName: string;
  /** ISO 3166-1 codes, or the withdrawn ones of a historic state. */
  readonly iso2?: string;
  readonly iso3?: string;
  /** Three digits. */
  readonly isoNumeric?: string;
  /** Correlates of War, State System Membership. */
  readonly cow?: { readonly abbreviation: string; readonly number: number };
  /** Days on which this state held a seat in the United Nations, oldest first. */
  readonly un: readonly Period[];
  /** Absent: throughout, as far as `align` is concerned. */
  readonly existed?: Period;
  /** No longer a state. */
  readonly historic: boolean;
  /** Code of the one state that took over its legal personality, UN seat or COW number. */
  readonly continuedBy?: string;
  /** Codes of all states on its territory afterwards, sorted. */
  readonly successors: readonly string[];
  /** Other English names, abbreviations and former names. */
  readonly aliases: readonly string[];
  /** Everyday names elsewhere that the country-name library lacks. */
  readonly otherLanguages: readonly string[];
}

/** Normalised name → codes of the countries it may mean, separated by spaces. */
export type NameIndex = ReadonlyMap<string, string>;

/** `data/countries.yaml` as it is compiled at build time. */
export interface CountryData {
  /** Sorted by code. */
  readonly countries: readonly Country[];
  readonly lookup: {
    /** Our codes and ISO 3166 codes, numeric ones included. */
    readonly codes: NameIndex;
    /** Names and aliases. */
    readonly names: NameIndex;
    /** COW abbreviations and numbers. */
    readonly cow: NameIndex;
  };
}
