import type { Coordination, Vote } from '../catalog/model.ts';
import { type Dyad, isSame, type JointIssue, scaleSidesOf } from '../evidence/dyad.ts';
import type { Evidence, SelectedIssue } from '../evidence/evidence.ts';
import { countriesOf, type Side } from '../evidence/side.ts';
import { salienceOf } from '../evidence/weights.ts';
import { sumOf } from '../measures/sum-of.ts';
import { type Depth, depths } from '../results/vocabulary.ts';
import type { DepthSummary } from '../results/score.ts';

const credit: Readonly<Record<Depth, number>> = {
  opposed: 0,
  apart: 0,
  neither: 1 / 3,
  parallel: 1 / 3,
  coordinated: 2 / 3,
  joint: 1,
};

const permanentMembers = ['CHN', 'FRA', 'GBR', 'RUS', 'SUN', 'USA'];

/** Whether two different countries, one of each side, are among some. */
function joins(countries: readonly string[], a: Side, b: Side): boolean {
  const [left, right] = [countriesOf(a), countriesOf(b)];
  const first = countries.filter((country) => left.includes(country));
  return countries.some(
    (country) => right.includes(country) && first.some((other) => other !== country),
  );
}

/** Permanent members of the Security Council behind the two that voted down the draft that an issue is. */
function vetoing(
  { positions, scales }: Evidence,
  { a, b }: Dyad,
  { index, scale }: SelectedIssue,
  vote: Vote | undefined,
): readonly string[] {
  if (vote?.body !== 'UNSC' || vote.outcome !== 'vetoed') return [];
  const no = scales[scale]?.labels.indexOf('no');
  // A historic state that takes the positions of another has no row of its own.
  const rowOf = (country: string) =>
    [a, b].find(({ code }) => code === country)?.categories ?? positions.get(country);
  return permanentMembers.filter((country) => rowOf(country)?.[index] === no);
}

/** Both are permanent members of the Security Council, and both voted no on a draft that was vetoed. */
export function isSharedVeto(evidence: Evidence, dyad: Dyad, issue: SelectedIssue): boolean {
  return joins(vetoing(evidence, dyad, issue, issue.issue.vote), dyad.a, dyad.b);
}

/** Submitters of a draft up to this number worked on it together; a longer list shows support. */
const mostSubmitters = 5;

/** What the ballot itself says of the two: a veto that both cast, or a draft that both submitted. */
function impliedCoordination(
  evidence: Evidence,
  dyad: Dyad,
  selected: SelectedIssue,
): Coordination | undefined {
  if (selected.ofRecord) return undefined;
  const { vote, sources } = selected.issue;
  const vetoes = vetoing(evidence, dyad, selected, vote);
  if (joins(vetoes, dyad.a, dyad.b)) {
    const note = 'Both are permanent members of the Security Council and voted no.';
    return { between: vetoes, depth: 'joint', note, sources };
  }
  const between = vote?.submitters === 'president' ? [] : (vote?.submitters ?? []);
  if (between.length > mostSubmitters || !joins(between, dyad.a, dyad.b)) return undefined;
  if (between.length === 2)
    return { between, depth: 'joint', note: 'They alone submitted the draft.', sources };
  const note = `Both are among the ${between.length} that submitted the draft.`;
  return { between, depth: 'coordinated', note, sources };
}

/**
 * The deepest coordination between the two that the catalog records; of blocs, any member of each will do.
 * What is written of the two goes before what the ballot itself says.
 */
function recordedCoordination(
  evidence: Evidence,
  dyad: Dyad,
  selected: SelectedIssue,
): Coordination | undefined {
  const [deepest] = selected.issue.coordination
    .filter(({ between }) => joins(between, dyad.a, dyad.b))
    .sort((x, y) => depths.indexOf(y.depth) - depths.indexOf(x.depth));
  return deepest ?? impliedCoordination(evidence, dyad, selected);
}

/** The salience of an issue that is coded for neither: most are, and share it. */
export const UNCODED = [undefined, undefined] as const;

/** How far two sides stood and acted together on a joint issue, and how much it matters to each. */
export interface IssueDepth {
  readonly issue: JointIssue;
  /** `null` where they differ on a scale without sides. */
  readonly depth: Depth | null;
  /** What is recorded of their acting together, whether or not it counts. */
  readonly recorded: Coordination | undefined;
  /** From 1 (low) to 3 (high); `undefined` where it is not coded. */
  readonly salience: readonly [number | undefined, number | undefined];
}

