import { dirname, isAbsolute, join } from 'node:path';
import { isBundled } from '../bundle/bundled.ts';
import { countFindings, type Finding, formatFindings } from '../catalog/findings.ts';
import { readInput } from '../bundle/open-catalogs.ts';
import { UserError, unusableInput } from '../errors.ts';
import { inventoryFilter } from '../evidence/evidence.ts';
import { type Library, openLibrary, type World } from '../question/library.ts';
import { type Policy, readPolicy, resolvePolicy } from './load.ts';

function refuse(findings: readonly Finding[]): never {
  throw new UserError(
    `${countFindings(findings)} in the policy\n${formatFindings(findings).join('\n')}`,
    { exitCode: unusableInput },
  );
}

/** Catalogs that a policy names by path are beside it, wherever the command runs. */
function besidePolicy(names: readonly string[] | undefined, policyFile: string) {
  return names?.map((name) =>
    isBundled(name) || isAbsolute(name) ? name : join(dirname(policyFile), name),
  );
}

/**
 * Opens a policy with the catalogs that it is asked of.
 *
 * @param choose the catalogs to open, given those that the policy names
 * @throws UserError (input) with all findings if the policy is no good, or if its catalogs are not
 */
export async function openPolicy(
  file: string,
  choose: (own: readonly string[] | undefined) => readonly string[],
  world: World,
): Promise<{ readonly policy: Policy; readonly library: Library }> {
  const document = readPolicy(readInput(file, world.cwd), file, world.limits);
  const readable = document.content ?? document.salvage()?.content;
  if (!readable) return refuse(document.findings);
  const names = choose(besidePolicy(readable.catalogs, file));
  const library = await openLibrary(names, world).catch((error: unknown) => {
    // Without catalogs, what is wrong with the shape of the policy is all that can be told.
    if (!document.content) refuse(document.findings);
    throw error;
  });
  const { topics, issues } = await library.gather(inventoryFilter);
  const { policy, findings } = resolvePolicy(document, file, {
    side: library.find,
    topics: Object.keys(topics),
    issues: issues.map(({ issue }) => issue.id),
  });
  if (!policy) return refuse(findings);
  formatFindings(findings).forEach(world.warn);
  return { policy, library };
}
