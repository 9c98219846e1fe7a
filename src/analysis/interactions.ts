import type { CountryCode, Interaction } from '../catalog/model.ts';
import type { Evidence } from '../evidence/evidence.ts';
import { countriesOf, type Side } from '../evidence/side.ts';
import { summarizeGoldstein } from '../measures/goldstein.ts';
import type { GoldsteinScale } from '../question/score-settings.ts';
import type { DyadInteraction, InteractionSummary, InteractionTotals } from '../results/score.ts';
import type { Direction } from '../results/vocabulary.ts';

function isOf(side: Side, country: CountryCode): boolean {
  return countriesOf(side).includes(country);
}

/** Whether a country of the first side is among the actors, and another, as one may be in both, of the second among the targets. */
export function involves(
  actors: readonly CountryCode[],
  first: Side,
  targets: readonly CountryCode[],
  second: Side,
): boolean {
  return actors.some(
    (actor) =>
      isOf(first, actor) && targets.some((target) => target !== actor && isOf(second, target)),
  );
}

function directionOf({ actors, targets }: Interaction, a: Side, b: Side): Direction | undefined {
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
  a: Side,
  b: Side,
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

function totalsOf(events: readonly DyadInteraction[]): InteractionTotals {
  const { meanGoldstein, cooperativeShare, ...counts } = summarizeGoldstein(
    events.map(({ goldstein }) => goldstein),
  );
  const reason = meanGoldstein.reason ?? cooperativeShare.reason;
  return {
    ...counts,
    meanGoldstein: meanGoldstein.value,
    cooperativeShare: cooperativeShare.value,
    ...(reason === undefined ? {} : { reason }),
  };
}

/** Events by weight, the weightiest first; of equals the latest first, then by id. */
export function byWeight(events: readonly DyadInteraction[]): readonly DyadInteraction[] {
  return events.toSorted(
    (x, y) =>
      Math.abs(y.goldstein) - Math.abs(x.goldstein) ||
      (x.date === y.date ? (x.id < y.id ? -1 : 1) : x.date < y.date ? 1 : -1),
  );
}

/** What the events between two sides amount to: in all, by year and by who acted. */
export function summarizeInteractions(events: readonly DyadInteraction[]): InteractionSummary {
  const years = [...new Set(events.map(({ year }) => year))].sort();
  const towards = (direction: Direction) =>
    totalsOf(events.filter((event) => event.direction === direction));
  const strongest = (sign: number) =>
    byWeight(events.filter(({ goldstein }) => Math.sign(goldstein) === sign))
      .slice(0, mostStrongest)
      .map(({ id }) => id);
  return {
    ...totalsOf(events),
    byYear: years.map((year) => ({
      year,
      ...totalsOf(events.filter((event) => event.year === year)),
    })),
    byDirection: {
      mutual: towards('mutual'),
      'a-to-b': towards('a-to-b'),
      'b-to-a': towards('b-to-a'),
    },
    strongest: { cooperative: strongest(1), conflictual: strongest(-1) },
    events,
  };
}