/**
 * On opposite sides is opposed; one side taken where the other takes none, apart; two without a side,
 * neither, whatever is recorded: a shared silence is no common line. On the same side it is what is
 * recorded, else parallel, never assumed to be more. Where a scale has no sides, equal positions are the
 * same side, and others have no depth. An absence takes no side.
 */
function depthOf(
  evidence: Evidence,
  issue: JointIssue,
  recorded: Coordination | undefined,
): Depth | null {
  const together = recorded?.depth ?? 'parallel';
  const sides = scaleSidesOf(evidence, issue);
  if (!sides) return isSame(issue) ? together : null;
  const [x, y] = sides;
  if (x === y) return x === 0 ? 'neither' : together;
  return x === 0 || y === 0 ? 'apart' : 'opposed';
}

/** Why an issue has no depth. */
export const WITHOUT_DEPTH = 'they differ on a scale without sides';

/** The depth of each joint issue, in their order: every count and sentence about it rests on this. */
export function assessDepths(evidence: Evidence, dyad: Dyad): readonly IssueDepth[] {
  return dyad.joint.map((issue) => {
    const { selected } = issue;
    const recorded = recordedCoordination(evidence, dyad, selected);
    const x = salienceOf(evidence, dyad.a, selected);
    const y = salienceOf(evidence, dyad.b, selected);
    const salience = x === undefined && y === undefined ? UNCODED : ([x, y] as const);
    return { issue, depth: depthOf(evidence, issue, recorded), recorded, salience };
  });
}

/** Where two stand to each other, whatever they did. `unsided`: they differ on a scale without sides. */
export type Relation = 'aligned' | 'neither' | 'apart' | 'opposed' | 'unsided';

export function relationOf(depth: Depth | null): Relation {
  if (depth === null) return 'unsided';
  return depth === 'parallel' || isConcerted(depth) ? 'aligned' : depth;
}

/** More than alike: on record as acting together. */
export function isConcerted(depth: Depth | null): depth is 'coordinated' | 'joint' {
  return depth === 'coordinated' || depth === 'joint';
}

const weightOf = ({ issue }: IssueDepth) => issue.weight;
const agreementOf = ({ issue }: IssueDepth) => issue.weight * (1 - issue.distance);

function stakeOf(
  issues: readonly IssueDepth[],
  which: 'first' | 'second',
): DepthSummary['stakes']['a'] {
  const higher = issues.length;
  if (higher === 0)
    return { higher, value: null, reason: `no issue matters more to the ${which} country` };
  return { higher, value: sumOf(issues, agreementOf) / sumOf(issues, weightOf) };
}

/** Whether a dyad acts together or merely in parallel, and whose stake the issues are. */
export function summarizeDepth(assessed: readonly IssueDepth[]): DepthSummary {
  const counts = Object.fromEntries(
    depths.map((level) => [level, assessed.filter(({ depth }) => depth === level).length]),
  ) as Record<Depth, number>;
  const aligned = assessed.filter(({ depth }) => relationOf(depth) === 'aligned');
  const concerted = aligned.filter(({ depth }) => isConcerted(depth));
  const staked = assessed.flatMap((one) => {
    const [x, y] = one.salience;
    return x === undefined || y === undefined ? [] : [{ one, lead: x - y }];
  });
  const higher = (sign: number) =>
    staked.flatMap(({ one, lead }) => (Math.sign(lead) === sign ? [one] : []));
  const uncredited = sumOf(
    assessed,
    (one) => agreementOf(one) * (1 - (one.depth === null ? 0 : credit[one.depth])),
  );
  const reasons = [
    ...(assessed.length === 0 ? ['no joint issues'] : []),
    ...(assessed.length > 0 && aligned.length === 0 ? ['no aligned issue'] : []),
    ...(staked.length === 0 ? ['no joint issue has both saliences coded'] : []),
  ];
  return {
    ...counts,
    aligned: aligned.length,
    coordination:
      aligned.length === 0 ? null : sumOf(concerted, weightOf) / sumOf(aligned, weightOf),
    liabilityGap: assessed.length === 0 ? null : uncredited / sumOf(assessed, weightOf),
    stakeAsymmetry:
      staked.length === 0 ? null : sumOf(staked, ({ lead }) => Math.abs(lead) / 2) / staked.length,
    stakes: {
      n: staked.length,
      a: stakeOf(higher(1), 'first'),
      b: stakeOf(higher(-1), 'second'),
    },
    ...(reasons.length > 0 ? { reason: reasons.join('; ') } : {}),
  };
}
