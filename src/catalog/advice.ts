import type { Path } from './locate.ts';
import { nearest } from './nearest.ts';
import { builtInScales } from './scales.ts';
import { id as idSchema } from './schema-parts.ts';
import { type ShapeProblem, valueAt } from './shape.ts';

const idWords = 'ids are lower-case letters and digits, with single - . or _ between them';

/** The id that comes nearest to a text; empty where it has no letters that an id may have. */
export function toId(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
}

function isId(value: unknown): value is string {
  return idSchema.safeParse(value).success;
}

function keysAt(file: unknown, path: Path): string[] {
  return Object.keys(valueAt(file, path) ?? {});
}

/** The labels of the scale that an issue is on, as far as the file can be understood. */
function labelsOf(file: unknown, issue: Path): readonly unknown[] | undefined {
  const scale = valueAt(file, [...issue, 'scale']) ?? 'stance5';
  if (typeof scale !== 'string') return undefined;
  const own = valueAt(file, ['scales', scale]);
  const labels: unknown = Array.isArray(own) ? own : valueAt(own, ['labels']);
  return Array.isArray(labels) ? labels : builtInScales[scale]?.labels;
}

/** A number or a truth value where a stance is expected. */
function adviseOnStance(path: Path, input: unknown, file: unknown): string | undefined {
  const isStance = path[2] === 'positions' && (path.length === 4 || path.at(-1) === 'stance');
  if (!isStance || (typeof input !== 'number' && typeof input !== 'boolean')) return undefined;
  const labels = labelsOf(file, path.slice(0, 2))?.map(String);
  if (!labels || labels.includes(String(input))) return undefined;
  return `write a label of the issue’s scale: ${labels.join(', ')}`;
}

/** Ids that are declared elsewhere in the file, under the key of the same name. */
function declaredIn(part: string, file: unknown): string[] {
  return part === 'scales'
    ? [...keysAt(file, [part]), ...Object.keys(builtInScales)]
    : keysAt(file, [part]);
}

/** The declared id that a text most likely stands for: by its letters, or by a title. */
function declaredId(text: string, part: string, file: unknown): string | undefined {
  const declared = declaredIn(part, file);
  const id = toId(text);
  const wanted = text.trim().toLowerCase();
  return (
    declared.find((each) => toId(each) === id) ??
    declared.find((each) => {
      const entry = valueAt(file, [part, each]);
      const title =
        typeof entry === 'string' ? entry : (valueAt(entry, ['title']) ?? valueAt(entry, ['name']));
      return typeof title === 'string' && title.toLowerCase() === wanted;
    }) ??
    nearest(id, declared)
  );
}

function adviseOnSources(input: string, file: unknown): string {
  const declared = declaredIn('sources', file);
  const ids = input
    .split(/[\s,;]+/)
    .filter((word) => word !== '')
    .map((word) => declaredId(word, 'sources', file) ?? toId(word))
    .filter((word) => word !== '');
  const missing = ids.filter((id) => !declared.includes(id));
  const list = `write sources: [${ids.join(', ')}]`;
  return missing.length === 0
    ? list
    : `${list}, and declare ${missing.join(' and ')} in the catalog’s own sources: {${missing[0]}: {title: ...}}`;
}

/** By key of a reference, the part of the file that declares what it may name. */
const partOf: Readonly<Record<string, string>> = {
  topic: 'topics',
  scale: 'scales',
  sources: 'sources',
  coder: 'coders',
};

function adviseOnReference(key: string, input: string, file: unknown): string | undefined {
  const part = partOf[key]!;
  const words = input.split(/\s+/);
  if (words.length > 1 && words.every((word) => declaredIn(part, file).includes(word)))
    return `entries of a list stand apart by commas: write ${words.join(', ')}`;
  const meant = declaredId(input, part, file);
  const own = meant !== undefined && isId(meant) ? meant : toId(input);
  if (own === '') return undefined;
  const more = meant === undefined ? `, and declare it in ${part}` : '';
  return `write ${own}${more}; ${idWords}`;
}

/** Coders, or codings, written as something simpler than they are. */
function adviseOnCoders(path: Path, input: unknown): string | undefined {
  const declared = (name: string) => `${toId(name) || 'id'}: {name: ${name}, kind: person}`;
  const texts = Array.isArray(input) && input.every((each) => typeof each === 'string');
  if (path[0] === 'coders' && path.length === 1 && texts && input.length > 0)
    return `write coders: {${input.map(declared).join(', ')}}, and kind: model for a language model`;
  if (path[0] === 'coders' && path.length === 2 && typeof input === 'string')
    return `write ${String(path[1])}: {name: ${input}, kind: person}, or kind: model for a language model`;
  if (path.at(-1) !== 'codings' || input === null || typeof input !== 'object') return undefined;
  const said = Object.entries(input).filter(([, stance]) => typeof stance === 'string');
  return Array.isArray(input) || said.length === 0
    ? undefined
    : `write codings: [${said.map(([coder, stance]) => `{coder: ${coder}, stance: ${stance}}`).join(', ')}]`;
}

/**
 * What to write in a catalog in place of a value of the wrong shape, worked out from the rest of the
 * file; `undefined` where the words of the schema say enough.
 */
export function adviseOnCatalog({ path, part }: ShapeProblem, file: unknown): string | undefined {
  const last = path.at(-1);
  if (part === 'key') {
    const id = path.length === 2 ? toId(String(last)) : '';
    return id === '' ? undefined : `write ${id}; ${idWords}`;
  }
  const input = valueAt(file, path);
  if (last === 'between' && Array.isArray(input))
    return 'name two countries or more, with commas between them: [China, Russia]';
  const onCoders = adviseOnCoders(path, input);
  if (onCoders !== undefined) return onCoders;
  if (typeof input !== 'string') return adviseOnStance(path, input, file);
  if (last === 'sources' && path.length > 1) return adviseOnSources(input, file);
  const key = String(typeof last === 'number' ? path.at(-2) : last);
  if (isId(input)) return undefined;
  if (Object.hasOwn(partOf, key) && path.length > 2) return adviseOnReference(key, input, file);
  const isOwn = ['id', 'series'].includes(key) || (key === 'catalog' && path.length === 1);
  const id = isOwn ? toId(input) : '';
  return id === '' ? undefined : `write ${id}; ${idWords}`;
}
