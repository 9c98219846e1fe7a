import { countrySide, type Side } from '../../evidence/side.ts';
import type { Edition, OpenedEditions } from '../../question/editions.ts';
import type { DiffResult, DyadChange, IssueChange } from '../../results/diff.ts';
import { compareDyadIn, findMoved } from './dyads.ts';
import {
  actorEntries,
  blocEntries,
  catalogEntries,
  interactionEntries,
  issueEntries,
  scaleEntries,
  sourceEntries,
  topicEntries,
} from './entries.ts';
import { compareEntries } from './facets.ts';
import { comparePositions, holdersOf } from './positions.ts';

/** Two editions as they are named. */
type Names = Pick<DiffResult, 'old' | 'new'>;

function compareIssues({ before, after }: OpenedEditions): readonly IssueChange[] {
  const bearing = ({ written }: Edition, id: string) => {
    const selected = written.issues.find(({ issue }) => issue.id === id);
    return selected ? holdersOf(written, selected).length : 0;
  };
  return compareEntries(
    issueEntries(before.written.issues),
    issueEntries(after.written.issues),
  ).map((entry) => ({
    ...entry,
    positions: bearing(entry.change === 'removed' ? before : after, entry.id),
  }));
}

function namedDyads({ named, before, after, settings }: OpenedEditions): readonly DyadChange[] {
  return named.flatMap(({ code: a }, i) =>
    named.slice(i + 1).map(({ code: b }, j) => {
      const pairIn = ({ sides }: Edition) => [sides[i], sides[i + 1 + j]] as const;
      const sides = [[a, b], pairIn(before), pairIn(after)] as const;
      return compareDyadIn([before, after], sides, settings);
    }),
  );
}

function movedDyads({ before, after, settings }: OpenedEditions) {
  const { overall, most } = findMoved([before, after], settings);
  const dyads = most.map(([a, b]) => {
    const pairIn = ({ evidence }: Edition): readonly [Side, Side] => [
      countrySide(evidence, a, a),
      countrySide(evidence, b, b),
    ];
    return compareDyadIn([before, after], [[a, b], pairIn(before), pairIn(after)], settings);
  });
  return { overall, dyads };
}

/**
 * What an author changed from one edition of catalogs to another, and what that does to scores: of the dyads
 * named in the question, or, where none are, of those of countries that moved most. Everything is known by its
 * id: what has another one was removed and added.
 */
export function diffOf(opened: OpenedEditions, names: Names): DiffResult {
  const { before, after, named, settings } = opened;
  const [old, now] = [before.library.catalogs, after.library.catalogs];
  const content = {
    catalogs: compareEntries(catalogEntries(old), catalogEntries(now)),
    topics: compareEntries(topicEntries(old), topicEntries(now)),
    scales: compareEntries(scaleEntries(old), scaleEntries(now)),
    sources: compareEntries(sourceEntries(old), sourceEntries(now)),
    blocs: compareEntries(blocEntries(old), blocEntries(now)),
    actors: compareEntries(actorEntries(old), actorEntries(now)),
    issues: compareIssues(opened),
    positions: comparePositions(before.written, after.written),
    interactions: compareEntries(
      interactionEntries(before.written.interactions),
      interactionEntries(after.written.interactions),
    ),
  };
  const { measure, distance } = settings.headline;
  const { overall, dyads } =
    named.length > 0 ? { overall: null, dyads: namedDyads(opened) } : movedDyads(opened);
  const sides = new Map(named.map(({ code, name }) => [code, name]));
  // An actor may be in the old edition only.
  const nameOf = (code: string) => {
    const name = after.library.nameOf(code);
    return name === code ? before.library.nameOf(code) : name;
  };
  const codes = [
    ...content.positions.map(({ country }) => country),
    ...dyads.flatMap(({ a, b }) => [a, b]),
  ];
  return {
    schema: 'align/diff@1',
    ...names,
    differ: Object.values(content).some((list) => list.length > 0),
    ...content,
    measure: measure.id,
    distance: measure.distances.length > 0 ? distance : null,
    decomposes: measure.perIssue !== null,
    overall,
    dyads,
    names: Object.fromEntries(
      [...new Set(codes)].sort().map((code) => [code, sides.get(code) ?? nameOf(code)]),
    ),
  };
}
