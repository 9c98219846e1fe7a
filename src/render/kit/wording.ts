import type { Disagreement } from '../../analysis/disagreements.ts';
import { bandOf } from '../../analysis/verdict.ts';
import { builtInScales } from '../../catalog/scales.ts';
import { count, counted, decimal, percent } from './numbers.ts';
import type { Percentile, Provenance, Verdict } from '../../results/parts.ts';
import type { IssueDetail } from '../../results/inventory.ts';
import type { Depth } from '../../results/vocabulary.ts';

/** Words for what catalogs hold, in one place. */

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
  'no-vote': 'has no vote',
  outside: 'is outside',
  associated: 'is associated',
  member: 'is a member',
};

/** Who takes a position. */
interface Holder {
  readonly actor?: true;
}

/** `China’s`, `the United States’`. */
export function possessive(name: string): string {
  return name.endsWith('s') ? `${name}’` : `${name}’s`;
}

/** Whether the labels of a scale are stances: against, neutral, for. */
export function isStanceScale(scale: string): boolean {
  return scale === 'stance5' || scale === 'stance3' || scale === 'vote';
}

/** An actor has no vote: what it says of a text that was voted on is how it would have. */
const answers: Readonly<Record<string, string>> = {
  no: 'would vote no',
  abstain: 'would abstain',
  yes: 'would vote yes',
};

/**
 * A position as a verb: `strongly supports`, `takes no side`, `votes no`, of an actor `would vote no`. Labels of own
 * scales stay.
 */
export function stanceWords(scale: string, label: string, { actor }: Holder = {}): string {
  if (!Object.hasOwn(builtInScales, scale)) return label;
  if (actor && scale === 'vote') return answers[label] ?? label;
  return stances[label] ?? label.replaceAll('-', ' ');
}

export const depthWords: Readonly<Record<Depth, string>> = {
  opposed: 'on opposite sides',
  apart: 'apart, only one takes a side',
  neither: 'both without a side',
  parallel: 'alike, each on its own',
  coordinated: 'coordinated',
  joint: 'together',
};

/** `death-penalty; also unga-62-149, unga-73-175`; empty for an issue without a series. */
export function seriesWords({ series }: Pick<IssueDetail, 'series'>): string {
  if (!series) return '';
  return [
    series.id,
    ...(series.others.length > 0 ? [`also ${series.others.join(', ')}`] : []),
  ].join('; ');
}

/** `Moratorium on the death penalty, 3 times`; of rival drafts `Gaza: pauses and the like, 3 in all`. */
export function disagreementTitle({ title, rivals, issues }: Disagreement): string {
  if (issues.length === 1) return title;
  return rivals
    ? `${title} and the like, ${count(issues.length)} in all`
    : `${title}, ${count(issues.length)} times`;
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
  cosine: 'cos',
  'alignment-index': 'AI',
  identical: 'identical',
};

/** `81 % of 410 pairs`; all or none only where that is so. */
function shareOfPairs(value: number, dyads: number): string {
  if (value === 0) return `none of ${counted(dyads, 'pair')}`;
  if (value === 1) return `all ${counted(dyads, 'pair')}`;
  return `${percent(Math.min(0.99, Math.max(0.01, value)))} of ${counted(dyads, 'pair')}`;
}

/**
 * `closer than 81 % of 410 pairs on the same issues; typical 0.62`; empty where there is no percentile. The pairs
 * are of countries, which is said where a side is an actor.
 */
export function percentileWords(
  { value, dyads, typical }: Pick<Percentile, 'value' | 'dyads' | 'typical'>,
  sides: readonly Holder[],
): string {
  if (value === null) return '';
  const of = sides.some(({ actor }) => actor) ? ' of countries' : '';
  return `closer than ${shareOfPairs(value, dyads)}${of} on the same issues; typical ${decimal(typical)}`;
}

/** `are almost always aligned`, `tend to align`: the verdict on two, after their names. */
export function verdictClause({ band, text }: Verdict): string {
  if (band === 'mixed') return 'have a mixed record';
  return band === 'tends-to-align' || band === 'tends-to-diverge' ? text : `are ${text}`;
}

/**
 * An agreement in [0, 1] that is said with its band: two decimals, but towards the band where rounding
 * would cross its edge, so that 0.8498, which is below the band from 0.85 on, is 0.84.
 */
export function bandedDecimal(agreement: number | null): string {
  if (agreement === null) return decimal(null);
  const rounded = Number(agreement.toFixed(2));
  if (bandOf(rounded) === bandOf(agreement)) return decimal(rounded);
  return decimal(rounded > agreement ? rounded - 0.01 : rounded + 0.01);
}

/** The divergence beside such an agreement: both add up to 1 as shown. */
export function bandedDivergence(divergence: number | null): string {
  return decimal(divergence === null ? null : 1 - Number(bandedDecimal(1 - divergence)));
}

/** ` (align-catalog-rivers 1.2.0)` of a catalog that came in a package; else nothing. */
export function packageWords(origin: Provenance['catalogs'][number]['package']): string {
  return origin ? ` (${origin.name}${origin.version === '' ? '' : ` ${origin.version}`})` : '';
}

/** `weights.yaml (3 issues, 1 topic)` */
export function weightsWords({ file, issues, topics }: NonNullable<Provenance['weights']>): string {
  const counts = [
    issues > 0 ? counted(issues, 'issue') : '',
    topics > 0 ? counted(topics, 'topic') : '',
  ];
  return `${file} (${counts.filter((each) => each !== '').join(', ')})`;
}

/** `align 0.1.0; catalogs: eurasia-2020 1.0.0, rivers 1.2.0 (align-catalog-rivers 1.2.0)` */
export function provenanceWords({ catalogs, version, weights, timestamp }: Provenance): string {
  const from = catalogs
    .map(({ id, version: edition, package: origin }) => `${id} ${edition}${packageWords(origin)}`)
    .join(', ');
  const by = weights ? `; weights: ${weightsWords(weights)}` : '';
  return `align ${version}; catalogs: ${from}${by}${timestamp === undefined ? '' : `, ${timestamp}`}`;
}
