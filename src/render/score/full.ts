import { growing, left, right } from '../kit/columns.ts';
import { shortDate } from '../kit/dates.ts';
import { joined } from '../kit/joined.ts';
import { count, counted, decimal, percent, signed } from '../kit/numbers.ts';
import type { Renderable } from '../renderable.ts';
import type { RenderContext } from '../renderer.ts';
import { bandedDivergence } from '../kit/wording.ts';
import { renderDisagreements } from './disagreements.ts';
import type { Figure } from './figures.ts';
import { table } from '../kit/text.ts';
import { renderTopics } from './topics.ts';
import type { DyadInteraction } from '../../results/score.ts';

type Score = Renderable['score'];

const longestActor = 14;

/** What the short table leaves out of the figures. */
export function fullFigures(result: Score): readonly Figure[] {
  const { coverage, counts, divergence, depth, interactions, countries, sensitivity } = result;
  const [a, b] = countries;
  const { min, max } = sensitivity.leaveOneOut;
  const absent = Object.entries(sensitivity.absent);
  const named = (numbers: readonly (readonly [string, number])[]) =>
    numbers.map(([name, n]) => `${name} ${count(n)}`);
  return [
    [
      'Coverage',
      joined([
        `${counted(coverage.issues, 'issue')} in the selection`,
        `${a.name} on ${count(coverage.a)}`,
        `${b.name} on ${count(coverage.b)}`,
        `both on ${count(coverage.joint)}, in ${counted(coverage.clusters, 'cluster')}`,
      ]),
    ],
    ['Divergence', joined([bandedDivergence(divergence.value), ...named(Object.entries(counts))])],
    [
      'Depth',
      joined([
        ...named([
          ['joint', depth.joint],
          ['coordinated', depth.coordinated],
          ['parallel', depth.parallel],
        ]),
        `coordination ${decimal(depth.coordination)}`,
        `liability gap ${decimal(depth.liabilityGap)}`,
        `stake asymmetry ${decimal(depth.stakeAsymmetry)}`,
      ]),
    ],
    ['Absences', joined(absent.map(([rule, value]) => `${rule} ${decimal(value)}`))],
    [
      'Without one',
      min === null
        ? ''
        : `${decimal(min.value, 3)} without ${min.issue} – ${decimal(max.value, 3)} without ${max.issue}`,
    ],
    [
      'Cooperation',
      interactions.cooperativeShare === null
        ? ''
        : `${percent(interactions.cooperativeShare)} of the weight of all interactions · net ${signed(interactions.net)}`,
    ],
  ];
}

/** Who acted: the short name where the long one would take too much of the line. */
function actor(direction: DyadInteraction['direction'], [a, b]: Score['countries']): string {
  if (direction === 'mutual') return 'both';
  const { name, code } = direction === 'a-to-b' ? a : b;
  return name.length > longestActor ? code : name;
}

function interactionTable({ interactions, countries }: Score, context: RenderContext): string {
  return table(
    [left('Interactions'), right('Weight'), left('By'), growing('')],
    interactions.events.map((event) => [
      shortDate(event.date),
      signed(event.goldstein),
      actor(event.direction, countries),
      event.title,
    ]),
    context.width,
    { indent: '  ', header: context.color.bold },
  );
}

/** Every disagreement, topic and interaction. */
export function fullTables(result: Score, context: RenderContext): string[] {
  return [
    renderDisagreements(result, context),
    '',
    renderTopics(result, context),
    ...(result.interactions.events.length > 0 ? ['', interactionTable(result, context)] : []),
  ];
}
