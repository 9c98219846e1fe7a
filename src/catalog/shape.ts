import { z } from 'zod';
import { hintFor } from './nearest.ts';
import type { Path } from './locate.ts';

/** A way in which a value does not have the shape that a schema asks for. */
export interface ShapeProblem {
  readonly code: string;
  readonly path: Path;
  readonly part: 'key' | 'value';
  readonly message: string;
  readonly hint?: string;
}

type Issue = z.core.$ZodIssue;
type JsonSchema = z.core.JSONSchema.BaseSchema;

/** The part of a JSON Schema that describes the value at a path: every branch that may apply. */
function schemaAt(root: JsonSchema, path: Path): JsonSchema[] {
  const branches = (schema: JsonSchema): JsonSchema[] => {
    const alternatives = schema.anyOf ?? schema.oneOf;
    return alternatives ? alternatives.flatMap((s) => branches(s as JsonSchema)) : [schema];
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

const named: Record<string, string> = {
  array: 'a list',
  object: 'a mapping',
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  record: 'a mapping',
};

function nameOfType(value: unknown): string {
  if (value === null || value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  return named[typeof value] ?? typeof value;
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

function describe(issue: Issue, base: Path, root: JsonSchema, input: unknown): ShapeProblem[] {
  const path = [...base, ...issue.path];
  const problem = (message: string, hint?: string, part: 'key' | 'value' = 'value') => [
    { code: 'shape', path, part, message, ...(hint === undefined ? {} : { hint }) },
  ];
  const last = path.at(-1);
  const what =
    last === undefined
      ? 'the file'
      : typeof last === 'number'
        ? `entry ${last + 1} of ${String(path.at(-2))}`
        : `"${String(last)}"`;
  switch (issue.code) {
    case 'invalid_union': {
      const chosen = likeliest(issue.errors);
      if (chosen) return chosen.flatMap((inner) => describe(inner, path, root, input));
      const kinds = [
        ...new Set(
          issue.errors
            .flat()
            .map((inner) =>
              'expected' in inner ? (named[inner.expected] ?? inner.expected) : 'something else',
            ),
        ),
      ];
      return problem(
        `${what} must be ${kinds.join(', or ')}, not ${nameOfType(input)}`,
        describeSchema(root, path),
      );
    }
    case 'unrecognized_keys': {
      const allowed = schemaAt(root, path).flatMap((schema) =>
        Object.keys(schema.properties ?? {}),
      );
      return issue.keys.map((key) => ({
        code: 'unknown-key',
        path: [...path, key],
        part: 'key' as const,
        message: `"${key}" is not known here`,
        hint: hintFor(key, [...new Set(allowed)]),
      }));
    }
    case 'invalid_value':
      return problem(
        `${what} has a value that is not allowed: ${JSON.stringify(input)}`,
        hintFor(String(input), issue.values.map(String)),
      );
    case 'invalid_type':
      return input === undefined
        ? problem(`${what} is missing`, describeSchema(root, path))
        : problem(
            `${what} must be ${named[issue.expected] ?? issue.expected}, not ${nameOfType(input)}`,
            describeSchema(root, path),
          );
    case 'invalid_key':
      return issue.issues.flatMap((inner) =>
        problem(`${what}: ${inner.message}`, undefined, 'key'),
      );
    case 'too_small':
      return problem(
        issue.origin === 'array'
          ? `${what} needs at least ${issue.minimum} ${issue.minimum === 1 ? 'entry' : 'entries'}`
          : `${what} ${issue.message}`,
      );
    default:
      return problem(`${what}: ${issue.message}`, describeSchema(root, path));
  }
}

function describeSchema(root: JsonSchema, path: Path): string | undefined {
  return schemaAt(root, path)
    .map(({ description }) => description)
    .find((text) => text !== undefined);
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (here, segment) =>
      here !== null && typeof here === 'object'
        ? (here as Record<PropertyKey, unknown>)[segment]
        : undefined,
    value,
  );
}

/** Everything in which a value departs from a schema, in the schema's own words; `data` when nothing does. */
export function checkShape<T extends z.ZodType>(
  schema: T,
  value: unknown,
):
  | { readonly data: z.output<T>; readonly problems: readonly [] }
  | { readonly data: undefined; readonly problems: readonly ShapeProblem[] } {
  const result = schema.safeParse(value);
  if (result.success) return { data: result.data, problems: [] };
  const root = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  const leaf = (issue: Issue, base: Path): ShapeProblem[] =>
    describe(issue, base, root, valueAt(value, [...base, ...issue.path]));
  return { data: undefined, problems: result.error.issues.flatMap((issue) => leaf(issue, [])) };
}
