import { readDocument, type ReadDocument } from '../catalog/document.ts';
import type { Limits as InputLimits } from '../catalog/limits.ts';
import type { DateSpan } from '../catalog/model.ts';
import { type Finding, sortFindings } from '../catalog/findings.ts';
import type { Location } from '../errors.ts';
import { measureOf } from '../question/settings.ts';
import type { NamedSide } from '../question/sides.ts';
import { checkRules, type PolicyContext, questionIn } from './rules.ts';
import { type AssertionFile, type PolicyFile, policySchema, wordsOf } from './schema.ts';
import type { DefaultsFile } from './project-schema.ts';
import type { Limits } from '../results/check.ts';
import type { BreakKind, DriftQuantity, Quantity } from '../results/vocabulary.ts';

/** A policy of the right shape, before its names are looked up. */
export type PolicyDocument = ReadDocument<PolicyFile>;

/** One claim of a policy, its names resolved. */
export interface Assertion {
  readonly id: string;
  /** What the limits hold for. */
  readonly quantity: Quantity;
  readonly limits: Limits;
  /** Id of the measure. */
  readonly measure: string;
  /** Measure and selection, as the policy words them, or else the project. */
  readonly question: DefaultsFile;
  /** Two sides of one dyad, or several of which every dyad is meant, as named. */
  readonly sides: readonly string[];
  /** The bloc, where one names the sides. */
  readonly bloc?: NamedSide;
  /** Of a drift: its periods, and what of it is asserted. */
  readonly drift?: {
    readonly before: DateSpan;
    readonly after: DateSpan;
    readonly of: DriftQuantity;
  };
  /** Of breaks: which of them count. */
  readonly breaks?: { readonly kind: BreakKind; readonly since?: number };
  readonly allowMissing: boolean;
  /** The policy's own words for a failure. */
  readonly message?: string;
  readonly place: Location;
}

export interface Policy {
  readonly id: string;
  readonly title?: string;
  readonly assertions: readonly Assertion[];
}

/**
 * Reads a policy file as far as it can be read without catalogs. Never throws on bad content.
 *
 * @param bytes the file's content, UTF-8
 * @param file its name, for findings
 */
export function readPolicy(bytes: Uint8Array, file: string, limits?: InputLimits): PolicyDocument {
  return readDocument(
    bytes,
    file,
    policySchema,
    'a policy has a list of assertions; align schema policy describes it',
    limits,
  );
}

function claimOf(
  assertion: AssertionFile,
): Pick<Assertion, 'quantity' | 'limits' | 'drift' | 'breaks'> {
  const { coverage, change, drift, breaks } = assertion;
  const quantity =
    (['coverage', 'change', 'drift', 'breaks'] as const).find((each) => assertion[each]) ?? 'score';
  const given = coverage ?? change ?? drift ?? breaks ?? assertion;
  const low = 'atLeast' in given ? given.atLeast : undefined;
  const { before, after, of = 'same-texts' } = drift ?? {};
  const { kind = 'behaviour', since } = breaks ?? {};
  return {
    quantity,
    limits: {
      ...(low === undefined ? {} : { atLeast: low }),
      ...(given.atMost === undefined ? {} : { atMost: given.atMost }),
    },
    ...(before && after ? { drift: { before, after, of } } : {}),
    ...(breaks ? { breaks: { kind, ...(since === undefined ? {} : { since }) } } : {}),
  };
}

function resolveAssertion(
  assertion: AssertionFile,
  policy: PolicyFile,
  context: PolicyContext,
  place: Location,
): Assertion {
  const { id, between, among, allowMissing, message } = assertion;
  const question = questionIn(assertion, policy, context);
  const bloc =
    typeof among === 'string'
      ? context.side(among, assertion.drift?.after.to ?? wordsOf(question).to)
      : undefined;
  const named = typeof among === 'string' ? undefined : among;
  return {
    id,
    ...claimOf(assertion),
    measure: measureOf(question),
    question,
    sides: bloc?.members ?? between ?? named ?? [],
    ...(bloc ? { bloc } : {}),
    allowMissing: allowMissing ?? false,
    ...(message === undefined ? {} : { message }),
    place,
  };
}

/** What is wrong whatever else an assertion says. */
const certain = /^(?:unknown-.*|duplicate-id|country-twice)$/;

/**
 * Problems in the sound part of a policy that has the wrong shape elsewhere. Of an assertion that has it
 * itself, only those that the unsound part cannot explain.
 */
function checkRest({ salvage, find }: PolicyDocument, context: PolicyContext): Finding[] {
  const rest = salvage();
  if (!rest) return [];
  return [...checkRules(rest.content, context)]
    .map((problem) => ({ ...problem, path: rest.original(problem.path) }))
    .filter(
      ({ code, path }) =>
        !rest.missing.holds(path) &&
        (certain.test(code) || !rest.missing.reaches(path.slice(0, 2))),
    )
    .map(find);
}

/** `watch` of `policies/watch.yaml`. */
function nameOfFile(file: string): string {
  return file.replace(/^.*[\\/]/, '').replace(/(?<=.)\.[^.]*$/, '');
}

/** Looks up the names of a policy; `policy` is absent when there are errors. */
export function resolvePolicy(
  document: PolicyDocument,
  file: string,
  context: PolicyContext,
): { readonly policy?: Policy; readonly findings: readonly Finding[] } {
  const { content, findings, find } = document;
  if (!content) return { findings: sortFindings([...findings, ...checkRest(document, context)]) };
  const all = sortFindings([...findings, ...[...checkRules(content, context)].map(find)]);
  if (all.some(({ severity }) => severity === 'error')) return { findings: all };
  const placeOf = (index: number): Location => {
    const { line, column } = find({ code: '', message: '', path: ['assertions', index] });
    return { file, line, column };
  };
  return {
    policy: {
      id: content.policy ?? nameOfFile(file),
      ...(content.title === undefined ? {} : { title: content.title }),
      assertions: content.assertions.map((assertion, i) =>
        resolveAssertion(assertion, content, context, placeOf(i)),
      ),
    },
    findings: all,
  };
}

/** What is wrong with a policy whatever its catalogs hold. */
export function findWithoutCatalogs(document: PolicyDocument): readonly Finding[] {
  // Any name may be that of a bloc, which has members.
  const side = (name: string): NamedSide => ({ code: name, name, members: ['', ''] });
  const { content, findings, find } = document;
  const more = content
    ? [...checkRules(content, { side })].map(find)
    : checkRest(document, { side });
  return sortFindings([...findings, ...more]);
}
