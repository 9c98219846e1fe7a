import { resolve } from 'node:path';
import { inputError, UserError } from '../errors.ts';
import { type InForce, putInForce } from './in-force.ts';
import type { Io } from './io.ts';
import type { CatalogOptions, GlobalOptions } from './options.ts';
import type { Project } from './project-file.ts';
import { pointOutUnnamed } from './stray-note.ts';

/** What is validated. */
export interface Extent {
  /** Catalogs. */
  readonly names: readonly string[];
  /** The project, where nothing else is named. */
  readonly project?: Project | undefined;
  /** What held when this was decided. */
  readonly inForce: InForce;
}

/** The catalogs to look at; with the project, where nothing else is named. */
export function whatToValidate(
  files: readonly string[],
  options: CatalogOptions & GlobalOptions,
  io: Io,
): Extent {
  const { inForce } = options;
  const { isGiven, project, catalogs } = inForce;
  const named = [...files, ...((isGiven('catalog') && options.catalog) || [])];
  if (project) refuseOfProject(files, project, io.cwd);
  if (files.length > 0) return { names: named, inForce };
  if (isGiven('catalog') || !project) return { names: catalogs().names, inForce };
  // Who misspelt the key meant catalogs of their own, not the bundled ones.
  if (!project.catalogs && project.findings.length > 0) return { names: [], project, inForce };
  if (options.quiet !== true) pointOutUnnamed(project, io);
  return { names: catalogs().names, project, inForce };
}

/**
 * The same for a later look, with the project as it is then.
 *
 * @throws UserError (input) if the project file is gone, or cannot be read
 */
export async function whatToValidateNow(
  { project }: Extent,
  files: readonly string[],
  options: CatalogOptions & GlobalOptions,
  io: Io,
): Promise<Extent> {
  if (!project) return whatToValidate(files, options, io);
  const given = { isGiven: options.inForce.isGiven, takes: () => false };
  const { inForce } = await putInForce(options, given, io, true);
  if (!inForce.project)
    throw inputError(`cannot read ${project.file}: there is no such file any more`);
  return whatToValidate(files, { ...options, inForce }, io);
}

/** The files that a project consists of, beside its catalogs. */
export function filesOfProject({ project, inForce }: Extent): readonly string[] {
  if (!project) return [];
  const { weights } = inForce.defaults ?? {};
  return [project.file, ...(project.policies ?? []), ...(weights === undefined ? [] : [weights])];
}

/** @throws UserError (usage) if one of the files is the project's, or a policy of it */
function refuseOfProject(files: readonly string[], project: Project, cwd: string): void {
  const isAmong = (name: string, others: readonly string[] = []) =>
    others.some((other) => resolve(cwd, other) === resolve(cwd, name));
  for (const name of files) {
    const isProject = isAmong(name, [project.file]);
    if (!isProject && !isAmong(name, project.policies)) continue;
    const what = isProject ? 'the project file' : `a policy of ${project.file}`;
    throw new UserError(`${name} is ${what}, no catalog`, {
      hint: 'align validate without names checks it with all that belongs to it',
    });
  }
}
