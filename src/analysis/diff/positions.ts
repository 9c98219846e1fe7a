import { heldOn, stancesOf } from '../../bundle/packed.ts';
import type { Coding, CountryCode, Issue, Stance } from '../../catalog/model.ts';
import { ABSENT, type Evidence, MISSING, type SelectedIssue } from '../../evidence/evidence.ts';
import type { PositionChange } from '../../results/diff.ts';
import { compareFacets, type Facets, facetsOf } from './facets.ts';

const nothing: Facets = new Map();
/** A record has a million votes of three kinds: each kind is one object, and so soon compared. */
const votes = new Map<string, Facets>();

function voteCalled(label: string): Facets {
  const known = votes.get(label) ?? facetsOf({ stance: label });
  votes.set(label, known);
  return known;
}

type Described = Omit<Stance, 'category' | 'from' | 'codings'> & { readonly stance: string };

const saidOfStances = ['stance', 'salience', 'confidence', 'note', 'sources'] as const;

/** What is said of a country's stances on an issue; what is not the same of all of them, with their days. */
function historyOf(
  stances: readonly (readonly [from: string | undefined, held: Described])[],
): Facets {
  const said = saidOfStances.map((key) => {
    const texts = stances.map(([, held]) => String(facetsOf(held[key]).get('') ?? ''));
    const dated = stances.flatMap(([from = 'first'], i) =>
      texts[i] === '' ? [] : [`${from} ${texts[i]}`],
    );
    const isTimeless = key !== 'stance' || stances.every(([from]) => from === undefined);
    const same = isTimeless && new Set(texts).size === 1 ? texts[0] : dated.join(', ');
    return [key, same === '' ? undefined : same] as const;
  });
  return facetsOf(Object.fromEntries(said));
}

interface CodedStance {
  readonly from?: string;
  readonly codings: readonly Coding[];
  /** What a coding rests on that does not say it. */
  readonly sources: readonly string[];
}

/** Codings of a country's stances, those that count as missing among them; oldest first. */
function codingsOf(issue: Issue, country: CountryCode): readonly CodedStance[] {
  // Only issues with codings have a rule for them, and only their stances have to be looked at.
  if (issue.codingRule === undefined) return [];
  const decided = (stancesOf(issue, country) ?? []).flatMap(({ codings, ...rest }) =>
    codings ? [{ ...rest, codings }] : [],
  );
  const undecided = (issue.undecided ?? []).filter((each) => each.country === country);
  return [...decided, ...undecided.map((each) => ({ sources: issue.sources, ...each }))].sort(
    (x, y) => ((x.from ?? '') < (y.from ?? '') ? -1 : 1),
  );
}

/** What each coder said, under `codings` and its id; of a stance that changed with its day. */
function codingFacets(
  stances: readonly CodedStance[],
  issue: Issue,
  labels: readonly string[],
): Facets {
  const facets = new Map<string, string>();
  for (const { from, codings, sources } of stances)
    for (const { coder, category, confidence, sources: own, ...rest } of codings) {
      const isOwn = [sources, issue.sources].every((list) => list.join() !== own.join());
      const said = {
        '': labels[category] ?? '',
        '.confidence': confidence === 'high' ? undefined : confidence,
        '.date': rest.date,
        '.note': rest.note,
        '.sources': isOwn ? own.join(', ') : undefined,
      };
      for (const [key, text] of Object.entries(said)) {
        if (text === undefined) continue;
        const field = `codings.${coder}${key}`;
        const dated = from === undefined ? text : `${from} ${text}`;
        const earlier = facets.get(field);
        facets.set(field, earlier === undefined ? dated : `${earlier}, ${dated}`);
      }
    }
  return facets;
}

/** All that a country holds on an issue, whenever and however sure. */
function positionOf(
  { scales, positions }: Evidence,
  { issue, scale, index }: SelectedIssue,
  country: CountryCode,
): Facets {
  const labels = scales[scale]?.labels ?? [];
  const label = (category: number | null) =>
    category === null || category === ABSENT ? 'absent' : (labels[category] ?? '');
  const stances = stancesOf(issue, country);
  const codings = codingFacets(codingsOf(issue, country), issue, labels);
  if (!stances && codings.size > 0) return codings;
  if (!stances) {
    const category = positions.get(country)?.[index] ?? MISSING;
    return category === MISSING ? nothing : voteCalled(label(category));
  }
  const history = historyOf(
    stances.map(({ from, category, ...rest }) => [from, { stance: label(category), ...rest }]),
  );
  return codings.size === 0 ? history : new Map([...history, ...codings]);
}

/** Who has a position on an issue: of a record, whose issues have none of their own, by the votes in it. */
export function holdersOf({ positions }: Evidence, { issue, index }: SelectedIssue) {
  const { countries, stances } = heldOn(issue);
  return stances.length > 0
    ? countries.filter((country) => stancesOf(issue, country))
    : positions.countries.filter((country) => positions.get(country)?.[index] !== MISSING);
}

/**
 * Positions that were added, removed or changed on issues that are in both editions, by issue, then country.
 * Those on issues that are in one only come and go with these.
 */
export function comparePositions(before: Evidence, after: Evidence): readonly PositionChange[] {
  const known = new Map(before.issues.map((selected) => [selected.issue.id, selected]));
  return after.issues
    .toSorted((x, y) => (x.issue.id < y.issue.id ? -1 : 1))
    .flatMap((now) => {
      const old = known.get(now.issue.id);
      if (!old) return [];
      const undecided = [old, now].flatMap(({ issue }) =>
        (issue.undecided ?? []).map(({ country }) => country),
      );
      const holders = new Set([...holdersOf(before, old), ...holdersOf(after, now), ...undecided]);
      return [...holders].sort().flatMap((country): PositionChange[] => {
        const [held, holds] = [positionOf(before, old, country), positionOf(after, now, country)];
        const fields = compareFacets(held, holds);
        if (fields.length === 0) return [];
        const change = held.size === 0 ? 'added' : holds.size === 0 ? 'removed' : 'changed';
        return [{ change, issue: now.issue.id, title: now.issue.title, country, fields }];
      });
    });
}
