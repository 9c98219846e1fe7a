import type { Problem } from '../catalog/document.ts';
import type { Path } from '../catalog/locate.ts';
import { hintFor } from '../catalog/nearest.ts';
import { UserError } from '../errors.ts';
import { findMeasure } from '../measures/registry.ts';
import { contradictions, measureOf, type Objection, unknownIds } from '../question/settings.ts';
import type { NamedSide } from '../question/sides.ts';
import { type AssertionFile, type PolicyFile, type QuestionFile, wordsOf } from './schema.ts';

/** What policies are checked against: the catalogs that they are asked of. Without them, every name may be one. */
export interface PolicyContext {
  /** The country or bloc of a name. @throws UserError with the nearest names */
  readonly side: (name: string, day?: string) => NamedSide;
  readonly topics?: readonly string[];
  readonly issues?: readonly string[];
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
      if (known?.includes(name) === false)
        yield {
          code: `unknown-${key}`,
          path: [...path, key],
          message: `no ${key} is called "${name}" in the catalogs loaded`,
          hint: () => hintFor(name, known),
        };
  }
  yield* [...unknownIds(question)].map(foundAt(path));
}

/** Where in a policy an objection is found. */
function foundAt(path: Path): (objection: Objection) => Found {
  return ({ key, ...objection }) => ({ ...objection, path: [...path, key] });
}

/** The question of an assertion: its own words, then the defaults of the policy. */
export function withDefaults(assertion: AssertionFile, defaults: QuestionFile = {}): QuestionFile {
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

function* badSides(
  { between, among }: AssertionFile,
  path: Path,
  { side }: PolicyContext,
): Generator<Found> {
  if ((between === undefined) === (among === undefined)) {
    yield {
      code: 'sides',
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
    let found: NamedSide;
    try {
      found = side(name);
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
    yield* [...contradictions(wordsOf(defaults))].map(foundAt(['defaults']));
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
    const own = withDefaults(assertion);
    const question = withDefaults(assertion, defaults);
    yield* unknownNames(own, path, context);
    yield* badSides(assertion, path, context);
    if (Object.keys(own).length > 0)
      yield* [...contradictions(wordsOf(question))].map(foundAt(path));
    yield* badClaim(assertion, question, path);
  }
}
