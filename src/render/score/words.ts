import { periodWords } from '../kit/dates.ts';
import { joined } from '../kit/joined.ts';
import { count, counted, decimal, interval, signed } from '../kit/numbers.ts';
import { bandedDecimal, possessive } from '../kit/wording.ts';
import type { DepthSummary, Memberships, ScoreResult } from '../../results/score.ts';
import type { SideLabel, SameTexts } from '../../results/parts.ts';

/** The words on a score that its table, its page and its Markdown have in common. */

type Sides = readonly [SideLabel, SideLabel];

/** The headline as a figure: an agreement stays within its band. */
type Headline = Pick<ScoreResult['alignment'], 'measure' | 'value'>;

export function headlineFigure({ measure, value }: Headline): string {
  return measure === 'agreement' ? bandedDecimal(value) : decimal(value);
}

/** `2006 – Oct 2020 · 160 issues · 3 catalogs`: what the headline rests on. */
export function extentWords({ period, coverage, catalogs }: ScoreResult): string {
  return joined([
    period === null ? '' : periodWords(period),
    counted(coverage.joint, 'issue'),
    counted(catalogs.length, 'catalog'),
  ]);
}

/** `same texts 0.84 (31), was 0.85`; empty without any. */
export function sameTextsWords({ series, before, after }: SameTexts): string {
  return series === 0
    ? ''
    : `same texts ${decimal(after)} (${count(series)}), was ${decimal(before)}`;
}

/** `0.83 since 2021 (0.77 – 0.88); same texts 0.84 (31), was 0.85`; empty where there is no lately. */
export function latelyWords({ lately }: Pick<ScoreResult, 'lately'>): string {
  if (lately === null) return '';
  const { value, low, high, from, sameTexts } = lately;
  const range = interval(low, high);
  const headline = `${decimal(value)} since ${from.slice(0, 4)}${range === '' ? '' : ` (${range})`}`;
  return joined([headline, sameTextsWords(sameTexts)], '; ');
}

/** `1,204 machine-coded, not listed (GDELT 2.0)`; empty where all are listed. */
export function unlistedWords({ unlisted = [] }: ScoreResult['interactions']): string {
  return joined(unlisted.map(({ n, title }) => `${count(n)} machine-coded, not listed (${title})`));
}

/** `35 · 29 cooperative · 6 conflictual · mean Goldstein +3.9`; empty where none is recorded. */
export function interactionWords({ n, ...interactions }: ScoreResult['interactions']): string {
  return n === 0
    ? ''
    : joined([
        count(n),
        `${count(interactions.cooperative)} cooperative`,
        `${count(interactions.conflictual)} conflictual`,
        `mean Goldstein ${signed(interactions.meanGoldstein)}`,
      ]);
}

/** `19 of 120 on the same side · 31 neither · 35 apart · 5 opposed`: on how many of them together. */
export function togetherWords(depth: DepthSummary): string {
  const { aligned, neither, apart, opposed } = depth;
  return joined([
    aligned === 0
      ? 'none on the same side'
      : `${count(depth.coordinated + depth.joint)} of ${count(aligned)} on the same side`,
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

/**
 * `both BRICS, SCO · only Russia CIS, CSTO`; empty where nothing is known of any.
 *
 * @param full with what they are associated with
 */
export function membershipWords(
  { associated, ...members }: Memberships,
  [first, second]: Sides,
  full: boolean,
): string {
  const lists = ({ both, a, b }: typeof members, more = '') =>
    [
      { who: 'both', held: both },
      { who: `only ${first.name}`, held: a },
      { who: `only ${second.name}`, held: b },
    ].map(({ who, held }) =>
      held.length === 0 ? '' : `${who}${more} ${held.map(({ title }) => title).join(', ')}`,
    );
  return joined([...lists(members), ...(full ? lists(associated, ' associated') : [])]);
}
