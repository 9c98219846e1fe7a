import { z } from 'zod';
import { hintFor } from './nearest.ts';
import type { Path } from './locate.ts';

/** A way in which a value does not have the shape that a schema asks for. */
export interface ShapeProblem {
  readonly code: 'shape' | 'unknown-key';
  readonly path: Path;
  readonly part: 'key' | 'value';
  readonly message: string;
  readonly hint?: string;
}

type Issue = z.core.$ZodIssue;
type JsonSchema = z.core.JSONSchema.BaseSchema;

const described = new WeakMap<z.ZodType, JsonSchema>();

/** Making it takes longer than checking a file. */
function jsonSchemaOf(schema: z.ZodType): JsonSchema {
  const known = described.get(schema);
  const made = known ?? z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  if (!known) described.set(schema, made);
  return made;
}

/** The part of a JSON Schema that describes the value at a path: every branch that may apply. */
function schemaAt(root: JsonSchema, path: Path): JsonSchema[] {
  const branches = (schema: JsonSchema): JsonSchema[] => {
    const alternatives = schema.anyOf ?? schema.oneOf;
    if (!alternatives) return [schema];
    const inner = alternatives.flatMap((s) => branches(s as JsonSchema));
    // The description of the whole comes before those of its parts.
    return schema.description === undefined
      ? inner
      : [{ description: schema.description }, ...inner];
  };
  let here = branches(root);
  for (const segment of path) {
    here = here.flatMap((schema) => {
      const next =
        typeof segment === 'number'
          ? schema.items
          : (schema.properties?.[String(segment)] ?? schema.additionalProperties);
      return typeof next === 'object' && !Array.isArray(next) ? branches(next as JsonSchema) : [];
    });
  }
  return here;
}

/** What the schema says of the value at a path. */
function describeSchema(root: JsonSchema, path: Path): string | undefined {
  return schemaAt(root, path)
    .map(({ description }) => description)
    .find((text) => text !== undefined);
}

export function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (here, segment) =>
      here !== null && typeof here === 'object' && Object.hasOwn(here, segment)
        ? (here as Record<PropertyKey, unknown>)[segment]
        : undefined,
    value,
  );
}

const named: Record<string, string> = {
  array: 'a list',
  object: 'a mapping',
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  record: 'a mapping',
};

function nameOfValue(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list';
  if (typeof value === 'number' || typeof value === 'boolean')
    return `the ${typeof value === 'number' ? 'number' : 'value'} ${value}`;
  return named[typeof value] ?? typeof value;
}

function nameOfPlace(path: Path): string {
  const last = path.at(-1);
  if (last === undefined) return 'the file';
  return typeof last === 'number'
    ? `entry ${last + 1} of ${String(path.at(-2))}`
    : JSON.stringify(String(last));
}

