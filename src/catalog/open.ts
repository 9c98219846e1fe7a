import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { UserError } from '../errors.ts';
import { bundledCatalog, bundledNames } from './bundled.ts';
import { type Finding, formatFinding, countFindings } from './findings.ts';
import type { CatalogContext } from './load.ts';
import type { Catalog } from './model.ts';
import { hintFor } from './nearest.ts';

const inputUnusable = 3;

function systemReason(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'ENOENT') return 'there is no such file';
  if (code === 'EACCES' || code === 'EPERM') return 'it may not be read';
  return error instanceof Error ? error.message : String(error);
}

/** The catalog files that a path stands for: itself, or the YAML files of a directory, sorted. */
export function catalogFiles(path: string, cwd: string): readonly string[] {
  const full = resolve(cwd, path);
  let entries: readonly string[];
  try {
    if (!statSync(full).isDirectory()) return [path];
    entries = readdirSync(full);
  } catch (error) {
    throw new UserError(`cannot read the catalog ${path}: ${systemReason(error)}`, {
      hint: `bundled catalogs: ${bundledNames.join(', ')}; ${hintFor(path, bundledNames)}`,
      exitCode: inputUnusable,
    });
  }
  const files = entries.filter((name) => /\.ya?ml$/i.test(name)).sort();
  if (files.length === 0)
    throw new UserError(`the directory ${path} has no catalog`, {
      hint: 'catalogs are files that end in .yaml or .yml',
      exitCode: inputUnusable,
    });
  return files.map((name) => join(path, name));
}

/** The bytes of an input file. @throws UserError (input) if it cannot be read */
export function readInput(file: string, cwd: string): Uint8Array {
  try {
    return readFileSync(resolve(cwd, file));
  } catch (error) {
    throw new UserError(`cannot read ${file}: ${systemReason(error)}`, { exitCode: inputUnusable });
  }
}

function clash(what: string, id: string, catalogs: readonly string[], hint: string): string {
  return `the ${what} "${id}" is defined differently in ${catalogs.join(' and ')}; ${hint}`;
}

/** Ids that several catalogs give to different things. Shared topics, sources and groups must be alike. */
export function findClashes(catalogs: readonly Catalog[]): string[] {
  const problems: string[] = [];
  const compare = (
    what: string,
    hint: string,
    entries: (catalog: Catalog) => Iterable<readonly [id: string, content: unknown]>,
  ) => {
    const seen = new Map<string, { content: string; catalog: string }>();
    for (const catalog of catalogs) {
      for (const [id, value] of entries(catalog)) {
        const content = JSON.stringify(value);
        const earlier = seen.get(id);
        if (!earlier) seen.set(id, { content, catalog: catalog.id });
        else if (earlier.content !== content)
          problems.push(clash(what, id, [earlier.catalog, catalog.id], hint));
      }
    }
  };
  compare('catalog', 'load one of them', ({ id, sha256 }) => [[id, sha256]]);
  compare('issue', 'rename one of them', (c) => c.issues.map(({ id }) => [id, c.id] as const));
  compare('interaction', 'rename one of them', (c) =>
    c.interactions.map(({ id }) => [id, c.id] as const),
  );
  compare('topic', 'give it one title', ({ topics }) => Object.entries(topics));
  compare('scale', 'rename one of them', ({ scales }) => Object.entries(scales));
  compare('source', 'rename one of them', ({ sources }) => Object.entries(sources));
  compare('group', 'rename one of them', (c) =>
    Object.entries(c.groups).map(([id, { members }]) => [id, members] as const),
  );
  return problems;
}

export interface OpenedCatalogs {
  readonly catalogs: readonly Catalog[];
  /** Warnings of the files read; bundled catalogs have none. */
  readonly warnings: readonly Finding[];
}

/**
 * Opens catalogs by bundled name, file or directory, each once, in the order named.
 *
 * @param context made only when a file has to be read, since that needs every parser
 * @throws UserError (input) with all findings if any file is missing or invalid, or if they clash
 */
export async function openCatalogs(
  names: readonly string[],
  cwd: string,
  context: () => CatalogContext,
): Promise<OpenedCatalogs> {
  const catalogs: Catalog[] = [];
  const findings: Finding[] = [];
  for (const name of new Set(names)) {
    const bundled = bundledCatalog(name);
    if (bundled) {
      catalogs.push(bundled);
      continue;
    }
    const { loadCatalog } = await import('./load.ts');
    for (const file of catalogFiles(name, cwd)) {
      const loaded = loadCatalog(readInput(file, cwd), file, context());
      findings.push(...loaded.findings);
      if (loaded.catalog) catalogs.push(loaded.catalog);
    }
  }
  if (findings.some(({ severity }) => severity === 'error'))
    throw new UserError(
      `${countFindings(findings)} in the catalogs\n${findings.map(formatFinding).join('\n')}`,
      { exitCode: inputUnusable },
    );
  // Bundled catalogs were compared with each other when they were built.
  const problems = names.every((name) => bundledNames.some((known) => known === name))
    ? []
    : findClashes(catalogs);
  if (problems.length > 0)
    throw new UserError(`the catalogs do not go together\n${problems.join('\n')}`, {
      exitCode: inputUnusable,
    });
  return { catalogs, warnings: findings };
}
