import { count, counted } from '../kit/numbers.ts';
import type { Renderable } from '../renderable.ts';

type Validation = Renderable['validation'];

/** How many findings there are in how many catalogs. */
export function summarize({ files, findings, count: found }: Validation): string {
  const extent = counted(files.length, 'catalog');
  return findings.length === 0 ? `${extent}, nothing to complain about` : `${found} in ${extent}`;
}

/** How recorded votes compare with the record, in a line; nothing if they were not compared. */
export function summarizeComparison({ comparison, against = 'the record' }: Validation): string[] {
  if (!comparison) return [];
  const { claimed, found, votes, agreeing } = comparison;
  if (claimed === 0) return [`no recorded votes to compare with ${against}`];
  return [
    `roll calls found in ${against}: ${count(found)} of ${count(claimed)}; votes that agree: ${count(agreeing)} of ${count(votes)}`,
  ];
}

/** How much was changed beforehand, in a line; nothing if that was not asked for. */
export function summarizeFixes({ fixed }: Validation): string[] {
  return fixed ? [fixed.shown.length === 0 ? 'nothing to fix' : `${fixed.count} fixed`] : [];
}
