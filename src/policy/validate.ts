import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { isBundled } from '../bundle/bundled.ts';
import { isPackageName } from '../bundle/catalog-package.ts';
import { readInput } from '../bundle/read-input.ts';
import { type Finding, sortFindings } from '../catalog/findings.ts';
import { UserError } from '../errors.ts';
import { inventoryFilter } from '../evidence/evidence.ts';
import type { Library, World } from '../question/library.ts';
import { openLibrary } from '../question/open-library.ts';
import { refuseUnknownWeights } from '../question/refusals.ts';
import { readPolicy, resolvePolicy } from './load.ts';
import { besidePolicy } from './open.ts';
import type { ProjectDocument } from './project.ts';
import type { DefaultsFile, ProjectFile } from './project-schema.ts';
import { policyContext } from './question.ts';
import { unknownSelection } from './rules.ts';

/** A project whose paths are as seen from the current folder. */
type Located = Omit<ProjectFile, 'defaults'> & Omit<ProjectDocument, 'content'>;

/** Catalogs that open; `undefined` where something in them is wrong, which is told where they are checked. */
async function openQuietly(names: readonly string[], world: World): Promise<Library | undefined> {
  try {
    return await openLibrary(names, { ...world, warn: () => {} });
  } catch (error) {
    if (error instanceof UserError) return undefined;
    throw error;
  }
}

async function validatePolicy(
  file: string,
  ofProject: Library | undefined,
  defaults: DefaultsFile,
  world: World,
): Promise<{ readonly findings: readonly Finding[]; readonly own?: readonly string[] }> {
  const document = readPolicy(readInput(file, world.cwd), file, world.limits);
  const readable = document.content ?? document.salvage()?.content;
  const own = besidePolicy(readable?.catalogs, file, world.cwd);
  const library = own ? await openQuietly(own, world) : ofProject;
  if (library) {
    const { positions } = await library.gather(inventoryFilter);
    const { findings } = resolvePolicy(document, file, {
      ...(await policyContext(library, defaults)),
      holders: new Set(positions.countries),
    });
    return { findings, ...(own ? { own } : {}) };
  }
  if (!own) return { findings: document.findings };
  const message = 'these catalogs cannot be opened';
  const hint = `align validate ${own.join(' ')} says why`;
  const problem = document.find({ code: 'catalogs', path: ['catalogs'], message, hint });
  return { findings: [...document.findings, problem], own };
}

/** That there is no such file or package. */
function absence(name: string): { readonly message: string; readonly hint?: string } {
  return isPackageName(name)
    ? { message: `the package ${name} is not installed`, hint: `npm install ${name}` }
    : { message: `there is no file ${name}` };
}

/** Why the weights of a project cannot be used with its catalogs, if so. */
async function flawOfWeights(
  file: string,
  library: Library,
): Promise<{ readonly message: string; readonly hint?: string } | undefined> {
  try {
    const weighting = await library.readWeights(file);
    await refuseUnknownWeights(weighting, library, await library.gather(inventoryFilter));
    return undefined;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const { message, hint } = error;
    return { message, ...(hint === undefined ? {} : { hint }) };
  }
}

interface ProjectValidation {
  readonly findings: readonly Finding[];
  /** Those that were read. */
  readonly policies: readonly string[];
  /** What policies name as their catalogs. */
  readonly catalogs: readonly string[];
}

/**
 * Finds every problem of a project file and of the policies that it names; those of its catalogs are found
 * by `validateCatalogs`.
 *
 * @param defaults those that are about these catalogs
 * @param names the catalogs that are meant
 * @throws UserError (input) if a policy cannot be read
 */
export async function validateProject(
  { catalogs = [], policies = [], findings, find }: Located,
  defaults: DefaultsFile,
  names: readonly string[],
  world: World,
): Promise<ProjectValidation> {
  const isThere = (name: string) => existsSync(resolve(world.cwd, name));
  const found = [...findings];
  for (const [key, all] of Object.entries({ catalogs, policies }))
    for (const [i, name] of all.entries())
      if (!isThere(name) && !(key === 'catalogs' && isBundled(name)))
        found.push(find({ code: 'no-such-file', path: [key, i], ...absence(name) }));
  const library = await openQuietly(names, world);
  if (library) {
    const context = await policyContext(library);
    found.push(...[...unknownSelection(defaults, ['defaults'], context)].map(find));
    const { weights } = defaults;
    const flaw = weights === undefined ? undefined : await flawOfWeights(weights, library);
    if (flaw) found.push(find({ code: 'weights', path: ['weights'], ...flaw }));
  } else if (defaults.weights !== undefined && !isThere(defaults.weights))
    found.push(find({ code: 'no-such-file', path: ['weights'], ...absence(defaults.weights) }));
  const read = [...new Set(policies)].filter(isThere);
  const ofPolicies = new Set<string>();
  for (const file of read) {
    const { findings: ofPolicy, own = [] } = await validatePolicy(file, library, defaults, world);
    found.push(...ofPolicy);
    own.forEach((name) => ofPolicies.add(name));
  }
  return { findings: sortFindings(found), policies: read, catalogs: [...ofPolicies] };
}
