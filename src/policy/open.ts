import { dirname, relative, resolve } from 'node:path';
import { bundledNames } from '../bundle/bundled.ts';
import { nameFrom } from '../bundle/catalog-package.ts';
import { readInput } from '../bundle/read-input.ts';
import { UserError } from '../errors.ts';
import type { Library, World } from '../question/library.ts';
import { openLibrary, quietWorld } from '../question/open-library.ts';
import { findWithoutCatalogs, type Policy, readPolicy } from './load.ts';
import type { DefaultsFile } from './project-schema.ts';
import { findPolicy, refusePolicy } from './question.ts';

/** Catalogs that a policy names by path are beside it, wherever the command runs. */
export function besidePolicy(
  names: readonly string[] | undefined,
  policyFile: string,
  cwd: string,
) {
  const folder = resolve(cwd, dirname(policyFile));
  return names?.map((name) => nameFrom(name, folder, (path) => relative(cwd, path) || '.'));
}

/**
 * Opens a policy with the catalogs that it is asked of.
 *
 * @param choose the catalogs to open, given those that the policy names
 * @param defaults what holds where the policy says nothing
 * @throws UserError (input) with all findings if the policy is no good, or if its catalogs are not
 */
export async function openPolicy(
  file: string,
  choose: (own: readonly string[] | undefined) => readonly string[] = (own = bundledNames) => own,
  world: World = quietWorld,
  defaults?: DefaultsFile,
): Promise<{ readonly policy: Policy; readonly library: Library }> {
  const document = readPolicy(readInput(file, world.cwd), file, world.limits);
  const readable = document.content ?? document.salvage()?.content;
  if (!readable) return refusePolicy(document.findings);
  const names = choose(besidePolicy(readable.catalogs, file, world.cwd));
  const library = await openLibrary(names, world).catch((error: unknown) => {
    const findings = findWithoutCatalogs(document);
    if (findings.length === 0 || !(error instanceof UserError)) throw error;
    return refusePolicy(findings, error);
  });
  return { policy: await findPolicy(library, document, file, defaults), library };
}
