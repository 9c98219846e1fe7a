import { byWeight, involves } from '../interactions.ts';
import { type Basis, fact } from './basis.ts';
import type { EventMention, Fact, SideIndex } from './explanation.ts';
import { unique } from './mentions.ts';
import type { DyadInteraction } from '../../results/score.ts';

const mostMilitary = 6;
const mostCooperative = 3;
const mostNeutral = 3;
const mostConflictual = 6;

function sideOf({ direction }: DyadInteraction): 'both' | SideIndex {
  if (direction === 'mutual') return 'both';
  return direction === 'a-to-b' ? 0 : 1;
}

function nameEvent(event: DyadInteraction): EventMention {
  const { id, title, date, goldstein, note = null, sources } = event;
  return { id, title, date, by: sideOf(event), goldstein, note, sources };
}

const byDate = (x: { date: string; id: string }, y: { date: string; id: string }) =>
  x.date === y.date ? (x.id < y.id ? -1 : 1) : x.date < y.date ? -1 : 1;

const named = (events: readonly DyadInteraction[]) => events.toSorted(byDate).map(nameEvent);

function basisOf(
  events: readonly { readonly id: string | null; readonly sources: readonly string[] }[],
) {
  return {
    interactions: events.flatMap(({ id }) => id ?? []),
    sources: unique(events.flatMap(({ sources }) => sources)),
  };
}

/** CAMEO says so in its labels: military cooperation, aid and their announcement. */
const isMilitary = ({ label, goldstein }: DyadInteraction) =>
  goldstein > 0 && /\bmilitar/i.test(label);

/** What the two did with or to each other. */
export function interactionFacts({ score, evidence }: Basis): readonly Fact[] {
  const { n, cooperative, conflictual, meanGoldstein, byDirection, byYear, events, unlisted } =
    score.interactions;
  const summed = unlisted ?? [];
  if (n === 0) {
    // What is not recorded rests on the catalogs searched, not on a source.
    return evidence.catalogs.length === 0
      ? []
      : [
          fact(
            'no-interactions',
            { catalogs: evidence.catalogs.map(({ title }) => title) },
            { sources: [] },
          ),
        ];
  }
  const military = events.filter(isMilitary);
  const other = byWeight(events.filter((event) => event.goldstein > 0 && !isMilitary(event)));
  const conflict = events.filter(({ goldstein }) => goldstein < 0);
  const neutral = events.filter(({ goldstein }) => goldstein === 0);
  const latest = (some: readonly DyadInteraction[], most: number) =>
    some.toSorted(byDate).slice(-most);
  const ofKind = (
    kind: 'military' | 'cooperation' | 'neutral',
    all: readonly DyadInteraction[],
    shown: readonly DyadInteraction[],
  ): readonly Fact[] =>
    shown.length === 0 ? [] : [fact(kind, { n: all.length, events: named(shown) }, basisOf(shown))];
  const quarrels = latest(conflict, mostConflictual);
  const by = (side: SideIndex | 'both') =>
    conflict.filter((event) => sideOf(event) === side).length;
  return [
    fact(
      'interactions',
      {
        n,
        cooperative,
        conflictual,
        mutual: byDirection.mutual.n,
        by: [byDirection['a-to-b'].n, byDirection['b-to-a'].n],
        meanGoldstein,
        range: [-10, 10],
        years: [byYear[0]?.year ?? '', byYear.at(-1)?.year ?? ''],
      },
      basisOf([...events, ...summed.map((each) => ({ ...each, id: null }))]),
    ),
    ...summed.map((each) =>
      fact(
        'machine-coded',
        {
          title: each.title,
          n: each.n,
          of: n,
          cooperative: each.cooperative,
          conflictual: each.conflictual,
          meanGoldstein: each.meanGoldstein,
        },
        { sources: each.sources },
        `machine-coded-${each.catalog}-${each.id}`,
      ),
    ),
    ...ofKind('military', military, latest(military, mostMilitary)),
    ...ofKind('cooperation', other, other.slice(0, mostCooperative)),
    ...ofKind('neutral', neutral, latest(neutral, mostNeutral)),
    ...(quarrels.length === 0
      ? []
      : [
          fact(
            'conflict',
            {
              n: conflict.length,
              by: [by(0), by(1)],
              both: by('both'),
              events: named(quarrels),
            },
            basisOf(quarrels),
          ),
        ]),
  ];
}

/** What both did towards third countries on the same matter: together, or each for itself. */
export function sideBySideFacts({ evidence, dyad }: Basis): readonly Fact[] {
  const events = evidence.interactions.filter(
    ({ actors, targets }) => targets.length > 0 && involves(actors, dyad.a, actors, dyad.b),
  );
  const alone = events.filter(({ depth }) => depth === 'parallel' || depth === 'unilateral');
  const together = events.filter(({ depth }) => depth === 'coordinated' || depth === 'joint');
  if (alone.length + together.length === 0) return [];
  return [
    fact(
      'side-by-side',
      {
        n: alone.length + together.length,
        together: together.length,
        apart: alone.length,
      },
      basisOf([...alone, ...together]),
    ),
  ];
}
