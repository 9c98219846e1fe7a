import { ABSENT, type Evidence, MISSING, type SelectedIssue } from '../evidence/evidence.ts';
import type { Side } from '../evidence/side.ts';
import { combineSalience, fixedWeight, salienceOf, salienceValue } from '../evidence/weights.ts';
import type { RecordedEvidence, RecordedIssue } from '../policy/baseline.ts';
import type { Scale } from '../results/inventory.ts';
import type { ComparedSettings } from './diff/compared.ts';

/** What a side holds on an issue, as it is recorded; `undefined` for nothing. */
function heldBy(
  { categories, means }: Side,
  { index }: SelectedIssue,
  { labels }: Scale,
): string | number | null | undefined {
  const category = categories[index] ?? MISSING;
  if (category === MISSING) return undefined;
  return category === ABSENT ? null : (means?.[index] ?? labels[category]);
}

function byCode<T>(sides: readonly Side[], pick: (side: Side) => T | undefined): Record<string, T> {
  const found = sides.flatMap((side) => {
    const value = pick(side);
    return value === undefined ? [] : [[side.code, value] as const];
  });
  return Object.fromEntries(found.toSorted(([x], [y]) => (x < y ? -1 : 1)));
}

function recordIssue(
  evidence: Evidence,
  sides: readonly Side[],
  selected: SelectedIssue,
  { weighs, weighting }: ComparedSettings,
): RecordedIssue {
  const { issue, catalog, scale } = selected;
  // A convention's own weight follows from these.
  const weight = weighs ? issue.weight : fixedWeight(selected, weighting);
  const { salience, weighBy } = weighting;
  return {
    ...(weight === 1 ? {} : { weight }),
    ...(issue.vote?.important ? { important: true } : {}),
    ...(weighBy === 'topic' ? { topics: issue.topics } : {}),
    ...(weighBy === 'catalog' ? { catalog } : {}),
    held: byCode(sides, (side) => heldBy(side, selected, evidence.scales[scale]!)),
    ...(salience === 'off' || weighs
      ? {}
      : { salience: byCode(sides, (side) => salienceOf(evidence, side, selected)) }),
  };
}

/** All that the scores of some sides rest on, so that it can be compared with what they rest on later. */
export function recordEvidence(
  evidence: Evidence,
  sides: readonly Side[],
  settings: ComparedSettings,
): RecordedEvidence {
  const ofScale = (scale: number) =>
    evidence.issues
      .filter((selected) => selected.scale === scale)
      .map((each) => [each.issue.id, recordIssue(evidence, sides, each, settings)] as const)
      .toSorted(([x], [y]) => (x < y ? -1 : 1));
  return Object.fromEntries(
    evidence.scales.flatMap(({ id, labels, neutral }, i) => {
      const issues = ofScale(i);
      return issues.length === 0
        ? []
        : [[id, { labels, neutral, issues: Object.fromEntries(issues) }] as const];
    }),
  );
}

/** An issue with as much as scores are made of. */
function selectedIssue(
  id: string,
  { weight = 1, important, topics = [], catalog = '' }: RecordedIssue,
  [scale, scaleId]: readonly [number, string],
  index: number,
): SelectedIssue {
  const issue = {
    id,
    title: id,
    topics,
    date: { from: '', to: '' },
    dateLabel: '',
    scale: scaleId,
    weight,
    positions: {},
    ...(important ? { vote: { body: '', important } } : {}),
    coordination: [],
    sources: [],
  };
  return { issue, catalog, scale, index };
}

/** Recorded evidence as an edition that dyads can be compared in; titles, dates and sources are not recorded. */
export interface RecordedEdition {
  readonly evidence: Evidence;
  readonly side: (code: string) => Side;
  /** Those of now, with the weights that were recorded. */
  readonly settingsOf: (dyad: readonly [string, string], now: ComparedSettings) => ComparedSettings;
}

/** Reads recorded evidence back. */
export function openRecorded(recorded: RecordedEvidence): RecordedEdition {
  const scales = Object.entries(recorded).map(([id, { labels, neutral }]) => ({
    id,
    labels,
    neutral,
  }));
  const entries = Object.values(recorded).flatMap(({ issues }, scale) =>
    Object.entries(issues).map(([id, issue]) => ({ id, issue, scale })),
  );
  const issues = entries.map(({ id, issue, scale }, index) =>
    selectedIssue(id, issue, [scale, scales[scale]!.id], index),
  );
  const none = { get: () => undefined, has: () => false, countries: [] };
  const nothing = { issues: [], positions: none, stance: () => undefined };
  const evidence: Evidence = {
    ...nothing,
    issues,
    catalogs: [],
    asked: {},
    scales,
    memberships: nothing,
    topics: {},
    sources: new Map(),
    interactions: [],
    actors: {},
    eventSums: [],
  };
  const heldOf = (code: string) => entries.map(({ issue }) => issue.held[code]);
  const side = (code: string): Side => {
    const held = heldOf(code);
    const categories = held.map((each, i) => categoryOf(each, scales[entries[i]!.scale]!));
    const hasMeans = held.some((each) => typeof each === 'number');
    return {
      code,
      name: code,
      members: [],
      categories: Int8Array.from(categories),
      ...(hasMeans ? { means: Float64Array.from(held, (each) => Number(each ?? 0)) } : {}),
    };
  };
  const settingsOf: RecordedEdition['settingsOf'] = ([a, b], now) => {
    const { salience } = now.weighting;
    const unweighted = { issueWeights: new Map<string, number>(), topicWeights: new Map() };
    const weighting = { ...now.weighting, ...unweighted };
    if (salience === 'off' || now.weighs) return { ...now, weighting };
    return {
      ...now,
      weighting,
      weighs: ({ issue, index }) => {
        const known = entries[index]!.issue.salience ?? {};
        const of = (code: string) => known[code] ?? salienceValue.medium;
        return issue.weight * combineSalience(salience, of(a), of(b));
      },
    };
  };
  return { evidence, side, settingsOf };
}

function categoryOf(held: string | number | null | undefined, { labels }: Scale): number {
  if (held === undefined) return MISSING;
  if (held === null) return ABSENT;
  return typeof held === 'number'
    ? Math.round(((held + 1) / 2) * (labels.length - 1))
    : labels.indexOf(held);
}
