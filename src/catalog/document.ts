import { type Document, LineCounter, parseDocument, visit, type YAMLParseError } from 'yaml';
import type { z } from 'zod';
import { type Finding, sortFindings } from './findings.ts';
import { createLocator, type Path } from './locate.ts';
import { type Salvaged, salvage } from './salvage.ts';
import { checkShape } from './shape.ts';
import { yamlWords } from './yaml-words.ts';

/** A problem at a place of the document. */
export interface Problem {
  readonly severity?: 'error' | 'warning';
  readonly path: Path;
  /** Point at the key of the path rather than at its value. */
  readonly part?: 'key' | 'value';
  readonly message: string;
  readonly hint?: string;
}

/** A YAML file read against a schema. */
export interface ReadDocument<Content> {
  /** Absent when the file is no YAML or has another shape; the findings then say why. */
  readonly content?: Content;
  /** Errors and warnings, in the order of the file. */
  readonly findings: readonly Finding[];
  /** The finding of a problem that only the content as a whole shows. */
  readonly find: (problem: Problem & { readonly code: string }) => Finding;
  /** Of a file of another shape, the part that has the right one. */
  readonly salvage: () => Salvaged<Content> | undefined;
}

/** The text of a file that must be UTF-8; a byte-order mark is dropped. `undefined` if it is something else. */
function decode(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    // UTF-16 without a mark passes for UTF-8 with many NULs.
    return text.includes('\0') ? undefined : text;
  } catch {
    return undefined;
  }
}

function nothing(): undefined {
  return undefined;
}

function wholeFile(file: string, code: string, message: string, hint: string): ReadDocument<never> {
  const at = { severity: 'error', file, line: 1, column: 1, excerpt: '' } as const;
  return {
    findings: [{ ...at, code, message, hint }],
    find: ({ path: _path, part: _part, ...problem }) => ({ ...at, ...problem }),
    salvage: nothing,
  };
}

/**
 * Reads a YAML file and checks its shape. Never throws on bad content: what is wrong comes back as
 * findings with their places.
 *
 * @param bytes the file's content, UTF-8
 * @param file its name, for findings
 * @param ifEmpty the hint for a file without content
 */
export function readDocument<T extends z.ZodType>(
  bytes: Uint8Array,
  file: string,
  schema: T,
  ifEmpty: string,
): ReadDocument<z.output<T>> {
  const text = decode(bytes);
  if (text === undefined)
    return wholeFile(file, 'encoding', 'the file is not UTF-8 text', 'save it as UTF-8');
  if (text.trim() === '') return wholeFile(file, 'empty', 'the file is empty', ifEmpty);

  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false });
  const locator = createLocator(document, counter, file, text);
  const finding = (
    problem: Omit<Finding, 'file' | 'line' | 'column' | 'excerpt'>,
    location: ReturnType<typeof locator.at>,
  ): Finding => ({ ...problem, ...location, excerpt: locator.line(location) });
  const find: ReadDocument<unknown>['find'] = ({ path, part, severity = 'error', ...problem }) =>
    finding({ severity, ...problem }, locator.at(path, part));

  const errors = withoutConsequences(document.errors, (offset) => counter.linePos(offset).line);
  const syntax = [...errors, ...document.warnings].map((error) =>
    finding(
      {
        code: `yaml-${error.code.toLowerCase().replaceAll('_', '-')}`,
        severity: error.name === 'YAMLWarning' ? 'warning' : 'error',
        ...yamlWords(error.code, error.message),
      },
      locator.offset(error.pos[0]),
    ),
  );
  const aliases = badAliases(document).map(({ offset, ...problem }) =>
    finding({ severity: 'error', ...problem }, locator.offset(offset)),
  );
  if (document.errors.length > 0 || aliases.length > 0)
    return { findings: sortFindings([...syntax, ...aliases]), find, salvage: nothing };
  const value: unknown = document.toJS({ maxAliasCount: -1 });
  if (value === null) return wholeFile(file, 'empty', 'the file has nothing but comments', ifEmpty);

  const shape = checkShape(schema, value);
  if (shape.data === undefined)
    return {
      findings: sortFindings([...syntax, ...shape.problems.map(find)]),
      find,
      salvage: () => salvage(schema, value),
    };
  return { content: shape.data, findings: sortFindings(syntax), find, salvage: nothing };
}

/**
 * Syntax errors without those that an earlier one explains: once a line cannot be read, the lines that
 * follow it without a gap are read wrongly too; where a tab indents, everything after it is.
 */
function withoutConsequences(
  errors: readonly YAMLParseError[],
  lineOf: (offset: number) => number,
): YAMLParseError[] {
  let unread = -Infinity;
  let tabs = false;
  return [...errors]
    .sort((a, b) => a.pos[0] - b.pos[0])
    .filter(({ code, pos }) => {
      const line = lineOf(pos[0]);
      if (code === 'TAB_AS_INDENT') return (tabs = true);
      const consequence = tabs || line - unread <= 1;
      // A key that stands twice is wrong, but can be read.
      if (consequence || code !== 'DUPLICATE_KEY') unread = line;
      return !consequence;
    });
}

const mostAliases = 10_000;

/** Aliases (`*name`) without an anchor before them or inside their own anchor, or far too many. */
function badAliases(document: Document.Parsed): {
  readonly code: string;
  readonly message: string;
  readonly hint?: string;
  readonly offset: number;
}[] {
  const bad: ReturnType<typeof badAliases> = [];
  let count = 0;
  visit(document, {
    Alias: (_, alias, ancestors) => {
      const offset = alias.range?.[0] ?? 0;
      const anchored = alias.resolve(document);
      count++;
      if (!anchored)
        bad.push({
          code: 'yaml-bad-alias',
          message: `nothing before this is marked &${alias.source}`,
          hint: 'text that begins with * needs quotes',
          offset,
        });
      else if (ancestors.includes(anchored))
        bad.push({
          code: 'yaml-bad-alias',
          message: `*${alias.source} stands within what it stands for`,
          offset,
        });
      else if (count === mostAliases)
        bad.push({
          code: 'yaml-bad-alias',
          message: `more than ${mostAliases} aliases`,
          hint: 'write the file without them',
          offset,
        });
    },
  });
  return bad;
}
