import { resolve } from 'node:path';
import { UserError } from '../errors.ts';
import type { Io } from './io.ts';
import type { CatalogOptions, GlobalOptions } from './options.ts';
import type { Project } from './project-file.ts';
import { pointOutUnnamed } from './stray-note.ts';

/** The catalogs to look at; with the project, where nothing else is named. */
export function whatToValidate(
  files: readonly string[],
  options: CatalogOptions & GlobalOptions,
  io: Io,
): { readonly names: readonly string[]; readonly project?: Project | undefined } {
  const { isGiven, project, catalogs } = options.inForce;
  const named = [...files, ...((isGiven('catalog') && options.catalog) || [])];
  if (project) refuseOfProject(files, project, io.cwd);
  if (files.length > 0) return { names: named };
  if (isGiven('catalog') || !project) return { names: catalogs().names };
  // Who misspelt the key meant catalogs of their own, not the bundled ones.
  if (!project.catalogs && project.findings.length > 0) return { names: [], project };
  if (options.quiet !== true) pointOutUnnamed(project, io);
  return { names: catalogs().names, project };
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
