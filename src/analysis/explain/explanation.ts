import type { Relation } from '../depth.ts';
import type { Estimate, Source, Verdict } from '../../results/parts.ts';
import type { Memberships, ScoreResult } from '../../results/score.ts';
import type { IssueExplanationResult } from '../../results/explanation.ts';
import type { Decision, Depth, SectionId } from '../../results/vocabulary.ts';

/** Something that is said of the first and of the second side, in that order. */
export type Sides<T> = readonly [T, T];

/** The side of whom something is said: 0 the first side, 1 the second. */
export type SideIndex = 0 | 1;

/** An issue, or votes on the same matter that recur, named in a sentence. */
export interface Mention {
  /** Without the year or date that tells recurring votes apart. */
  readonly title: string;
  /** Some are rival drafts of one day. */
  readonly rivals: boolean;
  readonly issues: readonly string[];
  readonly n: number;
  /** As catalogs write them; equal where there is one. */
  readonly dates: readonly [first: string, last: string];
  /** Id of the scale. */
  readonly scale: string;
  /** Labels of the scale, or `absent`. */
  readonly positions: Sides<string>;
  readonly ballot: boolean;
  /** `null` where they differ on a scale without sides. */
  readonly depth: Depth | null;
  /** Why each side stood there, in the catalog's words. */
  readonly notes: Sides<string | null>;
  /** What is recorded of their acting together, or apart, in the catalog's words. */
  readonly together: string | null;
  /** The side to which it mattered more; `null` where to neither or where that is not coded. */
  readonly stake: SideIndex | null;
  /** Most telling first. */
  readonly sources: readonly string[];
}

/** An interaction named in a sentence. */
export interface EventMention {
  readonly id: string;
  readonly title: string;
  readonly date: string;
  readonly by: 'both' | SideIndex;
  /** In [-10, 10]. */
  readonly goldstein: number;
  readonly note: string | null;
  readonly sources: readonly string[];
}

/** A position on which coders part, named in a sentence. */
export interface ContestedMention {
  /** Whose it is. */
  readonly side: SideIndex;
  readonly title: string;
  /** How many coders took it for what, most of them first. */
  readonly stances: readonly { readonly label: string; readonly n: number }[];
  readonly counts: string;
  readonly by: Decision;
}

export interface TopicCount {
  readonly title: string;
  /** Joint issues of the topic, and those of them with the same position. */
  readonly n: number;
  readonly same: number;
}

