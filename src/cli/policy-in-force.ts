import { resolve } from 'node:path';
import { projectFile } from '../bundle/open-catalogs.ts';
import { UserError } from '../errors.ts';
import { baselineFile } from '../policy/baseline.ts';
import type { ChosenCatalogs } from './in-force.ts';
import type { Project } from './project-file.ts';

/** The policy of a project that has one. @throws UserError (usage) if there is none, or there are several */
export function onlyPolicy(project: Project | undefined): string {
  const [policy, ...others] = project?.policies ?? [];
  if (policy !== undefined && others.length === 0) return policy;
  throw new UserError(policy === undefined ? 'name a policy' : 'name one of the policies', {
    hint:
      policy === undefined
        ? `such as align check watch.yaml; one that stands under policies in ${projectFile} needs no name`
        : `${project?.file ?? ''} has ${[policy, ...others].join(', ')}`,
  });
}

/** Catalogs that somebody named, for the result. */
export function namedCatalogs(chosen: ChosenCatalogs | undefined): {
  readonly catalogs?: readonly string[];
} {
  const isNamed = chosen && chosen.from !== 'environment' && chosen.from !== 'bundled';
  return isNamed ? { catalogs: chosen.names } : {};
}

/** The baseline of a policy that no option names: the project's for its own policy, else the one beside it. */
export function baselineOf(file: string, project: Project | undefined, cwd: string): string {
  const isOfProject = project?.policies?.some((each) => resolve(cwd, each) === resolve(cwd, file));
  return (isOfProject && project?.baseline) || baselineFile(file);
}
