import { type Problem, readDocument, type ReadDocument } from '../catalog/document.ts';
import { type Finding, sortFindings } from '../catalog/findings.ts';
import type { Limits } from '../catalog/limits.ts';
import type { Path } from '../catalog/locate.ts';
import { contradictions, unknownIds } from '../question/settings.ts';
import { type DefaultsFile, type ProjectFile, projectSchema } from './project-schema.ts';
import { wordsOf } from './schema.ts';

/** A project file, as far as it can be read without what it names. */
export interface ProjectDocument {
  /** What it says; of a file with errors, that which is right. */
  readonly content: ProjectFile;
  /** Errors and warnings of the file itself, in its order. */
  readonly findings: readonly Finding[];
  readonly find: ReadDocument<ProjectFile>['find'];
}

type Found = Problem & { readonly code: string };

function* checkProject({
  defaults = {},
  policies = [],
  baseline,
  ...rest
}: ProjectFile): Generator<Found> {
  for (const { key, ...objection } of [
    ...unknownIds(defaults),
    ...contradictions(wordsOf(defaults)),
  ])
    yield { ...objection, path: ['defaults', key] };
  for (const [key, names] of Object.entries({ catalogs: rest.catalogs ?? [], policies }))
    for (const [i, name] of names.entries())
      if (names.indexOf(name) < i)
        yield { code: 'repetition', path: [key, i], message: `"${name}" stands twice` };
  if (baseline !== undefined && policies.length > 1)
    yield {
      code: 'one-baseline',
      path: ['baseline'],
      message: 'a baseline is of one policy, and here are several',
      hint: 'leave it out: each policy has its own beside it',
    };
}

/**
 * Reads a project file. Never throws on bad content.
 *
 * @param bytes the file's content, UTF-8
 * @param file its name, for findings
 */
export function readProject(bytes: Uint8Array, file: string, limits?: Limits): ProjectDocument {
  const document = readDocument(
    bytes,
    file,
    projectSchema,
    'a project names catalogs, defaults or policies; align schema project describes it',
    limits,
  );
  const { content, findings, find } = document;
  if (content)
    return {
      content,
      findings: sortFindings([...findings, ...[...checkProject(content)].map(find)]),
      find,
    };
  const rest = document.salvage();
  if (!rest) return { content: {}, findings, find };
  const original = ({ path, ...problem }: { readonly path: Path } & Omit<Found, 'path'>) => ({
    ...problem,
    path: rest.original(path),
  });
  const more = [...checkProject(rest.content)].map((problem) => find(original(problem)));
  return {
    content: rest.content,
    findings: sortFindings([...findings, ...more]),
    find: (problem) => find(original(problem)),
  };
}

/** What words may say against defaults: other catalogs, or a word of the question. */
type Said = 'catalogs' | keyof DefaultsFile;

/**
 * The defaults that stand beside words which are said: a convention that is named presets its own measure,
 * distance and absences, a measure that is named its own distance; and other catalogs have other topics and
 * issues to select and to weigh.
 */
export function standingDefaults(
  defaults: DefaultsFile,
  isSaid: (what: Said) => boolean,
): DefaultsFile {
  const yields = new Set<string>([
    ...(isSaid('catalogs') ? ['topic', 'issue', 'weights'] : []),
    ...(isSaid('convention') ? ['measure', 'distance', 'absent'] : []),
    ...(isSaid('measure') ? ['distance'] : []),
  ]);
  const stands = ([key, value]: readonly [string, unknown]) =>
    value !== undefined && !yields.has(key) && !isSaid(key as Said);
  return Object.fromEntries(Object.entries(defaults).filter(stands));
}
