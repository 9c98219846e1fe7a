import { agreementWords } from '../kit/coded.ts';
import { joined } from '../kit/joined.ts';
import { count, counted } from '../kit/numbers.ts';
import type { Renderable } from '../renderable.ts';

type Validation = Renderable['validation'];

/** How many findings there are in how many catalogs, and in what else was looked at. */
export function summarize(validation: Validation): string {
  const { files, findings, count: found, project, policies = [] } = validation;
  const looked = [
    counted(files.length, 'catalog'),
    policies.length > 0 && counted(policies.length, 'policy'),
    project !== undefined && `the project ${project}`,
  ];
  const extent = joined(looked, ', ').replace(/, (?=[^,]*$)/, ' and ');
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

/** How far the coders of each catalog agree: a line about it, and below it one for each scale; nothing without codings. */
export function summarizeCoded({ coded = [] }: Validation) {
  return coded.map(({ catalog, positions, contested, undecided, agreement }) => {
    const parted =
      contested === 0
        ? 'coders part on none'
        : `coders part on ${count(contested)}${undecided === 0 ? '' : `, ${count(undecided)} of them missing`}`;
    return {
      head: `${catalog}: ${counted(positions, 'coded position')}, ${parted}`,
      scales: agreement.map(agreementWords),
    };
  });
}
