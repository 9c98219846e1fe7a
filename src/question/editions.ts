import { UserError } from '../errors.ts';
import type { Evidence, SelectionFilter } from '../evidence/evidence.ts';
import type { Side } from '../evidence/side.ts';
import type { Library } from './library.ts';
import type { Question } from './question.ts';
import { refuseOneRow, refuseSameSide, refuseUnknownWeights } from './refusals.ts';
import type { ScoreSettings } from './score-settings.ts';
import { filterOf, settingsOf } from './settings.ts';
import { type NamedSide, sideOf } from './sides.ts';

/** One of two editions of catalogs that a question is put to. */
export interface Edition {
  readonly library: Library;
  /** What scores are made of. */
  readonly evidence: Evidence;
  /** The same selection of everything that is written down: of any confidence, memberships included. */
  readonly written: Evidence;
  /** In the order named; `undefined` where the edition has no country or bloc of that name, as of the end of the period. */
  readonly sides: readonly (Side | undefined)[];
}

/** A question that is put to two editions of catalogs. */
export interface OpenedEditions {
  readonly question: Question;
  readonly settings: ScoreSettings;
  /** The sides by what the new edition calls them, else the old one, in the order named. */
  readonly named: readonly NamedSide[];
  readonly before: Edition;
  readonly after: Edition;
}

interface Known {
  readonly topics: ReadonlySet<string>;
  readonly issues: ReadonlySet<string>;
}

async function knownIn(library: Library): Promise<Known> {
  const { catalogs } = library;
  const issues = new Set(catalogs.flatMap((each) => each.issues.map(({ id }) => id)));
  const topics = new Set(catalogs.flatMap((each) => Object.keys(each.topics)));
  for (const { record, names } of await library.records())
    for (let rollCall = 0; rollCall < record.size; rollCall++) {
      issues.add(names.idOf(rollCall));
      names.topicsOf(rollCall).forEach((topic) => topics.add(topic));
    }
  return { topics, issues };
}

/** The selection without what only the other edition knows; what neither knows stays, and is refused. */
function narrowed(filter: SelectionFilter, own: Known, other: Known): SelectionFilter {
  const { topics, issues } = filter;
  const keep = (names: readonly string[], kind: keyof Known) =>
    names.filter((name) => own[kind].has(name) || !other[kind].has(name));
  return {
    ...filter,
    ...(topics ? { topics: keep(topics, 'topics') } : {}),
    ...(issues ? { issues: keep(issues, 'issues') } : {}),
  };
}

function findIn(library: Library, name: string, day: string | undefined) {
  try {
    return library.find(name, day);
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
}

/** @throws UserError of the new edition for a name that neither edition knows */
function findInEither(names: readonly string[], libraries: readonly Library[], day?: string) {
  return names.map((name) => {
    const found = libraries.map((library) => findIn(library, name, day));
    const known = found.map((each) => (each instanceof UserError ? undefined : each));
    if (known.every((each) => each === undefined)) throw found.at(-1);
    return known;
  });
}

async function openEdition(
  library: Library,
  { settings: { blocPosition } }: Question,
  filter: SelectionFilter,
  found: readonly (NamedSide | undefined)[],
): Promise<Edition> {
  const evidence = await library.gather(filter);
  refuseOneRow(
    evidence,
    found.flatMap((side) => side ?? []),
  );
  return {
    library,
    evidence,
    written: await library.gather({ ...filter, minConfidence: 'low', withMemberships: true }),
    sides: found.map((side) => side && sideOf(evidence, side, blocPosition)),
  };
}

/**
 * Puts a question to two editions of catalogs. A topic, issue, weight or bloc that one of them has is no mistake:
 * the other one has none of it.
 *
 * @throws UserError, as `openQuestionIn`, for what neither edition knows
 */
export async function openEditions(
  [old, now]: readonly [Library, Library],
  question: Question,
): Promise<OpenedEditions> {
  const settings = await settingsOf(question, now);
  const filter = filterOf(question);
  const [then, later] = [await knownIn(old), await knownIn(now)];
  const sides = findInEither(question.sides, [old, now], filter.to);
  const named = sides.map(([before, after]) => (after ?? before)!);
  refuseSameSide(named);
  const before = await openEdition(
    old,
    question,
    narrowed(filter, then, later),
    sides.map(([side]) => side),
  );
  const after = await openEdition(
    now,
    question,
    narrowed(filter, later, then),
    sides.map(([, side]) => side),
  );
  await refuseUnknownWeights(
    settings.weighting,
    {
      catalogs: [...old.catalogs, ...now.catalogs],
      records: async () => [...(await old.records()), ...(await now.records())],
    },
    { topics: { ...before.evidence.topics, ...after.evidence.topics } },
  );
  return { question, settings, named, before, after };
}
