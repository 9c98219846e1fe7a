/** What a vote of each kind counts for, in [0, 1]; `null` if the convention drops such votes. */
export interface Credits {
  /** Both voted the same way. */
  readonly same: number | null;
  /** One voted yes or no, the other abstained. */
  readonly partial: number | null;
  /** One voted yes, the other no. */
  readonly opposite: number | null;
  /** Exactly one was absent. */
  readonly absent: number | null;
}

/**
 * Published conventions whose scores follow from such counts alone. The report of 2021 is missing, as
 * its scores do not follow from the counts printed beside them.
 */
export const creditConventions = {
  /** Lijphart 1963: (f + g / 2) / t over joint votes. */
  lijphart: { same: 1, partial: 0.5, opposite: 0, absent: null },
  /** Bailey, Strezhnev & Voeten 2017, agreement score: mean of 1 - |a - b| / 2 with votes 1, 2, 3. */
  voeten: { same: 1, partial: 0.5, opposite: 0, absent: null },
  /** Bailey, Strezhnev & Voeten 2017, PctAgree: identical votes only. */
  'pct-agree': { same: 1, partial: 0, opposite: 0, absent: null },
  /** US State Department, Voting Practices in the United Nations, to 2016: `same` are yes or no alone. */
  'state-2013': { same: 1, partial: null, opposite: 0, absent: null },
  /** The same series, 2017 to 2020. */
  'state-2017': { same: 1, partial: 0.5, opposite: 0, absent: null },
  /** The same series, 2022 and 2023. */
  'state-2022': { same: 1, partial: 0.5, opposite: 0, absent: 0.5 },
} as const satisfies Readonly<Record<string, Credits>>;

export type CreditConvention = keyof typeof creditConventions;
