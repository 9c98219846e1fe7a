import { compareDyad, toJointIssues } from '../evidence/dyad.ts';
import { UserError } from '../errors.ts';
import type { Evidence, SelectedIssue, SelectionFilter } from '../evidence/evidence.ts';
import { type Side, sideLabel } from '../evidence/side.ts';
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
  readonly opened: OpenedQuestion;
}

const sessionOf = ({ issue }: SelectedIssue) => issue.vote?.session;
const years = ({ issue: { date } }: SelectedIssue) =>
  [date.from, date.to].map((day) => Number(day.slice(0, 4))) as [number, number];

/** Each year from the first to the last of the evidence, or each session that it has. */
function unitsOf({ evidence }: OpenedQuestion, by: TrendUnit): readonly number[] {
  if (by === 'session')
    return [...new Set(evidence.issues.flatMap((each) => sessionOf(each) ?? []))].sort(
      (x, y) => x - y,
    );
  const all = evidence.issues.flatMap(years);
  const { from, to } = evidence.asked;
  const first = Math.max(Math.min(...all), Number(from?.slice(0, 4) ?? 0));
  const last = Math.min(Math.max(...all), Number(to?.slice(0, 4) ?? 9999));
  return all.length === 0 ? [] : Array.from({ length: last - first + 1 }, (_, i) => first + i);
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

function partOf(evidence: Evidence, filter: SelectionFilter): Evidence {
  const { from = '', to = '9999', rollCalls } = filter;
  const [first, last] = rollCalls.sessions ?? [];
  const issues = evidence.issues.filter((selected) => {
    const session = sessionOf(selected);
    const { date } = selected.issue;
    return (
      date.to >= from &&
      date.from <= to &&
      (first === undefined ||
        last === undefined ||
        (session !== undefined && session >= first && session <= last))
    );
  });
  return { ...evidence, asked: filter, issues };
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

/** The same question of a part of its period, positions as of the end of that. */
async function openPeriods(
  opened: OpenedQuestion,
  { by, window }: TrendUnits,
): Promise<readonly Period[]> {
  const { filter } = opened;
  const units = unitsOf(opened, by);
  const periods: Period[] = [];
  for (const [i, unit] of units.entries()) {
    if (i < window - 1) continue;
    const first = unit - window + 1;
    const clip = (from: string, to: string) => ({
      from: filter.from !== undefined && filter.from > from ? filter.from : from,
      to: filter.to !== undefined && filter.to < to ? filter.to : to,
    });
    const part =
      by === 'session'
        ? { rollCalls: { ...filter.rollCalls, sessions: [unit, unit] as const } }
        : clip(`${first}-01-01`, `${unit}-12-31`);
    const named = sidesOn(opened, 'to' in part ? part.to : filter.to);
    if (!named) continue;
    const asked = { ...filter, ...part };
    periods.push({
      label: window > 1 ? `${first}–${unit}` : String(unit),
      year: by === 'session' ? undefined : unit,
      opened: isOfRecords(opened)
        ? { ...opened, filter: asked, evidence: partOf(opened.evidence, asked) }
        : await gatherEvidence({ ...opened, named, filter: asked }),
    });
  }
  return periods;
}

function pointOf(
  { label, opened }: Period,
  place: number,
): { readonly point: TrendPoint; readonly year: Omit<YearlyMean, 'year'> } | undefined {
  const { evidence, settings, sides } = opened;
  const [first] = sides;
  const other = sides[place];
  if (!first || !other) return undefined;
  const { joint } = compareDyad(evidence, first, other, settings);
  if (joint.length === 0) return undefined;
  const [result] = estimate(evidence, joint, [settings.headline], settings);
  if (!result) throw new Error('a period has no estimate');
  const { level: _level, ...rest } = result;
  const mean = meanWithVariance(toJointIssues(evidence, joint, settings.cluster), {
    measure: agreement,
    distance: settings.distance,
  });
  return {
    point: { a: first.code, b: other.code, period: label, ...rest },
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
  const periods = await openPeriods(opened, units);
  const points: TrendPoint[] = [];
  const breaks: TrendBreak[] = [];
  const overall = sides.slice(1).map((other, i) => {
    const yearly: YearlyMean[] = [];
    for (const period of periods) {
      const found = pointOf(period, i + 1);
      if (!found) continue;
      points.push(found.point);
      if (period.year !== undefined) yearly.push({ year: period.year, ...found.year });
    }
    if (units.by === 'year') breaks.push(...findBreaks(yearly, first.code, other.code));
    const { joint } = compareDyad(evidence, first, other, settings);
    const [whole] = estimate(evidence, joint, [settings.headline], settings);
    return { a: first.code, b: other.code, n: joint.length, value: whole?.value ?? null };
  });
  return { ...head, points, breaks, overall };
}
