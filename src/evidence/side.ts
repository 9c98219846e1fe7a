import type { SideLabel } from '../results/parts.ts';
import type { CountryCode } from '../catalog/model.ts';
import { positionAt } from '../measures/contingency.ts';
import type { BlocPosition } from '../results/vocabulary.ts';
import { ABSENT, type Evidence, MISSING } from './evidence.ts';
import type { Scale } from '../results/inventory.ts';

/** One side of a dyad: a country, or an actor or bloc that stands where a country stands. */
export interface Side {
  /** Country code, or the id of the actor or bloc. */
  readonly code: string;
  readonly name: string;
  /** Only of an actor. */
  readonly actor?: true;
  /** Members of a bloc, sorted; empty for a country or actor. */
  readonly members: readonly CountryCode[];
  /** Category index, `MISSING` or `ABSENT`, parallel to the issues of the evidence. */
  readonly categories: Int8Array;
  /** Positions on [-1, 1] that may lie between categories (bloc means), parallel to the issues. */
  readonly means?: Float64Array;
  /** The country whose positions these are, where a historic state has none of its own. */
  readonly lender?: CountryCode;
}

/** The countries behind a side: the members of a bloc, or the country itself. */
export function countriesOf({
  code,
  members,
}: Pick<Side, 'code' | 'members'>): readonly CountryCode[] {
  return members.length > 0 ? members : [code];
}

/** A historic state whose positions a record keeps under the state that continued it. */
export interface Continuation {
  /** The state that continued it, the one that continued that, and so on. */
  readonly by: readonly CountryCode[];
  /** Days on which the historic state existed; an end left out is open. */
  readonly existed: { readonly from?: string; readonly to?: string };
}

/** What tells actors from countries in results; nothing of countries. */
export function actorMark(
  { actors }: Pick<Evidence, 'actors'>,
  code: CountryCode,
): Pick<Side, 'actor'> {
  return Object.hasOwn(actors, code) ? { actor: true } : {};
}

/**
 * The state whose positions a historic state without positions of its own takes: records list the
 * Soviet Union under Russia. `undefined` where it has its own, or nobody has.
 */
export function lenderOf(
  evidence: Evidence,
  code: CountryCode,
  continued: Continuation | undefined,
): CountryCode | undefined {
  if (!continued || evidence.positions.has(code)) return undefined;
  return continued.by.find((heir) => evidence.positions.has(heir));
}

/**
 * A country with its positions; one that no selected issue mentions has only missing ones. A historic
 * state without positions of its own (records list the Soviet Union under Russia) takes those of the
 * state that continued it, on issues dated while it existed.
 */
export function countrySide(
  evidence: Evidence,
  code: CountryCode,
  name: string,
  continued?: Continuation,
): Side {
  const own = evidence.positions.get(code);
  const lender = lenderOf(evidence, code, continued);
  const borrowed = lender === undefined ? undefined : evidence.positions.get(lender);
  if (lender === undefined || !continued || !borrowed) {
    const missing = () => new Int8Array(evidence.issues.length).fill(MISSING);
    return {
      code,
      name,
      ...actorMark(evidence, code),
      members: [],
      categories: own ?? missing(),
    };
  }
  const { from = '', to = '9999' } = continued.existed;
  const categories = borrowed.map((category, i) => {
    const date = evidence.issues[i]?.issue.date;
    return date && date.from >= from && date.to <= to ? category : MISSING;
  });
  return { code, name, members: [], categories, lender };
}

/** Those who are countries of all that have a position, by code: who is ranked among dyads, and who votes. */
export function countriesAlone({
  positions: { countries },
  actors,
}: Pick<Evidence, 'positions' | 'actors'>): readonly CountryCode[] {
  return countries.filter((code) => !Object.hasOwn(actors, code));
}

/** All countries and actors with a position, by code; without names, they go by their codes. */
export function everySide(
  evidence: Evidence,
  nameOf: (code: CountryCode) => string = (code) => code,
): readonly Side[] {
  return evidence.positions.countries.map((code) => countrySide(evidence, code, nameOf(code)));
}

/** The category at a place between categories: the nearest one, of two equally near the one nearer to neutral. */
function nearestCategory(place: number, { neutral }: Scale): number {
  return place > (neutral ?? 0) ? Math.ceil(place - 0.5) : Math.floor(place + 0.5);
}

/**
 * The middle category, or the one halfway between the two middle ones, towards neutral where halfway
 * lies between categories. Missing where that is exactly between the two sides of a scale without a neutral
 * label, and between any two categories of a scale without sides.
 */
function medianCategory(sorted: readonly number[], scale: Scale): number {
  const low = sorted[Math.floor((sorted.length - 1) / 2)] ?? MISSING;
  const high = sorted[Math.ceil((sorted.length - 1) / 2)] ?? MISSING;
  const halfway = (low + high) / 2;
  const { neutral } = scale;
  if (!Number.isInteger(halfway) && (neutral === null || neutral === halfway)) return MISSING;
  return nearestCategory(halfway, scale);
}

/**
 * A bloc as one side of a dyad. An issue on which fewer than half of the members have a position is
 * missing, as is one on which `unanimous` finds them divided. Absent members count as without position.
 */
export function blocSide(
  evidence: Evidence,
  bloc: { readonly code: string; readonly name: string; readonly members: readonly CountryCode[] },
  rule: BlocPosition,
): Side {
  const rows = bloc.members.flatMap((member) => evidence.positions.get(member) ?? []);
  const categories = new Int8Array(evidence.issues.length).fill(MISSING);
  const means = new Float64Array(evidence.issues.length);
  for (const { index, scale: place } of evidence.issues) {
    const scale = evidence.scales[place]!;
    const held = rows
      .map((row) => row[index] ?? MISSING)
      .filter((category) => category !== MISSING && category !== ABSENT)
      .sort((x, y) => x - y);
    const [first] = held;
    if (first === undefined || held.length * 2 < bloc.members.length) continue;
    if (rule === 'unanimous') {
      if (held.at(-1) === first) categories[index] = first;
      continue;
    }
    if (rule === 'median') {
      categories[index] = medianCategory(held, scale);
      continue;
    }
    const mean = held.reduce((sum, category) => sum + category, 0) / held.length;
    categories[index] = nearestCategory(mean, scale);
    means[index] = positionAt(mean, scale.labels.length);
  }
  return {
    ...bloc,
    members: [...bloc.members].sort(),
    categories,
    ...(rule === 'mean' ? { means } : {}),
  };
}

export function sideLabel({ code, name, actor, members }: Side): SideLabel {
  if (members.length > 0) return { code, name, members };
  return { code, name, ...(actor ? { actor } : {}) };
}

/** Issues on which a side has a position. */
export function countPositions({ categories }: Pick<Side, 'categories'>): number {
  return categories.reduce((n, category) => n + Number(category >= 0), 0);
}
