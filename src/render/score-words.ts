import type { DepthSummary } from '../analysis/depth.ts';
import type { PartyLabel } from '../analysis/party-label.ts';
import { count, decimal } from './numbers.ts';

/** The words on a score that its table, its page and its Markdown have in common. */

type Sides = readonly [PartyLabel, PartyLabel];

const joined = (parts: readonly string[]) => parts.filter((part) => part !== '').join(' · ');

/** `China’s`, `the United States’`. */
function possessive(name: string): string {
  return name.endsWith('s') ? `${name}’` : `${name}’s`;
}

/** `19 of 120 on the same side · 31 neither · 35 apart · 5 opposed`: on how many of them together. */
export function togetherWords(depth: DepthSummary): string {
  const { aligned, neither, apart, opposed } = depth;
  return joined([
    `${count(depth.coordinated + depth.joint)} of ${count(aligned)} on the same side`,
    `${count(neither)} neither`,
    `${count(apart)} apart`,
    `${count(opposed)} opposed`,
  ]);
}

/** `Russia’s stakes 0.67 (6) · China’s stakes 0.84 (8)`: agreement where one has the higher stake. */
export function stakeWords({ a, b }: DepthSummary['stakes'], [first, second]: Sides): string {
  return joined(
    [
      { name: first.name, ...a },
      { name: second.name, ...b },
    ].map(({ name, higher, value }) =>
      value === null ? '' : `${possessive(name)} stakes ${decimal(value)} (${count(higher)})`,
    ),
  );
}
