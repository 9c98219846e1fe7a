import { publicWhipPoints } from '../measures/coincidence.ts';
import type { Issue } from '../catalog/model.ts';
import type { DyadSettings } from '../evidence/dyad.ts';
import type { RollCallFilter } from '../evidence/evidence.ts';
import type { AbsenceRule, Distance } from '../results/vocabulary.ts';

/** A published way of scoring, complete enough to recompute its numbers. */
export interface Convention {
  readonly id: string;
  /** One line, for people. */
  readonly rule: string;
  readonly source: string;
  /** Id of the measure it reports. */
  readonly measure: string;
  readonly distance: Distance;
  readonly absent: AbsenceRule;
  readonly rollCalls?: Partial<RollCallFilter>;
  readonly accepts?: (issue: Issue) => boolean;
  readonly dropsNeutral?: boolean;
  readonly undefinedAsZero?: boolean;
  readonly countsUncast?: boolean;
  readonly weighs?: NonNullable<DyadSettings['weighs']>;
}

const usual = { measure: 'agreement', distance: 'linear', absent: 'exclude' } as const;

/** Issues at least this many times as heavy as an ordinary one count as strong. */
const strongFrom = 5;

function isStrong({ vote, weight }: Issue): boolean {
  return vote?.important === true || weight >= strongFrom;
}

/** Published conventions, in the order in which they are listed to people. */
export const conventions: readonly Convention[] = [
  {
    ...usual,
    id: 'voeten',
    rule: 'mean of 1 - |a - b| / 2 over roll calls that someone contested; absent and non-members dropped',
    source: 'Voeten, Strezhnev & Bailey, United Nations General Assembly Voting Data',
    rollCalls: { noUnanimous: true },
  },
  {
    ...usual,
    id: 'pct-agree',
    rule: 'share of identical votes on contested roll calls; paragraph and amendment votes after 1989 dropped',
    source: 'Bailey, Strezhnev & Voeten 2017, PctAgree',
    measure: 'identical',
    rollCalls: { noUnanimous: true },
    accepts: ({ vote, date }) => vote?.on === undefined || date.from <= '1989-12-31',
  },
  {
    ...usual,
    id: 'haege',
    rule: 'chance-corrected with squared distance; 0 where it is undefined',
    source: 'Häge 2011',
    measure: 'pi',
    distance: 'squared',
    undefinedAsZero: true,
  },
  {
    ...usual,
    id: 'lijphart',
    rule: '(f + g/2) / t: f the same, g one abstains, t joint votes',
    source: 'Lijphart 1963',
  },
  {
    ...usual,
    id: 'state-2013',
    rule: 'S / (S + O): any abstention or absence on either side drops the vote',
    source: 'US Department of State, Voting Practices in the United Nations, reports to 2016',
    dropsNeutral: true,
  },
  {
    ...usual,
    id: 'state-2017',
    rule: '(S + P/2) / (S + P + O): P where exactly one abstains; absences dropped',
    source:
      'US Department of State, Voting Practices in the United Nations, reports of 2017 to 2020',
  },
  {
    ...usual,
    id: 'state-2022',
    rule: '(S + P/2 + X/2) / (S + P + O + X): X where exactly one is absent',
    source:
      'US Department of State, Voting Practices in the United Nations, reports of 2022 and 2023',
    absent: 'half',
  },
  {
    ...usual,
    id: 'cosine',
    rule: 'x · y / (|x| |y|) over all roll calls: yes 1, no -1, abstention, absence and no seat 0',
    source: 'github.com/HZloto/unga-2025, pairwise similarity of votes by year',
    measure: 'cosine',
    absent: 'abstain',
    countsUncast: true,
    accepts: ({ scale }) => scale === 'vote',
  },
  {
    ...usual,
    id: 'publicwhip',
    rule: 'votes weigh 10 (important ones 50); an absence scores half of 2 (half of 50)',
    source: 'Public Whip, TheyVoteForYou: policy agreement',
    absent: 'half',
    weighs: ({ issue }, oneAbsent) => {
      const points = publicWhipPoints[isStrong(issue) ? 'strong' : 'normal'];
      return oneAbsent ? points.absent : points.voted;
    },
  },
];
