import { compareDyad, type JointIssue, toJointIssues, withEqualWeights } from '../evidence/dyad.ts';
import { UserError } from '../errors.ts';
import type { Evidence, SelectedIssue } from '../evidence/evidence.ts';
import { type Side, sideLabel } from '../evidence/side.ts';
import { groupBy } from '../group-by.ts';
import { agreement } from '../measures/agreement.ts';
import { meanWithVariance } from '../measures/intervals.ts';
import { gatherEvidence, type OpenedQuestion } from '../question/look-up.ts';
import type { TrendBreak, TrendPoint, TrendResult } from '../results/trend.ts';
import type { TrendUnit } from '../results/vocabulary.ts';
import { findBreaks, type YearlyMean } from './breaks.ts';
import { estimate } from './coefficients.ts';
import { compareWithPast } from './own-past.ts';

export interface TrendUnits {
  readonly by: TrendUnit;
  /** Years of a window, which then ends with each year in turn; 1 else. */
  readonly window: number;
}

/** A part of the selection that a point is the score of. */
interface Period {
  readonly label: string;
  /** The last year of it, where it is of years. */
  readonly year: number | undefined;
  readonly evidence: Evidence;
  /** What the first side and another one have in common in it, by the place of the other. */
  readonly jointWith: (place: number) => readonly JointIssue[];
}

const sessionOf = ({ issue }: SelectedIssue) => issue.vote?.session;
const yearOf = (day: string) => Number(day.slice(0, 4));

