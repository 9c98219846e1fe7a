import type { DateSpan } from '../catalog/model.ts';
import { countFindings, type Finding, formatFindings } from '../catalog/findings.ts';
import { UserError, unusableInput } from '../errors.ts';
import { inventoryFilter } from '../evidence/evidence.ts';
import type { Library } from '../question/library.ts';
import { type OpenedQuestion, openQuestionIn } from '../question/look-up.ts';
import { putQuestion } from '../question/question.ts';
import type { PolicyContext } from './rules.ts';
import { type Assertion, type Policy, type PolicyDocument, resolvePolicy } from './load.ts';
import type { DefaultsFile } from './project-schema.ts';
import { wordsOf } from './schema.ts';

/**
 * @param besides what is wrong with its catalogs
 * @throws UserError (input) with all that is wrong with a policy
 */
export function refusePolicy(findings: readonly Finding[], besides?: UserError): never {
  const lines = [
    `${countFindings(findings)} in the policy`,
    ...formatFindings(findings),
    ...(besides ? [besides.message] : []),
  ];
  throw new UserError(lines.join('\n'), { hint: besides?.hint, exitCode: unusableInput });
}

/** What the names of a policy are looked up in. */
export async function policyContext(
  library: Library,
  defaults?: DefaultsFile,
): Promise<PolicyContext> {
  const { topics, issues } = await library.gather(inventoryFilter);
  return {
    side: library.find,
    topics: Object.keys(topics),
    issues: issues.map(({ issue }) => issue.id),
    defaults,
  };
}

/**
 * A policy with its names looked up in the catalogs that it is asked of; who opened them is told of warnings.
 *
 * @param defaults what holds where the policy says nothing
 * @throws UserError (input) with all findings if the policy is no good
 */
export async function findPolicy(
  library: Library,
  document: PolicyDocument,
  file: string,
  defaults?: DefaultsFile,
): Promise<Policy> {
  const context = await policyContext(library, defaults);
  const { policy, findings } = resolvePolicy(document, file, context);
  if (!policy) return refusePolicy(findings);
  formatFindings(findings).forEach(library.warn);
  return policy;
}

/** An assertion with the questions that it is judged by. */
type OpenedAssertion = OpenedQuestion & {
  readonly assertion: Assertion;
  readonly earlier?: OpenedQuestion;
  readonly yearly?: OpenedQuestion;
};

async function openAssertion(library: Library, assertion: Assertion): Promise<OpenedAssertion> {
  const { question, sides, drift, breaks, place } = assertion;
  const open = (period: Partial<DateSpan> = {}) =>
    openQuestionIn(
      library,
      putQuestion({ ...wordsOf(question), ...period }, { catalogs: [], sides }),
    );
  try {
    const opened = await open(drift?.after);
    return {
      ...opened,
      assertion,
      ...(drift ? { earlier: await open(drift.before) } : {}),
      ...(breaks ? { yearly: opened } : {}),
    };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const { message, hint } = error;
    throw new UserError(message, {
      ...(hint === undefined ? {} : { hint }),
      exitCode: unusableInput,
      location: place,
    });
  }
}

/** All that keeps assertions from being asked, each with its place. */
function refuseAssertions(refused: readonly UserError[]): never {
  if (refused.length === 1) throw refused[0]!;
  const lines = refused.flatMap(({ location, message, hint }) => [
    `${location ? `${location.file}:${location.line}:${location.column}: ` : ''}${message}`,
    ...(hint === undefined ? [] : [`    ${hint}`]),
  ]);
  throw new UserError(
    `${refused.length} assertions of the policy cannot be asked\n${lines.join('\n')}`,
    { exitCode: unusableInput },
  );
}

/**
 * The assertions of a policy with the evidence that they are judged by, as `checkClaims` takes them.
 *
 * @throws UserError (input) with the places of all assertions that cannot be asked
 */
export async function openClaims(
  library: Library,
  { assertions }: Policy,
): Promise<OpenedAssertion[]> {
  const claims = [];
  const refused: UserError[] = [];
  for (const assertion of assertions)
    try {
      claims.push(await openAssertion(library, assertion));
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      refused.push(error);
    }
  return refused.length > 0 ? refuseAssertions(refused) : claims;
}
