import type { CountryCode } from '../catalog/model.ts';

/** Categories of the scale `vote`. */
export const NO = 0;
export const ABSTAIN = 1;
export const YES = 2;

/** Session 1 of the General Assembly was that of 1946: sessions are counted from this year on. */
export const yearBeforeFirst = 1945;

/** The columns of a roll-call file that are no country, in the order in which they are written. */
export const detailColumns = [
  'roll_call',
  'resolution',
  'date',
  'session',
  'title',
  'series',
  'description',
  'subjects',
  'on',
  'important',
  'total_yes',
  'total_no',
  'total_abstentions',
  'total_non_voting',
] as const;

export type DetailColumn = (typeof detailColumns)[number];

/**
 * A matrix of recorded votes, roll calls by countries. Details of the roll calls stay as bytes
 * until they are asked for: most questions are about the votes.
 */
export interface RollCallRecord {
  /** Number of roll calls. */
  readonly size: number;
  /** Sorted by code. */
  readonly countries: readonly CountryCode[];
  /** Whether any country is on record as absent: a file that names nobody so does not tell who was. */
  readonly hasAbsences: boolean;
  /** Votes of a country: `NO`, `ABSTAIN`, `YES`, `ABSENT`, or `MISSING` where it was no member. */
  readonly votesOf: (country: CountryCode) => Int8Array;
  /** What the file says about a roll call; empty where it says nothing. */
  readonly detail: (column: DetailColumn, rollCall: number) => string;
  /** Of the header of the file and of all details. */
  readonly sha256: () => string;
  /** Line of the file, from 1, on which a roll call stands. */
  readonly lineOf: (rollCall: number) => number;
}
