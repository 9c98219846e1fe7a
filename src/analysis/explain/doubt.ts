import { stancesOf } from '../../bundle/packed.ts';
import { ABSENT, MISSING, type SelectedIssue } from '../../evidence/evidence.ts';
import type { Side } from '../../evidence/side.ts';
import { salienceOf } from '../../evidence/weights.ts';
import { type Basis, commonSources, fact, idsOf, mention } from './basis.ts';
import { contestedFacts, isUndecided, undecidedFacts } from './contested.ts';
import type { Fact, SideIndex } from './explanation.ts';
import { isBallot, stanceSources, unique } from './mentions.ts';

const mostTitles = 3;

/** What chance alone explains: the agreement to expect, and what coefficients leave of it. */
function chanceFacts({ score, issues }: Basis): readonly Fact[] {
  const coefficient = (id: string) => score.measures.find((measure) => measure.id === id);
  const [kappa, pi, s] = ['kappa', 'pi', 's'].map(coefficient);
  if (!kappa || !pi || score.verdict.band === 'thin-evidence') return [];
  const { value: disagreement } = score.divergence;
  // Cohen's kappa is 1 - Do/De; at 1 it says nothing of De.
  const expected =
    kappa.value === null || kappa.value === 1 || disagreement === null
      ? null
      : 1 - disagreement / (1 - kappa.value);
  return [
    fact(
      'chance',
      {
        expected: kappa.distance === 'linear' ? expected : null,
        kappa: kappa.value,
        pi: pi.value,
        s: s?.value ?? null,
        reason: kappa.reason ?? pi.reason ?? null,
      },
      { issues: idsOf(issues), sources: commonSources(issues) },
    ),
  ];
}

function absenceFacts({ score, dyad, evidence }: Basis): readonly Fact[] {
  const absences = ({ categories }: Side) =>
    evidence.issues.filter(({ index }) => categories[index] === ABSENT);
  const [a, b] = [absences(dyad.a), absences(dyad.b)];
  const values = Object.values(score.sensitivity.absent).filter((value) => value !== null);
  if (a.length + b.length === 0 || values.length < 2 || score.verdict.band === 'thin-evidence')
    return [];
  const missed = [...a, ...b];
  return [
    fact(
      'absences',
      {
        absent: [a.length, b.length],
        low: Math.min(...values),
        high: Math.max(...values),
      },
      {
        issues: unique(missed.map(({ issue }) => issue.id)),
        sources: missed.flatMap(({ issue }) => issue.sources),
      },
    ),
  ];
}

function leaveOneOutFacts(basis: Basis): readonly Fact[] {
  const { score, issues } = basis;
  const { min, max, most } = score.sensitivity.leaveOneOut;
  const { value } = score.alignment;
  if (most === null || value === null || score.verdict.band === 'thin-evidence') return [];
  const moving = issues.filter(({ id }) => id === most.issue);
  const [named] = mention(basis, moving, 1);
  if (!named) return [];
  return [
    fact(
      'leave-one-out',
      {
        low: min.value,
        high: max.value,
        without: most.value,
        change: most.value - value,
        mention: named,
      },
      { issues: named.issues, sources: named.sources },
    ),
  ];
}

/** Issues on which a side has stances, none of them sure enough to count by the end of the period. */
function passedOver({ evidence, selection }: Basis, side: Side): readonly SelectedIssue[] {
  const { to, minConfidence } = selection;
  if (side.members.length > 0 || minConfidence === 'low') return [];
  return evidence.issues.filter(
    (selected) =>
      side.categories[selected.index] === MISSING &&
      (stancesOf(selected.issue, side.code) ?? []).some(
        ({ from }) => from === undefined || to === undefined || from <= to,
      ),
  );
}

function lowConfidenceFacts(basis: Basis): readonly Fact[] {
  const { a, b } = basis.dyad;
  const [first, second] = [passedOver(basis, a), passedOver(basis, b)];
  const all = unique([...first, ...second]).toSorted((x, y) => x.index - y.index);
  if (all.length === 0) return [];
  const stances = [a, b].flatMap(({ code }) =>
    all.flatMap(({ issue }) => stancesOf(issue, code) ?? []),
  );
  return [
    fact(
      'low-confidence',
      {
        sides: [first.length, second.length],
        titles: all.slice(0, mostTitles).map(({ issue }) => issue.title),
      },
      {
        issues: all.map(({ issue }) => issue.id),
        sources: stances.flatMap(({ sources }) => sources),
      },
    ),
  ];
}

/** Crises on which one side alone is on record; the other's silence is no stance. */
function oneSidedFacts(basis: Basis): readonly Fact[] {
  const { evidence, dyad } = basis;
  const sides = [dyad.a, dyad.b] as const;
  return ([0, 1] as const).flatMap((place: SideIndex) => {
    const [side, other] = [sides[place], sides[1 - place] ?? dyad.b];
    const alone = evidence.issues
      .filter(
        (selected) =>
          !isBallot(selected.issue) &&
          (side.categories[selected.index] ?? MISSING) >= 0 &&
          other.categories[selected.index] === MISSING &&
          // Of these it is said that coders part.
          !isUndecided(basis, other, selected),
      )
      .map((selected) => ({ selected, stake: salienceOf(evidence, side, selected) ?? 0 }))
      .sort((x, y) => y.stake - x.stake || (x.selected.issue.id < y.selected.issue.id ? -1 : 1))
      .map(({ selected }) => selected);
    if (alone.length === 0) return [];
    const titles = alone.slice(0, mostTitles).map(({ issue }) => issue.title);
    const sources = alone
      .slice(0, mostTitles)
      .flatMap((selected) => stanceSources(evidence, side, selected));
    return [
      fact(
        'one-sided',
        { side: place, n: alone.length, titles },
        { issues: alone.map(({ issue }) => issue.id), sources },
        `one-sided:${side.code}`,
      ),
    ];
  });
}

function singleTopicFacts({ evidence, issues, byTopic }: Basis): readonly Fact[] {
  const single = [...byTopic]
    .filter(([, all]) => all.length === 1)
    .map(([topic, [only]]) => ({ topic, id: only!.id }))
    .sort((x, y) => (x.topic < y.topic ? -1 : 1));
  if (single.length === 0) return [];
  const ids = idsOf(single);
  const titles = single.map(({ topic }) => evidence.topics[topic] ?? topic);
  return [
    fact(
      'single-topics',
      { n: single.length, titles: titles.slice(0, mostTitles) },
      { issues: unique(ids), sources: commonSources(issues.filter(({ id }) => ids.includes(id))) },
    ),
  ];
}

/** How sure the score is: chance, robustness, and what is missing. */
export function doubtFacts(basis: Basis): readonly Fact[] {
  const { coverage } = basis.score;
  return [
    ...chanceFacts(basis),
    ...absenceFacts(basis),
    ...leaveOneOutFacts(basis),
    fact(
      'coverage',
      {
        issues: coverage.issues,
        known: [coverage.a, coverage.b],
        joint: coverage.joint,
      },
      { issues: idsOf(basis.issues), sources: commonSources(basis.issues) },
    ),
    ...contestedFacts(basis),
    ...undecidedFacts(basis),
    ...oneSidedFacts(basis),
    ...lowConfidenceFacts(basis),
    ...singleTopicFacts(basis),
  ];
}
