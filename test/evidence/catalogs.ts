import { packCatalog, unpackCatalog } from '../../src/bundle/packed.ts';
import type { Catalog, Issue, Stance } from '../../src/catalog/model.ts';
import { builtInScales, createScale } from '../../src/catalog/scales.ts';
import type { DyadSettings } from '../../src/evidence/dyad.ts';
import type { Evidence, SelectionFilter } from '../../src/evidence/evidence.ts';
import { countrySide, type Side } from '../../src/evidence/side.ts';
import { selectEvidence } from '../../src/evidence/select.ts';
import { defaultWeighting } from '../../src/evidence/weights.ts';

/** A label of the issue's scale, or `absent`. */
export type Held = string | ({ readonly stance: string } & Partial<Omit<Stance, 'category'>>);

export interface IssueSketch extends Partial<Omit<Issue, 'positions' | 'date'>> {
  readonly id: string;
  readonly date?: string | readonly [from: string, to: string];
  /** The labels of a scale of its own, where it is not built in. */
  readonly labels?: readonly string[];
  /** Its neutral label, or `none`. */
  readonly neutral?: string;
  readonly held: Readonly<Record<string, Held | readonly Held[]>>;
}

function stanceOf(held: Held, labels: readonly string[]): Stance {
  const { stance, ...rest } = typeof held === 'string' ? { stance: held } : held;
  if (stance !== 'absent' && !labels.includes(stance)) throw new Error(`no label ${stance}`);
  return {
    category: stance === 'absent' ? null : labels.indexOf(stance),
    confidence: 'high',
    sources: [],
    ...rest,
  };
}

function isSeveral(held: Held | readonly Held[]): held is readonly Held[] {
  return Array.isArray(held);
}

function issueOf({ held, date = '2020-01-01', labels, neutral: _, ...rest }: IssueSketch): Issue {
  const scale = rest.scale ?? 'vote';
  const own = labels ?? builtInScales[scale]?.labels ?? [];
  const [from, to] = typeof date === 'string' ? [date, date] : date;
  return {
    title: `Title of ${rest.id}`,
    topics: ['rights'],
    date: { from, to },
    dateLabel: from === to ? from : `${from}/${to}`,
    scale,
    weight: 1,
    coordination: [],
    sources: [],
    ...rest,
    positions: Object.fromEntries(
      Object.entries(held).map(([country, one]) => [
        country,
        (isSeveral(one) ? one : [one]).map((each) => stanceOf(each, own)),
      ]),
    ),
  };
}

/** A catalog of the issues sketched, with every topic they name. */
export function catalogOf(
  sketches: readonly IssueSketch[],
  rest: Partial<Omit<Catalog, 'issues'>> = {},
): Catalog {
  const scales = sketches.flatMap(({ scale, labels, neutral }) =>
    scale !== undefined && labels ? [[scale, createScale(scale, labels, neutral)] as const] : [],
  );
  const issues = sketches.map(issueOf);
  return {
    id: 'test',
    title: 'Test',
    short: 'test',
    version: '1.0.0',
    sha256: 'abc',
    sources: {},
    topics: Object.fromEntries(
      issues.flatMap(({ topics }) => topics.map((topic) => [topic, `Topic ${topic}`])),
    ),
    scales: { ...builtInScales, ...Object.fromEntries(scales) },
    groups: {},
    actors: {},
    interactions: [],
    rollCalls: [],
    events: [],
    ...rest,
    issues,
  };
}

export const everything: SelectionFilter = { minConfidence: 'low', rollCalls: {} };

export function evidenceOf(
  sketches: readonly IssueSketch[],
  filter: Partial<SelectionFilter> = {},
): Evidence {
  return selectEvidence([catalogOf(sketches)], [], { ...everything, ...filter });
}

/** The same of the catalog as the build stores it. */
export function storedEvidenceOf(
  sketches: readonly IssueSketch[],
  filter: Partial<SelectionFilter> = {},
): Evidence {
  const packed = structuredClone(packCatalog(catalogOf(sketches)));
  return selectEvidence([unpackCatalog(packed, () => ({}))], [], { ...everything, ...filter });
}

export const defaultSettings: DyadSettings = {
  distance: 'linear',
  absent: 'exclude',
  weighting: defaultWeighting,
  dropsNeutral: false,
};

export function sidesOf(evidence: Evidence, ...codes: readonly string[]): Side[] {
  return codes.map((code) => countrySide(evidence, code, `Country ${code}`));
}

/** The labels that a country holds on each issue, `absent` or `missing`. */
export function positionsOf(evidence: Evidence, country: string): string[] {
  const row = evidence.positions.get(country);
  return evidence.issues.map(({ index, scale }) => {
    const category = row?.[index] ?? -1;
    if (category === -1) return 'missing';
    return category === -2 ? 'absent' : (evidence.scales[scale]?.labels[category] ?? '?');
  });
}
