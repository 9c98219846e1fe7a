import type { CountryCode, Interaction } from '../catalog/model.ts';
import type { Evidence } from '../evidence/evidence.ts';
import type { Party } from '../evidence/party.ts';

/** Goldstein weights in [-10, 10] by CAMEO event code (Goldstein 1992, as published by GDELT). */
export type GoldsteinScale = ReadonlyMap<
  string,
  { readonly label: string; readonly goldstein: number }
>;

/** One event between the two parties. */
export interface Dealing {
  readonly id: string;
  readonly title: string;
  readonly date: string;
  readonly year: string;
  readonly cameo: string;
  readonly label: string;
  /** In [-10, 10]. */
  readonly goldstein: number;
  /** `mutual`, or who acted towards whom: first to second, or second to first. */
  readonly direction: 'mutual' | 'a-to-b' | 'b-to-a';
  readonly note?: string;
  readonly sources: readonly string[];
}

const membersOf = (party: Party): readonly CountryCode[] =>
  party.members.length > 0 ? party.members : [party.code];

function directionOf(event: Interaction, a: Party, b: Party): Dealing['direction'] | undefined {
  const has = (countries: readonly CountryCode[], party: Party) =>
    countries.some((country) => membersOf(party).includes(country));
  if (event.targets.length === 0)
    return has(event.actors, a) && has(event.actors, b) ? 'mutual' : undefined;
  if (has(event.actors, a) && has(event.targets, b)) return 'a-to-b';
  return has(event.actors, b) && has(event.targets, a) ? 'b-to-a' : undefined;
}

/**
 * What two parties did with or to each other in the selected period, oldest first. An event among
 * several countries counts for each pair of them.
 */
export function findDealings(
  evidence: Evidence,
  a: Party,
  b: Party,
  scale: GoldsteinScale,
): readonly Dealing[] {
  return evidence.interactions.flatMap((event) => {
    const direction = directionOf(event, a, b);
    const code = scale.get(event.cameo);
    if (direction === undefined || code === undefined) return [];
    const { id, title, dateLabel: date, cameo, note, sources } = event;
    const year = event.date.from.slice(0, 4);
    const dealing: Dealing = { id, title, date, year, cameo, ...code, direction, sources };
    return [note === undefined ? dealing : { ...dealing, note }];
  });
}