/** What a sentence may say, by kind: names and unrounded numbers, no words. */
export interface FactData {
  /** Of weighted agreement in [0, 1], whichever measure is the headline. */
  readonly verdict: Verdict &
    Omit<Estimate, 'clusters' | 'reason'> & {
      /** Least number of joint issues for a verdict. */
      readonly needed: number;
      /** Lowest and highest value there is. */
      readonly range: readonly [least: number, most: number];
      /** Why there is no interval. */
      readonly reason: string | null;
    };
  /** The headline, where it is another measure. */
  readonly headline: Pick<Estimate, 'value' | 'low' | 'high'> & {
    readonly name: string;
    readonly reason: string | null;
  };
  readonly counts: {
    readonly n: number;
    readonly same: number;
    /** On the same side, but not the same. */
    readonly near: number;
    readonly apart: number;
    readonly opposed: number;
    /** Neither the same nor on any side. */
    readonly unsided: number;
  };
  readonly percentile: {
    readonly value: number;
    readonly dyads: number;
    readonly typical: number;
  };
  readonly lately: NonNullable<ScoreResult['lately']> & {
    /** The headline, where it is another measure than agreement. */
    readonly name: string | null;
  };
  readonly 'close-topics': { readonly topics: readonly TopicCount[] };
  readonly 'recurring-alike': { readonly mentions: readonly Mention[] };
  readonly 'stances-alike': { readonly n: number; readonly mentions: readonly Mention[] };
  readonly 'far-topics': { readonly topics: readonly TopicCount[] };
  readonly depth: {
    readonly aligned: number;
    readonly joint: number;
    readonly coordinated: number;
    readonly parallel: number;
    /** Weighted share of the aligned that is joint or coordinated. */
    readonly coordination: number | null;
  };
  /** Issues on which neither took a side; `votes` are those on which both abstained. */
  readonly neither: { readonly n: number; readonly votes: number };
  readonly liability: {
    readonly agreement: number;
    readonly credited: number;
    readonly gap: number;
  };
  readonly vetoes: {
    readonly n: number;
    readonly dates: readonly [first: string, last: string];
    /** By first topic, most vetoes first. */
    readonly topics: readonly { readonly title: string; readonly n: number }[];
  };
  readonly together: { readonly mention: Mention };
  readonly parallel: { readonly mention: Mention };
  readonly 'side-by-side': {
    readonly n: number;
    readonly together: number;
    /** Those in which each acted for itself. */
    readonly apart: number;
  };
  readonly 'apart-counts': {
    readonly n: number;
    readonly opposed: number;
    readonly apart: number;
    /** Issues that are apart because this one took no side. */
    readonly noSide: Sides<number>;
    /** On scales without sides. */
    readonly unsided: number;
  };
  readonly 'apart-stance': { readonly mention: Mention };
  readonly 'apart-votes': { readonly n: number; readonly mentions: readonly Mention[] };
  readonly stakes: {
    readonly n: number;
    readonly higher: Sides<number>;
    readonly equal: number;
  };
  /** Issues that mattered more to one side, the agreement on them, and where the two stood. */
  readonly backing: {
    readonly side: SideIndex;
    readonly n: number;
    readonly value: number | null;
    readonly how: readonly {
      readonly stood: Relation;
      readonly n: number;
      readonly mentions: readonly Mention[];
    }[];
  };
  /** What they belong to, and by issue the sources of it. */
  readonly memberships: {
    readonly held: Memberships;
    readonly sources: Readonly<Record<string, readonly string[]>>;
  };
  readonly interactions: {
    readonly n: number;
    readonly cooperative: number;
    readonly conflictual: number;
    readonly mutual: number;
    readonly by: Sides<number>;
    readonly meanGoldstein: number | null;
    /** Least and greatest Goldstein weight there is. */
    readonly range: readonly [least: number, most: number];
    readonly years: readonly [first: string, last: string];
  };
  /** Interactions of one source that has their sums only. */
  readonly 'machine-coded': {
    readonly title: string;
    readonly n: number;
    /** All interactions, those that are listed included. */
    readonly of: number;
    readonly cooperative: number;
    readonly conflictual: number;
    readonly meanGoldstein: number | null;
  };
  readonly military: { readonly n: number; readonly events: readonly EventMention[] };
  readonly cooperation: { readonly n: number; readonly events: readonly EventMention[] };
  /** Neither cooperative nor conflictual. */
  readonly neutral: { readonly n: number; readonly events: readonly EventMention[] };
  readonly conflict: {
    readonly n: number;
    readonly by: Sides<number>;
    readonly both: number;
    readonly events: readonly EventMention[];
  };
  /** Nothing recorded rests on the catalogs searched. */
  readonly 'no-interactions': { readonly catalogs: readonly string[] };
  readonly chance: {
    /** Agreement to expect of two that take positions as often as these, but at random. */
    readonly expected: number | null;
    readonly kappa: number | null;
    readonly pi: number | null;
    readonly s: number | null;
    readonly reason: string | null;
  };
  readonly absences: {
    readonly absent: Sides<number>;
    readonly low: number;
    readonly high: number;
  };
  readonly 'leave-one-out': {
    readonly low: number;
    readonly high: number;
    readonly without: number;
    readonly change: number;
    readonly mention: Mention;
  };
  readonly coverage: {
    readonly issues: number;
    readonly known: Sides<number>;
    readonly joint: number;
  };
  /** Issues on which the two differ, `n` of them by a position on which coders part; some are named. */
  readonly contested: {
    readonly n: number;
    readonly of: number;
    readonly positions: readonly ContestedMention[];
  };
  /** Positions on which coders part and nothing decides. */
  readonly undecided: {
    readonly sides: Sides<number>;
    readonly titles: readonly string[];
  };
  /** Positions that are coded with too little confidence to count. */
  readonly 'low-confidence': {
    readonly sides: Sides<number>;
    readonly titles: readonly string[];
  };
  readonly 'one-sided': {
    readonly side: SideIndex;
    readonly n: number;
    readonly titles: readonly string[];
  };
  readonly 'single-topics': { readonly n: number; readonly titles: readonly string[] };
}

export type FactKind = keyof FactData;

/** One thing to say, with everything it rests on. */
export type Fact = {
  readonly [K in FactKind]: {
    /** Unique in the explanation and stable from run to run. */
    readonly id: string;
    readonly kind: K;
    readonly data: FactData[K];
    readonly issues: readonly string[];
    readonly interactions: readonly string[];
    /** Most telling first. Empty only where nothing is recorded, which is what the sentence says. */
    readonly sources: readonly string[];
  };
}[FactKind];

export interface ExplanationSection {
  readonly id: SectionId;
  /** At least one. */
  readonly facts: readonly Fact[];
}

/** Why two sides score as they do, as facts to be put into words. */
export interface Explanation {
  readonly score: ScoreResult;
  /** Those with something to say. */
  readonly sections: readonly ExplanationSection[];
  /** Every source that a fact rests on, by id. */
  readonly sources: Readonly<Record<string, Source>>;
}

/** Why one issue counts as it does. */
export type IssueExplanation = Omit<IssueExplanationResult, 'schema' | 'sentences' | 'sources'> & {
  readonly score: ScoreResult;
  readonly sources: Readonly<Record<string, Source>>;
};
