import { existsSync } from 'node:fs';
import { delimiter, resolve } from 'node:path';
import { bundledNames, isBundled } from '../bundle/bundled.ts';
import { isPackageName } from '../bundle/catalog-package.ts';
import { limitsTimes } from '../catalog/limits.ts';
import { inputError, UserError } from '../errors.ts';
import { openAtlas } from '../question/open-library.ts';
import type { DefaultsFile } from '../policy/project-schema.ts';
import type { SelectionWords, SettingsWords } from '../question/question.ts';
import type { Io } from './io.ts';
import { openProject, placeIn, type Project, refuseBrokenProject } from './project-file.ts';
import { pointOutStray } from './stray-note.ts';

/** Who named the catalogs. */
type CatalogOrigin = 'option' | 'policy' | 'environment' | 'project' | 'bundled';

export interface ChosenCatalogs {
  readonly names: readonly string[];
  readonly from: CatalogOrigin;
}

/** What holds for a command, whoever said it. */
export interface InForce {
  /** The project that the current folder is in, unless it is left out of account. */
  readonly project?: Project | undefined;
  /** The project's defaults as far as they are about the catalogs that the command line means. */
  readonly defaults?: DefaultsFile | undefined;
  /**
   * The catalogs that are meant: those of the option, else of the policy, else of ALIGN_CATALOG, else of the
   * project, else all bundled ones. Says on stderr, once, if others lie in the folder and none of these are.
   *
   * @param ofPolicy those that a policy names
   */
  readonly catalogs: (ofPolicy?: readonly string[]) => ChosenCatalogs;
  /** What `catalogs` gave, if it was asked. */
  readonly chosen: () => ChosenCatalogs | undefined;
  /** Options that have the project's value; the catalogs are not among them. */
  readonly ofProject: readonly string[];
  /** Options that the command line has a value for. */
  readonly isGiven: (option: string) => boolean;
}

/** Options as the command line has them. */
interface PlainOptions extends SelectionWords {
  readonly catalog?: readonly string[];
  readonly project?: boolean;
  readonly quiet?: boolean;
  readonly limits?: number;
}

/** What is known of the options of a command. */
export interface Given {
  readonly isGiven: (option: string) => boolean;
  /** Whether the command has such an option. */
  readonly takes: (option: string) => boolean;
}

/**
 * Decides where catalogs and defaults come from, for every command that reads catalogs: this is the one
 * place. Options win over ALIGN_* variables, and these over the project; what nobody says is as usual.
 *
 * @param diagnoses the command says itself what is wrong with the project
 * @returns the options, with the project's defaults where the command line has none
 * @throws UserError (input) for a project that cannot be used
 */
export async function putInForce(
  options: PlainOptions,
  { isGiven, takes }: Given,
  io: Io,
  diagnoses = false,
): Promise<PlainOptions & { readonly inForce: InForce }> {
  const isAsked = options.project !== false;
  const project = isAsked ? await openProject(io.cwd, limitsTimes(options.limits)) : undefined;
  if (project && !diagnoses) refuseBrokenProject(project);
  const { defaults, words } = project
    ? await standing(project, { isGiven, takes }, io)
    : { defaults: undefined, words: {} };
  if (project) refuseCrossedPeriod({ ...options, ...words }, project, isGiven);
  let chosen: ChosenCatalogs | undefined;
  const catalogs = (ofPolicy?: readonly string[]) => {
    if (chosen) return chosen;
    const ofOption = isGiven('catalog') ? options.catalog : undefined;
    const named = chooseCatalogs(ofOption, ofPolicy, project, io);
    const isOfProject = project !== undefined && named.from === 'project';
    chosen = isOfProject ? withoutMissing(named, project, io.cwd, diagnoses) : named;
    refuseCountry(chosen, io.cwd);
    if (chosen.from === 'bundled' && options.quiet !== true) pointOutStray(project, io);
    return chosen;
  };
  return {
    ...options,
    ...words,
    inForce: {
      project,
      defaults,
      catalogs,
      chosen: () => chosen,
      ofProject: Object.keys(words),
      isGiven,
    },
  };
}

