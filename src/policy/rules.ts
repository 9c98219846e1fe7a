import type { Problem } from '../catalog/document.ts';
import type { Path } from '../catalog/locate.ts';
import { hintFor } from '../catalog/nearest.ts';
import { UserError } from '../errors.ts';
import { findMeasure } from '../measures/registry.ts';
import { contradictions, measureOf, type Objection, unknownIds } from '../question/settings.ts';
import type { NamedSide } from '../question/sides.ts';
import { standingDefaults } from './project.ts';
import type { DefaultsFile } from './project-schema.ts';
import { type AssertionFile, type PolicyFile, type QuestionFile, wordsOf } from './schema.ts';

/** What policies are checked against: the catalogs that they are asked of. Without them, every name may be one. */
export interface PolicyContext {
  /** The country or bloc of a name. @throws UserError with the nearest names */
  readonly side: (name: string, day?: string) => NamedSide;
  readonly topics?: readonly string[];
  readonly issues?: readonly string[];
  /** Codes of all with a position; without them, it is not asked whether a side has one. */
  readonly holders?: ReadonlySet<string>;
  /** What holds where neither an assertion nor the policy says anything. */
  readonly defaults?: DefaultsFile | undefined;
}

interface LimitsFile {
  readonly atLeast?: number | undefined;
  readonly atMost?: number | undefined;
}

type Found = Problem & { readonly code: string };

/** Topics and issues that are not there. */
export function* unknownSelection(
  question: QuestionFile,
  path: Path,
  { topics, issues }: Pick<PolicyContext, 'topics' | 'issues'>,
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
}

function* unknownNames(
  question: QuestionFile,
  path: Path,
  context: PolicyContext,
): Generator<Found> {
  yield* unknownSelection(question, path, context);
  yield* [...unknownIds(question)].map(foundAt(path));
}

/** Where in a policy an objection is found. */
function foundAt(path: Path): (objection: Objection) => Found {
  return ({ key, ...objection }) => ({ ...objection, path: [...path, key] });
}

/** The words of an assertion, then the defaults of the policy. */
function withDefaults(assertion: AssertionFile, defaults: QuestionFile = {}): QuestionFile {
  const {
    id: _id,
    between: _between,
    among: _among,
    atLeast: _atLeast,
    atMost: _atMost,
    coverage: _coverage,
    change: _change,
    drift,
    breaks: _breaks,
    allowMissing: _allowMissing,
    message: _message,
    ...own
  } = assertion;
  // A drift has its own periods.
  const { from: _from, to: _to, ...timeless } = defaults;
  return { ...(drift ? timeless : defaults), ...own };
}

/** The question of an assertion: its own words, then those of the policy, then those of the project. */
export function questionIn(
  assertion: AssertionFile,
  { defaults, catalogs }: Pick<PolicyFile, 'defaults' | 'catalogs'>,
  { defaults: ofProject = {} }: Pick<PolicyContext, 'defaults'>,
): DefaultsFile {
  const words = withDefaults(assertion, defaults);
  const said = { ...words, ...(catalogs ? { catalogs } : {}) };
  return { ...standingDefaults(ofProject, (what) => Object.hasOwn(said, what)), ...words };
}

/** Whether a side, or any of its members, has a position; the record of a state that is gone may be another's. */
function mayHold({ code, members, continued }: NamedSide, holders: ReadonlySet<string>): boolean {
  return continued !== undefined || [code, ...members].some((each) => holders.has(each));
}

function* badSides(
  { between, among, allowMissing }: AssertionFile,
  path: Path,
  { side, holders }: PolicyContext,
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
    if (holders && allowMissing !== true && !mayHold(found, holders))
      yield {
        code: 'no-position',
        severity: 'warning',
        path: at,
        message: `the catalogs have no position of ${found.name}`,
        hint: 'name sides that they have some of (align list countries), or say `allowMissing: true`',
      };
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
  const { atLeast, atMost } = assertion;
  const onScore = atLeast !== undefined || atMost !== undefined;
  const claims = (['coverage', 'change', 'drift', 'breaks'] as const).filter(
    (each) => assertion[each],
  );
  const [claim] = claims;
  const limits: LimitsFile = (claim && assertion[claim]) ?? assertion;
  const at = claim === undefined ? path : [...path, claim];
  const isOpen = limits.atLeast === undefined && limits.atMost === undefined;
  if (claims.length + Number(onScore) > 1 || isOpen) {
    yield {
      code: 'claim',
      path: isOpen ? at : path,
      message: isOpen ? 'the assertion claims nothing' : 'the assertion makes more than one claim',
      hint: 'give `atLeast` or `atMost`, of their own or below `coverage`, `change`, `drift` or `breaks`',
    };
    return;
  }
  if (limits.atLeast !== undefined && limits.atMost !== undefined && limits.atLeast > limits.atMost)
    yield {
      code: 'limits',
      path: [...at, 'atMost'],
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

/** Periods that are none of a drift, and measures that nothing is told by. */
function* badPeriods(assertion: AssertionFile, path: Path): Generator<Found> {
  const { drift, breaks, measure } = assertion;
  for (const key of ['from', 'to'] as const)
    if (drift && assertion[key] !== undefined)
      yield {
        code: 'periods',
        path: [...path, key],
        message: `a drift has no "${key}"`,
        hint: 'its periods are `before` and `after`',
      };
  if (drift && drift.before.to >= drift.after.from)
    yield {
      code: 'periods',
      path: [...path, 'drift', 'after'],
      message: 'the periods overlap, or the later one stands before',
      hint: '`before` ends before `after` begins',
    };
  if (measure !== undefined && (breaks || (drift && drift.of !== 'score')))
    yield {
      code: 'no-measure',
      path: [...path, 'measure'],
      message: `${breaks ? 'breaks are' : 'a drift on the same texts is'} told by agreement`,
      hint: breaks ? 'leave the measure out' : 'leave the measure out, or add `of: score`',
    };
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
    const question = questionIn(assertion, policy, context);
    yield* unknownNames(own, path, context);
    yield* badSides(assertion, path, context);
    if (Object.keys(own).length > 0)
      yield* [...contradictions(wordsOf(question))].map(foundAt(path));
    yield* badClaim(assertion, question, path);
    yield* badPeriods(assertion, path);
  }
}