/** Each year from the first to the last of the evidence, or each session that it has. */
function unitsOf({ evidence }: OpenedQuestion, by: TrendUnit): readonly number[] {
  if (by === 'session')
    return [...new Set(evidence.issues.flatMap((each) => sessionOf(each) ?? []))].sort(
      (x, y) => x - y,
    );
  const { issues, asked } = evidence;
  const [earliest] = issues;
  if (!earliest) return [];
  const latest = issues.reduce((end, { issue }) => Math.max(end, yearOf(issue.date.to)), 0);
  const first = Math.max(yearOf(earliest.issue.date.from), yearOf(asked.from ?? '0'));
  const last = Math.min(latest, yearOf(asked.to ?? '9999'));
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

/**
 * Whether all there is are countries' votes in records: no stance changes then and no bloc, so that the
 * evidence of a period is a part of that of the whole.
 */
function isOfRecords({ catalogs, named }: OpenedQuestion): boolean {
  return (
    catalogs.every(({ issues, interactions }) => issues.length + interactions.length === 0) &&
    named.every(({ members, continued }) => members.length === 0 && continued === undefined)
  );
}

/** The sides as of a day; `undefined` where one is a bloc that had no members then. */
function sidesOn({ question, library }: OpenedQuestion, day: string | undefined) {
  try {
    return question.sides.map((name) => library.find(name, day));
  } catch (error) {
    if (error instanceof UserError) return undefined;
    throw error;
  }
}

/** `2016–2020`, or `2020` of one year. @param unit its last year, or a session */
export function labelOfWindow(unit: number, window: number): string {
  return window > 1 ? `${unit - window + 1}–${unit}` : String(unit);
}

/** Periods of countries' votes in records: the whole is compared once, and its joint issues told apart. */
function periodsOfRecords(opened: OpenedQuestion, { by, window }: TrendUnits): readonly Period[] {
  const { evidence, sides, settings } = opened;
  const unitOf = ({ selected }: JointIssue) =>
    by === 'session' ? sessionOf(selected) : yearOf(selected.issue.date.from);
  const compared = sides
    .slice(1)
    .map((other) => groupBy(compareDyad(evidence, sides[0]!, other, settings).joint, unitOf));
  return unitsOf(opened, by)
    .slice(window - 1)
    .map((unit) => ({
      label: labelOfWindow(unit, window),
      year: by === 'session' ? undefined : unit,
      evidence,
      jointWith: (place) => {
        const own = Array.from({ length: window }, (_, i) => unit - window + 1 + i);
        const joint = own.flatMap((each) => compared[place - 1]!.get(each) ?? []);
        return withEqualWeights(joint, settings.weighting);
      },
    }));
}

/** The same question of each part of its period, positions as of the end of that. */
async function openPeriods(
  opened: OpenedQuestion,
  { by, window }: TrendUnits,
): Promise<readonly Period[]> {
  const { filter } = opened;
  const periods: Period[] = [];
  for (const unit of unitsOf(opened, by).slice(window - 1)) {
    const clip = (from: string, to: string) => ({
      from: filter.from !== undefined && filter.from > from ? filter.from : from,
      to: filter.to !== undefined && filter.to < to ? filter.to : to,
    });
    const part =
      by === 'session'
        ? { rollCalls: { ...filter.rollCalls, sessions: [unit, unit] as const } }
        : clip(`${unit - window + 1}-01-01`, `${unit}-12-31`);
    const named = sidesOn(opened, 'to' in part ? part.to : filter.to);
    if (!named) continue;
    const { evidence, sides, settings } = await gatherEvidence({
      ...opened,
      named,
      filter: { ...filter, ...part },
    });
    periods.push({
      label: labelOfWindow(unit, window),
      year: by === 'session' ? undefined : unit,
      evidence,
      jointWith: (place) => compareDyad(evidence, sides[0]!, sides[place]!, settings).joint,
    });
  }
  return periods;
}

function pointOf(
  { label, evidence, jointWith }: Period,
  { sides, settings }: OpenedQuestion,
  place: number,
): { readonly point: TrendPoint; readonly year: Omit<YearlyMean, 'year'> } | undefined {
  const joint = jointWith(place);
  if (joint.length === 0) return undefined;
  const [result] = estimate(evidence, joint, [settings.headline], settings);
  if (!result) throw new Error('a period has no estimate');
  const { level: _level, ...rest } = result;
  const mean = meanWithVariance(toJointIssues(evidence, joint, settings.cluster), {
    measure: agreement,
    distance: settings.distance,
  });
  return {
    point: { a: sides[0]!.code, b: sides[place]!.code, period: label, ...rest },
    year: { ...mean, joint },
  };
}

const periodIn = (by: TrendUnit) => (selected: SelectedIssue) =>
  by === 'session' ? sessionOf(selected)?.toString() : selected.issue.date.from.slice(0, 4);

/**
 * How near the first side has been to each of the others over time, period by period: each point is the
 * score of the same question with `--from` and `--to` (or `--session`) of the period. One side alone is
 * compared with its own past: see `compareWithPast`. By year, breaks of the agreement are told apart by
 * whether the same texts changed: see `findBreaks`.
 *
 * Periods without joint issues have no point; without any point, the caller decides whether that is an answer.
 */
export async function trendOf(opened: OpenedQuestion, units: TrendUnits): Promise<TrendResult> {
  const { evidence, settings, sides } = opened;
  const { measure, distance } = settings.headline;
  const [first] = sides as readonly [Side, ...Side[]];
  const alone = sides.length === 1;
  const head = {
    schema: 'align/trend@1',
    countries: sides.map(sideLabel),
    measure: alone ? 'identical' : measure.id,
    distance: alone || measure.distances.length === 0 ? null : distance,
    by: units.by,
  } as const;
  if (alone) {
    const points = compareWithPast(evidence, first, periodIn(units.by));
    return { ...head, points, breaks: [], overall: [] };
  }
  const periods = isOfRecords(opened)
    ? periodsOfRecords(opened, units)
    : await openPeriods(opened, units);
  const points: TrendPoint[] = [];
  const breaks: TrendBreak[] = [];
  const overall = sides.slice(1).map((other, i) => {
    const yearly: YearlyMean[] = [];
    for (const period of periods) {
      const found = pointOf(period, opened, i + 1);
      if (!found) continue;
      points.push(found.point);
      if (period.year !== undefined) yearly.push({ year: period.year, ...found.year });
    }
    const found = units.by === 'year' ? findBreaks(yearly, first.code, other.code) : { breaks: [] };
    breaks.push(...found.breaks);
    const { joint } = compareDyad(evidence, first, other, settings);
    const [whole] = estimate(evidence, joint, [settings.headline], settings);
    const { breaks: _breaks, ...reason } = found;
    return {
      a: first.code,
      b: other.code,
      n: joint.length,
      value: whole?.value ?? null,
      ...reason,
    };
  });
  return { ...head, points, breaks, overall };
}
