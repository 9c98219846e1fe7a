import { conventions } from '../analysis/conventions.ts';
import type { Problem } from '../catalog/document.ts';
import type { Path } from '../catalog/locate.ts';
import { hintFor } from '../catalog/nearest.ts';
import { UserError } from '../errors.ts';
import type { Continuation } from '../evidence/party.ts';
import { findMeasure, measures } from '../measures/registry.ts';
import type { AssertionFile, PolicyFile, QuestionFile } from './schema.ts';

/** A country or bloc that a policy names. */
export interface NamedParty {
  readonly code: string;
  readonly name: string;
  /** Empty for a country. */
  readonly members: readonly string[];
  /** How the records of a historic state go on. */
  readonly continued?: Continuation;
}

/** What policies are checked against: the catalogs that they are asked of. */
export interface PolicyContext {
  /** The country or bloc of a name. @throws UserError with the nearest names */
  readonly party: (name: string) => NamedParty;
  readonly topics: readonly string[];
  readonly issues: readonly string[];
}

type Found = Problem & { readonly code: string };

function* unknownNames(
  question: QuestionFile,
  path: Path,
  { topics, issues }: PolicyContext,
): Generator<Found> {
  for (const [key, known] of [
    ['topic', topics],
    ['issue', issues],
  ] as const) {
    for (const name of question[key] ?? [])
      if (!known.includes(name))
        yield {
          code: `unknown-${key}`,
          path: [...path, key],
          message: `no ${key} is called "${name}" in the catalogs loaded`,
          hint: hintFor(name, known),
        };
  }
  const { measure, convention } = question;
  for (const [key, name, known] of [
    ['measure', measure, measures],
    ['convention', convention, conventions],
  ] as const) {
    const ids = known.map(({ id }) => id);
    if (name !== undefined && !ids.includes(name))
      yield {
        code: `unknown-${key}`,
        path: [...path, key],
        message: `no ${key} is called "${name}"`,
        hint: hintFor(name, ids),
      };
  }
}

/** The question of an assertion: its own words, then the defaults of the policy. */
export function questionOf(assertion: AssertionFile, defaults: QuestionFile = {}): QuestionFile {
  const {
    id: _id,
    between: _between,
    among: _among,
    atLeast: _atLeast,
    atMost: _atMost,
    coverage: _coverage,
    change: _change,
    allowMissing: _allowMissing,
    message: _message,
    ...own
  } = assertion;
  return { ...defaults, ...own };
}

/** Id of the measure that a question is put in. */
export function measureOf({ measure, convention }: QuestionFile): string {
  return measure ?? conventions.find(({ id }) => id === convention)?.measure ?? 'agreement';
}

function* badQuestion(question: QuestionFile, path: Path): Generator<Found> {
  const { from, to, distance } = question;
  if (from !== undefined && to !== undefined && from.slice(0, to.length) > to)
    yield { code: 'date-order', path: [...path, 'to'], message: `"to" is before "from" (${from})` };
  const measure = findMeasure(measureOf(question));
  if (measure && distance !== undefined && measure.distances.length === 0)
    yield {
      code: 'no-distance',
      path: [...path, 'distance'],
      message: `${measure.id} takes no distance`,
      hint: 'leave "distance" out',
    };
}

function* badParties(
  { between, among }: AssertionFile,
  path: Path,
  { party }: PolicyContext,
): Generator<Found> {
  if ((between === undefined) === (among === undefined)) {
    yield {
      code: 'parties',
      path,
      message:
        between === undefined
          ? 'the assertion names nobody'
          : '"between" and "among" exclude each other',
      hint: 'give `between: [china, russia]`, or `among: quad` for every dyad of a bloc',
    };
    return;
  }
  const mentions: (readonly [name: string, path: Path])[] =
    typeof among === 'string'
      ? [[among, [...path, 'among']]]
      : (between ?? among ?? []).map((name, i) => [
          name,
          [...path, between ? 'between' : 'among', i],
        ]);
  const seen = new Set<string>();
  for (const [name, at] of mentions) {
    let found: NamedParty;
    try {
      found = party(name);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      const { message, hint } = error;
      yield {
        code: 'unknown-country',
        path: at,
        message,
        ...(hint === undefined ? {} : { hint }),
      };
      continue;
    }
    if (seen.has(found.code))
      yield { code: 'country-twice', path: at, message: `${found.name} stands here twice` };
    seen.add(found.code);
    if (typeof among === 'string' && found.members.length < 2)
      yield {
        code: 'no-bloc',
        path: at,
        message: `${found.name} is no bloc`,
        hint: 'name a bloc, or list the countries: `among: [usa, japan, india]`',
      };
  }
}

function* badClaim(assertion: AssertionFile, question: QuestionFile, path: Path): Generator<Found> {
  const { atLeast, atMost, coverage, change } = assertion;
  const onScore = atLeast !== undefined || atMost !== undefined;
  const claims = [onScore, coverage !== undefined, change !== undefined].filter(Boolean).length;
  const counts = coverage && (coverage.atLeast !== undefined || coverage.atMost !== undefined);
  if (claims !== 1 || counts === false) {
    yield {
      code: 'claim',
      path: counts === false ? [...path, 'coverage'] : path,
      message:
        claims > 1 ? 'the assertion makes more than one claim' : 'the assertion claims nothing',
      hint: 'give `atLeast` or `atMost`, or `coverage: {atLeast: 30}`, or `change: {atMost: 0.05}`',
    };
    return;
  }
  const limits = coverage ?? assertion;
  if (limits.atLeast !== undefined && limits.atMost !== undefined && limits.atLeast > limits.atMost)
    yield {
      code: 'limits',
      path: [...path, ...(coverage ? ['coverage'] : []), 'atMost'],
      message: `"atMost" is below "atLeast" (${limits.atLeast}): nothing can pass`,
    };
  const measure = findMeasure(measureOf(question));
  if (!measure || !onScore) return;
  const [low, high] = measure.range;
  for (const key of ['atLeast', 'atMost'] as const) {
    const limit = assertion[key];
    if (limit !== undefined && (limit < low || limit > high))
      yield {
        code: 'limits',
        path: [...path, key],
        message: `${limit} is outside the range of ${measure.id}`,
        hint: `${measure.id} lies between ${low} and ${high}`,
      };
  }
}

/** What is wrong with a policy whose shape is right, with the places. */
export function* checkRules(policy: PolicyFile, context: PolicyContext): Generator<Found> {
  const { defaults, assertions } = policy;
  if (defaults) {
    yield* unknownNames(defaults, ['defaults'], context);
    yield* badQuestion(defaults, ['defaults']);
  }
  const seen = new Set<string>();
  for (const [i, assertion] of assertions.entries()) {
    const path = ['assertions', i];
    const { id } = assertion;
    if (seen.has(id))
      yield {
        code: 'duplicate-id',
        path: [...path, 'id'],
        message: `"${id}" stands twice`,
        hint: 'reports name assertions by their id; give each its own',
      };
    seen.add(id);
    const own = questionOf(assertion);
    const question = questionOf(assertion, defaults);
    yield* unknownNames(own, path, context);
    yield* badParties(assertion, path, context);
    if (Object.keys(own).length > 0) yield* badQuestion(question, path);
    yield* badClaim(assertion, question, path);
  }
}