function namedByEnvironment({ env }: Io): readonly string[] {
  return env['ALIGN_CATALOG']?.split(delimiter).filter((name) => name !== '') ?? [];
}

function chooseCatalogs(
  ofOption: readonly string[] | undefined,
  ofPolicy: readonly string[] | undefined,
  project: Project | undefined,
  io: Io,
): ChosenCatalogs {
  if (ofOption?.includes('')) throw new UserError('--catalog needs a name');
  if (ofOption) return { names: ofOption, from: 'option' };
  if (ofPolicy) return { names: ofPolicy, from: 'policy' };
  const fromEnv = namedByEnvironment(io);
  if (fromEnv.length > 0) return { names: fromEnv, from: 'environment' };
  if (!project?.catalogs) return { names: bundledNames, from: 'bundled' };
  return { names: project.catalogs, from: 'project' };
}

/** @throws UserError (input) with the place of a catalog that is not there, unless the command says so itself */
function withoutMissing(
  chosen: ChosenCatalogs,
  project: Project,
  cwd: string,
  diagnoses: boolean,
): ChosenCatalogs {
  const isThere = (name: string) => isBundled(name) || existsSync(resolve(cwd, name));
  const missing = chosen.names.find((name) => !isThere(name));
  if (missing === undefined) return chosen;
  if (diagnoses) return { ...chosen, names: chosen.names.filter(isThere) };
  const why = isPackageName(missing)
    ? `the package ${missing} is not installed`
    : `cannot read the catalog ${missing}: there is no such file`;
  throw inputError(why, {
    ...(isPackageName(missing) ? { hint: `npm install ${missing}` } : {}),
    location: placeIn(project, ['catalogs', chosen.names.indexOf(missing)]),
  });
}

/** The option takes all names up to the next one, countries too. @throws UserError (usage) if it took one */
function refuseCountry({ names }: ChosenCatalogs, cwd: string): void {
  const country = names
    .slice(1)
    .filter((name) => !isBundled(name) && !existsSync(resolve(cwd, name)))
    .find((name) => openAtlas().resolve(name).kind === 'found');
  if (country === undefined) return;
  throw new UserError(`${country} is a country, no catalog`, {
    hint: 'name countries before --catalog, which takes all that follows it',
  });
}

/** The project's defaults, and those of them that are values of options which the command line does not give. */
async function standing(
  project: Project,
  { isGiven, takes }: Given,
  io: Io,
): Promise<{ readonly defaults: DefaultsFile; readonly words: SelectionWords & SettingsWords }> {
  const { standingDefaults } = await import('../policy/project.ts');
  const { wordsOf } = await import('../policy/schema.ts');
  const hasOthers = isGiven('catalog') || namedByEnvironment(io).length > 0;
  const defaults = standingDefaults(project.defaults, (what) => what === 'catalogs' && hasOthers);
  const words = Object.entries(wordsOf(standingDefaults(defaults, isGiven)));
  const filled = words.filter(([key, value]) => value !== undefined && takes(key));
  return { defaults, words: Object.fromEntries(filled) };
}

/** @throws UserError (usage) if one end of the period is an option's, the other the project's, and they cross */
function refuseCrossedPeriod(
  { from, to }: SelectionWords,
  project: Project,
  isGiven: Given['isGiven'],
): void {
  if (from === undefined || to === undefined || from <= to) return;
  if (isGiven('from') === isGiven('to')) return;
  const [option, other, key] = isGiven('from')
    ? [`--from ${from}`, `after ${to}`, 'to']
    : [`--to ${to}`, `before ${from}`, 'from'];
  const { file, line } = placeIn(project, ['defaults', key]);
  throw new UserError(`${option} is ${other}, which ${file}:${line} has for "${key}"`, {
    hint: `give --${key} as well`,
  });
}
