import { createHash } from 'node:crypto';
import { lstatSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve } from 'node:path';
import { nameFrom } from '../bundle/catalog-package.ts';
import { projectFile } from '../bundle/open-catalogs.ts';
import { readInput } from '../bundle/read-input.ts';
import type { Limits } from '../catalog/limits.ts';
import type { Path } from '../catalog/locate.ts';
import { countFindings, type Finding, formatFindings } from '../catalog/findings.ts';
import { inputError, type Location } from '../errors.ts';
import type { ProjectDocument } from '../policy/project.ts';
import type { DefaultsFile, ProjectFile } from '../policy/project-schema.ts';

/** A project file that was found, its paths as seen from the current folder. */
export interface Project extends Omit<ProjectFile, 'defaults'> {
  /** As seen from the current folder. */
  readonly file: string;
  readonly sha256: string;
  /** Measure, selection and weights. */
  readonly defaults: DefaultsFile;
  /** What is wrong with the file. */
  readonly findings: readonly Finding[];
  readonly find: ProjectDocument['find'];
}

function isThere(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

/** The nearest project file, from a folder up the tree. */
function nearestProject(folder: string): string | undefined {
  const file = join(folder, projectFile);
  try {
    if (isThere(file)) return file;
  } catch {
    // A folder that may not be looked into has no project for us.
  }
  const parent = dirname(folder);
  return parent === folder ? undefined : nearestProject(parent);
}

/**
 * The project that a folder is in; `undefined` outside of any. What is wrong with the file comes back as
 * findings.
 *
 * @throws UserError (input) if the file cannot be read
 */
export async function openProject(cwd: string, limits?: Limits): Promise<Project | undefined> {
  const path = nearestProject(resolve(cwd));
  if (path === undefined) return undefined;
  const seen = (target: string) => relative(cwd, target) || '.';
  const file = seen(path);
  const bytes = readInput(file, cwd);
  const { readProject } = await import('../policy/project.ts');
  const { content, findings, find } = readProject(bytes, file, limits);
  const beside = (name: string) => (isAbsolute(name) ? name : seen(resolve(dirname(path), name)));
  const { catalogs, defaults = {}, weights, policies, baseline } = content;
  return {
    file,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    ...(catalogs ? { catalogs: catalogs.map((name) => nameFrom(name, dirname(path), seen)) } : {}),
    defaults: { ...defaults, ...(weights === undefined ? {} : { weights: beside(weights) }) },
    ...(policies ? { policies: policies.map(beside) } : {}),
    ...(baseline === undefined ? {} : { baseline: beside(baseline) }),
    findings,
    find,
  };
}

/** @throws UserError (input) with all that is wrong with a project file */
export function refuseBrokenProject({ findings, file }: Project): void {
  if (!findings.some(({ severity }) => severity === 'error')) return;
  throw inputError(
    `${countFindings(findings)} in the project\n${formatFindings(findings).join('\n')}`,
    { hint: `--no-project leaves ${file} out of account` },
  );
}

/** Where a project says something. */
export function placeIn({ find }: Project, path: Path): Location {
  const { file, line, column } = find({ code: '', message: '', path });
  return { file, line, column };
}
