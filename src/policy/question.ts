import { countFindings, type Finding, formatFindings } from '../catalog/findings.ts';
import { UserError, unusableInput } from '../errors.ts';
import { inventoryFilter } from '../evidence/evidence.ts';
import type { Library } from '../question/library.ts';
import { type OpenedQuestion, openQuestionIn } from '../question/look-up.ts';
import { putQuestion } from '../question/question.ts';
import { type Assertion, type Policy, type PolicyDocument, resolvePolicy } from './load.ts';
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

/**
 * A policy with its names looked up in the catalogs that it is asked of; who opened them is told of warnings.
 *
 * @throws UserError (input) with all findings if the policy is no good
 */
export async function findPolicy(
  library: Library,
  document: PolicyDocument,
  file: string,
): Promise<Policy> {
  const { topics, issues } = await library.gather(inventoryFilter);
  const { policy, findings } = resolvePolicy(document, file, {
    side: library.find,
    topics: Object.keys(topics),
    issues: issues.map(({ issue }) => issue.id),
  });
  if (!policy) return refusePolicy(findings);
  formatFindings(findings).forEach(library.warn);
  return policy;
}

async function openAssertion(
  library: Library,
  assertion: Assertion,
): Promise<OpenedQuestion & { readonly assertion: Assertion }> {
  try {
    const question = putQuestion(wordsOf(assertion.question), {
      catalogs: [],
      sides: assertion.sides,
    });
    return { ...(await openQuestionIn(library, question)), assertion };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const { message, hint } = error;
    throw new UserError(message, {
      ...(hint === undefined ? {} : { hint }),
      exitCode: unusableInput,
      location: assertion.place,
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
): Promise<Awaited<ReturnType<typeof openAssertion>>[]> {
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