/** Short enough to stand in a message. */
function quote(value: unknown): string {
  const text = typeof value === 'string' ? value : String(value);
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 57)}...` : text);
}

/** Of the ways a union failed, the one the writer most likely meant: the one that got furthest. */
function likeliest(errors: readonly (readonly Issue[])[]): readonly Issue[] | undefined {
  const meant = errors.filter((issues) =>
    issues.every(({ path, code }) => path.length > 0 || code !== 'invalid_type'),
  );
  return meant.length > 0
    ? meant.reduce((best, issues) => (issues.length < best.length ? issues : best))
    : undefined;
}

/** Words that the schema has for the problem, unless they are the validator's own. */
function ownWords({ message }: Issue): string | undefined {
  return /^(?:must|expected) /.test(message) ? message : undefined;
}

/** The same alternatives of unions within unions. */
function expectedKinds(errors: readonly (readonly Issue[])[]): string[] {
  const kinds = errors.flat().flatMap((inner) => {
    if (inner.code === 'invalid_union') return expectedKinds(inner.errors);
    return 'expected' in inner ? [named[inner.expected] ?? inner.expected] : [];
  });
  return [...new Set(kinds)];
}

/** What to do about a value of the wrong kind, where that is plain. */
function remedy(input: unknown, expected: string): string | undefined {
  const meantAsText = typeof input === 'number' || typeof input === 'boolean';
  if (meantAsText && /\btext\b|must be a(?:n id| country| stance| topic id)/.test(expected))
    return 'put it in quotes to make it text';
  if (
    typeof input === 'string' &&
    /^(?:a|a whole) number$/.test(expected) &&
    !Number.isNaN(Number(input))
  )
    return 'write it without quotes';
  return undefined;
}

function sizeWords({
  origin,
  message,
  ...limits
}: Issue & { code: 'too_small' | 'too_big' }): string {
  if (message.startsWith('must ')) return message;
  const most = limits.code === 'too_big';
  const limit = Number(most ? limits.maximum : limits.minimum);
  if (origin === 'array')
    return `needs at ${most ? 'most' : 'least'} ${limit} ${limit === 1 ? 'entry' : 'entries'}`;
  if (origin === 'string') return `needs at ${most ? 'most' : 'least'} ${limit} letters`;
  if (limits.inclusive === false) return `must be ${most ? 'less' : 'greater'} than ${limit}`;
  return `must be at ${most ? 'most' : 'least'} ${limit}`;
}

/** The problems that an issue of the validator stands for, in plain words. */
function describe(issue: Issue, base: Path, root: JsonSchema, value: unknown): ShapeProblem[] {
  const path = [...base, ...issue.path];
  const input = valueAt(value, path);
  const what = nameOfPlace(path);
  const problem = (
    message: string,
    hint = describeSchema(root, path),
    part: 'key' | 'value' = 'value',
  ): ShapeProblem[] => [
    { code: 'shape', path, part, message, ...(hint === undefined ? {} : { hint }) },
  ];
  const wrongKind = (expected: string) => {
    if (input === undefined) return problem(`${what} is missing`);
    if (input === null) return problem(`${what} is empty`);
    const words = expected.startsWith('must ') ? expected : `must be ${expected}`;
    return problem(`${what} ${words}, not ${nameOfValue(input)}`, remedy(input, expected));
  };
  switch (issue.code) {
    case 'invalid_union': {
      const chosen = likeliest(issue.errors);
      if (chosen) return chosen.flatMap((inner) => describe(inner, path, root, value));
      return wrongKind(ownWords(issue) ?? expectedKinds(issue.errors).join(', or '));
    }
    case 'invalid_type':
      return wrongKind(ownWords(issue) ?? named[issue.expected] ?? issue.expected);
    case 'unrecognized_keys': {
      const allowed = schemaAt(root, path).flatMap((schema) =>
        Object.keys(schema.properties ?? {}),
      );
      return issue.keys.map((key) => ({
        code: 'unknown-key' as const,
        path: [...path, key],
        part: 'key' as const,
        message: `"${key}" is not known here`,
        hint: hintFor(key, [...new Set(allowed)]),
      }));
    }
    case 'invalid_value':
      return input === null || typeof input === 'object' || input === undefined
        ? wrongKind(`must be one of ${issue.values.map(String).join(', ')}`)
        : problem(
            `${what} cannot be ${quote(input)}`,
            hintFor(String(input), issue.values.map(String)),
          );
    case 'invalid_key':
      return issue.issues.flatMap((inner) =>
        problem(`${what} cannot be a name here`, inner.message, 'key'),
      );
    case 'too_small':
    case 'too_big':
      return problem(`${what} ${sizeWords(issue)}`);
    default:
      if (input === undefined) return problem(`${what} is missing`);
      return issue.message.startsWith('must ') || (input !== null && typeof input === 'object')
        ? problem(`${what} ${issue.message}`)
        : problem(`${what} cannot be ${quote(input)}`, issue.message);
  }
}

/** What to write in place of a value of the wrong shape, where more is known than the schema says. */
export type Advise = (problem: ShapeProblem, value: unknown) => string | undefined;

/** Everything in which a value departs from a schema, in the schema's own words; `data` when nothing does. */
export function checkShape<T extends z.ZodType>(
  schema: T,
  value: unknown,
  advise: Advise = () => undefined,
):
  | { readonly data: z.output<T>; readonly problems: readonly [] }
  | { readonly data: undefined; readonly problems: readonly ShapeProblem[] } {
  const result = schema.safeParse(value);
  if (result.success) return { data: result.data, problems: [] };
  const root = jsonSchemaOf(schema);
  return {
    data: undefined,
    problems: result.error.issues
      .flatMap((issue) => describe(issue, [], root, value))
      .map((problem) => {
        const hint = problem.code === 'shape' ? advise(problem, value) : undefined;
        return hint === undefined ? problem : { ...problem, hint };
      }),
  };
}
