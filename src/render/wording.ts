import type { Provenance } from '../provenance.ts';
import type { Percentile } from '../analysis/rank-among.ts';
import type { IssueDetail } from '../analysis/inventory/issue-detail.ts';
import type { Depth } from '../analysis/depth.ts';
import { counted, share } from './numbers.ts';

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
  outside: 'is outside',
  associated: 'is associated',
  member: 'is a member',
};

/** A position as a verb: `strongly supports`, `takes no side`, `votes no`. Labels of own scales stay. */
export function stanceWords(label: string): string {
  return stances[label] ?? label.replaceAll('-', ' ');
}

export const depthWords: Readonly<Record<Depth, string>> = {
  opposed: 'on opposite sides',
  apart: 'apart, one side takes no stand',
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
