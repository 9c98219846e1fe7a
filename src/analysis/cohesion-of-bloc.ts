import { builtInScales } from '../catalog/scales.ts';
import type { CountryCode } from '../catalog/model.ts';
import type { Evidence } from '../evidence/evidence.ts';
import { agreementIndex, attinaIndex, riceIndex, type VoteCounts } from '../measures/cohesion.ts';
import { spaceEvenly } from '../measures/contingency.ts';
import { type AlphaMetric, krippendorffAlpha } from '../measures/krippendorff-alpha.ts';
import type { Coefficient } from '../measures/measure.ts';
import type { BlocCohesion } from '../results/score.ts';

interface HeldIssue {
  readonly scale: string;
  /** Category of each member, `null` where it has no position. */
  readonly held: readonly (number | null)[];
}

function heldIssues(evidence: Evidence, members: readonly CountryCode[]): readonly HeldIssue[] {
  const rows = members.map((member) => evidence.positions.get(member));
  return evidence.issues.flatMap(({ index, scale }) => {
    const held = rows.map((row) => {
      const category = row?.[index] ?? -1;
      return category < 0 ? null : category;
    });
    const known = held.filter((category) => category !== null).length;
    return known >= 2 && known * 2 >= members.length
      ? [{ scale: evidence.scales[scale]?.id ?? '', held }]
      : [];
  });
}

function countVotes({ held }: HeldIssue): VoteCounts {
  const labels = builtInScales['vote']?.labels ?? [];
  const [no, abstain, yes] = ['no', 'abstain', 'yes'].map(
    (choice) => held.filter((category) => category === labels.indexOf(choice)).length,
  );
  return { yes: yes ?? 0, no: no ?? 0, abstain: abstain ?? 0 };
}

/** Mean over the votes on which the index is defined. */
function meanOf(votes: readonly VoteCounts[], index: (vote: VoteCounts) => Coefficient) {
  const values = votes.flatMap((vote) => index(vote).value ?? []);
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}

function voteCohesion(votes: readonly VoteCounts[]): BlocCohesion['votes'] {
  const rice = meanOf(votes, riceIndex);
  const reason =
    votes.length === 0
      ? 'no vote with at least half of the members'
      : rice === null
        ? 'nobody voted yes or no'
        : undefined;
  return {
    issues: votes.length,
    agreementIndex: meanOf(votes, agreementIndex),
    rice,
    attina: meanOf(votes, attinaIndex),
    ...(reason === undefined ? {} : { reason }),
  };
}

/** How far the members of a bloc vote alike, as `cohesionOf` has it. */
export function cohesionOfVotes(
  evidence: Evidence,
  members: readonly CountryCode[],
): BlocCohesion['votes'] {
  const held = heldIssues(evidence, members).filter(({ scale }) => scale === 'vote');
  return voteCohesion(held.map(countVotes));
}

function scaleCohesion(scale: string, labels: number, issues: readonly HeldIssue[]) {
  const values = spaceEvenly(labels);
  const raters = (issues[0]?.held ?? []).map((_, member) =>
    issues.map(({ held }) => {
      const category = held[member] ?? null;
      return category === null ? null : (values[category] ?? null);
    }),
  );
  const alpha = (metric: AlphaMetric) => krippendorffAlpha(raters, metric);
  const nominal = alpha('nominal');
  return {
    scale,
    issues: issues.length,
    nominal: nominal.value,
    ordinal: alpha('ordinal').value,
    interval: alpha('interval').value,
    ...(nominal.reason === undefined ? {} : { reason: nominal.reason }),
  };
}

/**
 * Cohesion of a bloc over the selection. Absent members count as without position; an issue on which
 * fewer than half of the members, or only one, have a position is left out.
 */
export function cohesionOf(
  evidence: Evidence,
  bloc: { readonly code: string; readonly name: string; readonly members: readonly CountryCode[] },
): BlocCohesion {
  const issues = heldIssues(evidence, bloc.members);
  const on = (id: string) => issues.filter(({ scale }) => scale === id);
  return {
    code: bloc.code,
    name: bloc.name,
    members: bloc.members.length,
    issues: issues.length,
    votes: voteCohesion(on('vote').map(countVotes)),
    scales: evidence.scales
      .flatMap(({ id, labels }) => {
        const own = on(id);
        return own.length === 0 ? [] : [scaleCohesion(id, labels.length, own)];
      })
      .sort((x, y) => (x.scale < y.scale ? -1 : 1)),
  };
}
