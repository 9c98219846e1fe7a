import { growing, left, right } from '../columns.ts';
import { shortDate } from '../dates.ts';
import { joined } from '../joined.ts';
import { count, counted, decimal, percent, signed } from '../numbers.ts';
import type { Renderable } from '../renderable.ts';
import type { RenderContext } from '../renderer.ts';
import { bandedDivergence } from '../wording.ts';
import { renderPartings } from './partings.ts';
import { row } from './score-rows.ts';
import { table } from './text.ts';
import { renderTopics } from './topics.ts';
import type { DyadInteraction } from '../../results/score.ts';

type Score = Renderable['score'];

const longestActor = 14;

/** What the short table leaves out of the figures. */
export function fullRows(result: Score, context: RenderContext): string[] {
  const { coverage, counts, divergence, depth, interactions, countries, sensitivity } = result;
  const [a, b] = countries;
  const absent = Object.entries(sensitivity.absent).map(
    ([rule, value]) => `${rule} ${decimal(value)}`,
  );
  const { min, max } = sensitivity.leaveOneOut;
  return [
    ...row(
      'Coverage',
      joined([
        `${counted(coverage.issues, 'issue')} in the selection`,
        `${a.name} on ${count(coverage.a)}`,
        `${b.name} on ${count(coverage.b)}`,
        `both on ${count(coverage.joint)}, in ${counted(coverage.clusters, 'cluster')}`,
      ]),
      context,
    ),
    ...row(
      'Divergence',
      joined([
        bandedDivergence(divergence.value),
        `same ${count(counts.same)}`,
        `partial ${count(counts.partial)}`,
        `opposed ${count(counts.opposed)}`,
      ]),
      context,
    ),
    ...row(
      'Depth',
      joined([
        `joint ${count(depth.joint)}`,
        `coordinated ${count(depth.coordinated)}`,
        `parallel ${count(depth.parallel)}`,
        `coordination ${decimal(depth.coordination)}`,
        `liability gap ${decimal(depth.liabilityGap)}`,
        `stake asymmetry ${decimal(depth.stakeAsymmetry)}`,
      ]),
      context,
    ),
    ...row('Absences', absent.join(' · '), context),
    ...row(
      'Without one',
      min === null
        ? ''
        : `${decimal(min.value, 3)} without ${min.issue} – ${decimal(max.value, 3)} without ${max.issue}`,
      context,
    ),
    ...row(
      'Cooperation',
      interactions.cooperativeShare === null
        ? ''
        : `${percent(interactions.cooperativeShare)} of the weight of all interactions · net ${signed(interactions.net)}`,
      context,
    ),
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
    renderPartings(result, context),
    '',
    renderTopics(result, context),
    ...(result.interactions.n > 0 ? ['', interactionTable(result, context)] : []),
  ];
}
