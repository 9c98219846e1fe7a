import { UserError } from '../errors.ts';
import type { Evidence } from '../evidence/evidence.ts';
import { version } from '../version.ts';
import type { Provenance } from '../results/parts.ts';
import type { InForce } from './in-force.ts';
import type { Io } from './io.ts';
import type { CatalogOptions } from './options.ts';
import type { Project } from './project-file.ts';

const looks = new Set(
  'all bom color debug format inForce limits output pager project quiet timestamp'.split(' '),
);

/** Names of catalogs, each once: the order in which they are given changes nothing. */
function inOrder(names: readonly string[]): readonly string[] {
  return [...new Set(names)].sort();
}

/** The project file, and which of some options have its values. */
function projectOf(
  { file, sha256 }: Project,
  { chosen, ofProject }: InForce,
  options: readonly string[],
): NonNullable<Provenance['project']> {
  const given = new Set(chosen()?.from === 'project' ? ['catalog', ...ofProject] : ofProject);
  return { file, sha256, gives: options.filter((name) => given.has(name)) };
}

/** What is said of a weights file; nothing of one that cannot be read, which only `align config` gets this far with. */
async function weightsOf(
  file: string | undefined,
  cwd: string,
): Promise<Pick<Provenance, 'weights'>> {
  if (file === undefined) return {};
  const { describeWeights } = await import('../question/weights-file.ts');
  try {
    return { weights: describeWeights(file, cwd) };
  } catch (error) {
    if (error instanceof UserError) return {};
    throw error;
  }
}

/** What a command was asked with; the names of files are relative to `cwd`. */
type Asked = object &
  Partial<CatalogOptions> & { readonly timestamp?: boolean; readonly weights?: string | undefined };

export async function provenanceOf(
  evidence: Pick<Evidence, 'catalogs'> & Partial<Pick<Evidence, 'eventSums'>>,
  options: Asked,
  { cwd }: Pick<Io, 'cwd'>,
): Promise<Provenance> {
  const { inForce } = options;
  const events = (evidence.eventSums ?? []).map(({ origin }) => origin);
  const chosen = inForce?.chosen();
  const catalog = chosen?.from === 'project' ? chosen.names : options.catalog;
  const kept = Object.entries({ ...options, catalog: catalog && inOrder(catalog) })
    .filter(([name, value]) => !looks.has(name) && value !== undefined)
    .map(
      ([name, value]) => [name, name === 'catalog' ? inOrder(value as string[]) : value] as const,
    )
    .sort(([x], [y]) => (x < y ? -1 : 1));
  return {
    version,
    catalogs: evidence.catalogs.map(({ id, version: edition, sha256, package: origin }) => ({
      id,
      version: edition,
      sha256,
      ...(origin ? { package: origin } : {}),
    })),
    ...(events.length > 0 ? { events } : {}),
    options: Object.fromEntries(kept),
    ...(inForce?.project
      ? {
          project: projectOf(
            inForce.project,
            inForce,
            kept.map(([name]) => name),
          ),
        }
      : {}),
    ...(await weightsOf(options.weights, cwd)),
    ...(options.timestamp ? { timestamp: new Date().toISOString() } : {}),
  };
}
