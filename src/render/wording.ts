import type { Provenance } from '../provenance.ts';
import type { Percentile } from '../analysis/rank-among.ts';
import type { Depth, DepthSummary, Stake } from '../analysis/depth.ts';
import type { Memberships } from '../analysis/memberships.ts';
import { builtInScales } from '../catalog/scales.ts';
import { count, counted, decimal, share } from './numbers.ts';

/** Words for what catalogs hold, in one place. */

interface Named {
  readonly name: string;
}

const stances: Readonly<Record<string, string>> = {
  'strongly-oppose': 'strongly opposes',
  oppose: 'opposes',
  neutral: 'takes no side',
  support: 'supports',
  'strongly-support': 'strongly supports',
  no: 'votes no',
  abstain: 'abstains',
  yes: 'votes yes',
  absent: 'is absent',
  outside: 'is outside',
  associated: 'is associated',
  member: 'is a member',
};

/** Whether the labels of a scale are stances: against, neutral, for. */
export function isStanceScale(scale: string): boolean {
  return scale === 'stance5' || scale === 'stance3' || scale === 'vote';
}

/** A position as a verb: `strongly supports`, `takes no side`, `votes no`. Labels of own scales stay. */
export function stanceWords(scale: string, label: string): string {
  if (!Object.hasOwn(builtInScales, scale)) return label;
  return stances[label] ?? label.replaceAll('-', ' ');
}

/**
 * `both BRICS, SCO`, `only Russia CIS, CSTO`; empty where nothing is known of any.
 *
 * @param full name associates too
 */
export function membershipWords(
  { associated, ...members }: Memberships,
  [a, b]: readonly [Named, Named],
  full: boolean,
): readonly string[] {
  const lists = ({ both, a: first, b: second }: typeof associated, more = '') =>
    (
      [
        ['both', both],
        [`only ${a.name}`, first],
        [`only ${b.name}`, second],
      ] as const
    ).flatMap(([who, those]) =>
      those.length === 0 ? [] : [`${who}${more} ${those.map(({ title }) => title).join(', ')}`],
    );
  return [...lists(members), ...(full ? lists(associated, ' associated') : [])];
}

export const depthWords: Readonly<Record<Depth, string>> = {
  opposed: 'on opposite sides',
  apart: 'apart, only one takes a side',
  neither: 'both without a side',
  parallel: 'alike, each on its own',
  coordinated: 'coordinated',
  joint: 'together',
};

/** `22 of 180 on the same side · 31 neither · 60 apart · 7 opposed`: the first acted on together. */
export function depthCounts(depth: DepthSummary): string {
  const acted = count(depth.joint + depth.coordinated);
  const kinds = (['neither', 'apart', 'opposed'] as const).map(
    (kind) => `${count(depth[kind])} ${kind}`,
  );
  return [`${acted} of ${count(depth.aligned)} on the same side`, ...kinds].join(' · ');
}

/** `more to China on 8 (agreement 0.84)` */
export function stakeWords({ name }: Named, { higher, value }: Stake): string {
  return `more to ${name} on ${count(higher)}${value === null ? '' : ` (agreement ${decimal(value)})`}`;
}

/** A date as catalogs write it, for people: spans with a dash. */
export function dateWords(date: string): string {
  return date.replace('/', ' – ');
}

/** Symbols of the measures shown beside the headline. */
export const measureSymbols: Readonly<Record<string, string>> = {
  agreement: 'A',
  divergence: 'D',
  s: 'S',
  kappa: 'κ',
  pi: 'π',
  ac: 'AC',
  bp: 'BP',
  'tau-b': 'τ-b',
  'alignment-index': 'AI',
  identical: 'identical',
};

/** `closer than 92 % of 2,012 other dyads with 80 joint issues or more`; empty where there is no rank. */
export function rankWords(percentile: Percentile): string {
  if (percentile.value === null) return '';
  const company = share(percentile.value, percentile.dyads, 'other dyad');
  return `closer than ${company} with ${counted(percentile.leastJoint, 'joint issue')} or more`;
}

/** `align 0.1.0; catalogs: eurasia-2020 1.0.0` */
export function provenanceWords({ catalogs, version, timestamp }: Provenance): string {
  const from = catalogs.map(({ id, version: edition }) => `${id} ${edition}`).join(', ');
  return `align ${version}; catalogs: ${from}${timestamp === undefined ? '' : `, ${timestamp}`}`;
}
