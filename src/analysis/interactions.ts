import type { CountryCode, Interaction } from '../catalog/model.ts';
import type { Evidence } from '../evidence/evidence.ts';
import { countriesOf, type Side } from '../evidence/side.ts';
import { type GoldsteinSums, sumsOfWeight } from '../measures/goldstein.ts';
import { groupBy } from '../group-by.ts';
import type { GoldsteinScale } from '../question/score-settings.ts';
import type { DyadInteraction, InteractionSummary } from '../results/score.ts';
import type { Direction } from '../results/vocabulary.ts';
import type { DyadSum } from './event-sums.ts';
import { totalsOf } from './interaction-totals.ts';

/** What tells who is on a side. */
type Members = Pick<Side, 'code' | 'members'>;

function isOf(side: Members, country: CountryCode): boolean {
  return countriesOf(side).includes(country);
}

/** Whether a country of the first side is among the actors, and another, as one may be in both, of the second among the targets. */
export function involves(
  actors: readonly CountryCode[],
  first: Members,
  targets: readonly CountryCode[],
  second: Members,
): boolean {
  return actors.some(
    (actor) =>
      isOf(first, actor) && targets.some((target) => target !== actor && isOf(second, target)),
  );
}

/** Who acted towards whom in an interaction; `undefined` where it is not between the two. */
export function directionOf(
  { actors, targets }: Pick<Interaction, 'actors' | 'targets'>,
  a: Members,
  b: Members,
): Direction | undefined {
  if (targets.length === 0) return involves(actors, a, actors, b) ? 'mutual' : undefined;
  if (involves(actors, a, targets, b)) return 'a-to-b';
  return involves(actors, b, targets, a) ? 'b-to-a' : undefined;
}

/**
 * What two sides did with or to each other in the selected period, oldest first. An event among
 * several countries counts for each pair of them.
 */
export function findInteractions(
  evidence: Evidence,
  a: Members,
  b: Members,
  scale: GoldsteinScale,
): readonly DyadInteraction[] {
  const interactions: DyadInteraction[] = [];
  for (const event of evidence.interactions) {
    const direction = directionOf(event, a, b);
    const code = direction && scale.get(event.cameo);
    if (!direction || !code) continue;
    const { id, title, dateLabel: date, cameo, note, sources } = event;
    const { label, goldstein } = code;
    const year = event.date.from.slice(0, 4);
    const interaction = { id, title, date, year, cameo, label, goldstein, direction, sources };
    interactions.push(note === undefined ? interaction : { ...interaction, note });
  }
  return interactions;
}

const mostStrongest = 3;

/** Interactions of one year and direction: one that is listed, or the sum of some that are not. */
type Part = GoldsteinSums & { readonly year: string; readonly direction: Direction };

/** Events by weight, the weightiest first; of equals the latest first, then by id. */
export function byWeight<Event extends DyadInteraction>(
  events: readonly Event[],
): readonly Event[] {
  return events.toSorted(
    (x, y) =>
      Math.abs(y.goldstein) - Math.abs(x.goldstein) ||
      (x.date === y.date ? (x.id < y.id ? -1 : 1) : x.date < y.date ? 1 : -1),
  );
}

/** How many come from each source of events, in the order of the catalogs. */
function unlistedOf(summed: readonly DyadSum[]): NonNullable<InteractionSummary['unlisted']> {
  return [...groupBy(summed, ({ from }) => from)].map(([{ title, origin, sources }, sums]) => ({
    id: origin.id,
    catalog: origin.catalog,
    title,
    sources,
    ...totalsOf(sums),
  }));
}

/**
 * What the events between two sides amount to: in all, by year and by who acted.
 *
 * @param summed those that are not listed, as sources of events add them up
 */
export function summarizeInteractions(
  events: readonly DyadInteraction[],
  summed: readonly DyadSum[] = [],
): InteractionSummary {
  const parts: readonly Part[] = [
    ...events.map(({ goldstein, year, direction }) => ({
      ...sumsOfWeight(goldstein),
      year,
      direction,
    })),
    ...summed.map((sum) => ({ ...sum, year: sum.period.slice(0, 4) })),
  ];
  const years = [...new Set(parts.map(({ year }) => year))].sort();
  const towards = (direction: Direction) =>
    totalsOf(parts.filter((part) => part.direction === direction));
  const strongest = (sign: number) =>
    byWeight(events.filter(({ goldstein }) => Math.sign(goldstein) === sign))
      .slice(0, mostStrongest)
      .map(({ id }) => id);
  return {
    ...totalsOf(parts),
    byYear: years.map((year) => ({
      year,
      ...totalsOf(parts.filter((part) => part.year === year)),
    })),
    byDirection: {
      mutual: towards('mutual'),
      'a-to-b': towards('a-to-b'),
      'b-to-a': towards('b-to-a'),
    },
    strongest: { cooperative: strongest(1), conflictual: strongest(-1) },
    events,
    ...(summed.length > 0 ? { unlisted: unlistedOf(summed) } : {}),
  };
}
