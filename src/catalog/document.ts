import { LineCounter, parseDocument, type YAMLError } from 'yaml';
import type { z } from 'zod';
import type { Location } from '../errors.ts';
import { aroundPlace, type Finding, shorten, sortFindings } from './findings.ts';
import { type Limits, limitsTimes, raiseHint } from './limits.ts';
import { createLocator, type Path } from './locate.ts';
import { type Flaw, plainValue } from './plain-value.ts';
import { type Salvaged, salvage } from './salvage.ts';
import { type Advise, checkShape } from './shape.ts';
import { explainSlip } from './yaml-slips.ts';
import { yamlWords } from './yaml-words.ts';

/** A problem at a place of the document. */
export interface Problem {
  readonly severity?: 'error' | 'warning';
  readonly path: Path;
  /** Point at the key of the path rather than at its value. */
  readonly part?: 'key' | 'value';
  readonly message: string;
  /** Worked out when it is shown, where that takes long. */
  readonly hint?: string | (() => string);
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
    find: (problem) => ({ ...at, code: problem.code, message: problem.message }),
    salvage: nothing,
  };
}

/** A problem at its place. A hint may take long, and is made when it is asked for. */
function finding(
  { severity = 'error', hint, message, code }: Omit<Problem, 'path'> & { readonly code: string },
  location: Location,
  lineAt: (location: Location) => string,
): Finding {
  return {
    ...location,
    ...aroundPlace(lineAt(location), location.column),
    code,
    severity,
    message: shorten(message),
    get hint() {
      const text = typeof hint === 'function' ? hint() : hint;
      return text === undefined ? undefined : shorten(text);
    },
  };
}

/**
 * Reads a YAML file and checks its shape. Never throws on bad content: what is wrong comes back as
 * findings with their places.
 *
 * @param bytes the file's content, UTF-8
 * @param file its name, for findings
 * @param ifEmpty the hint for a file without content
 * @param limits how much it may hold
 * @param advise what to write in place of values of the wrong shape
 */
export function readDocument<T extends z.ZodType>(
  bytes: Uint8Array,
  file: string,
  schema: T,
  ifEmpty: string,
  limits: Limits = limitsTimes(),
  advise?: Advise,
): ReadDocument<z.output<T>> {
  if (bytes.length > limits.megabytes * 2 ** 20)
    return wholeFile(file, 'limit', `the file has more than ${limits.megabytes} MB`, raiseHint);
  const text = decode(bytes);
  if (text === undefined)
    return wholeFile(file, 'encoding', 'the file is not UTF-8 text', 'save it as UTF-8');
  if (text.trim() === '') return wholeFile(file, 'empty', 'the file is empty', ifEmpty);

  const counter = new LineCounter();
  // The parser compares every key with all before it.
  const document = parseDocument(text, {
    lineCounter: counter,
    prettyErrors: false,
    uniqueKeys: false,
  });
  const { value, targets, flaws } = plainValue(document, limits);
  const locator = createLocator(document, targets, counter, file, text);
  const find: ReadDocument<unknown>['find'] = ({ path, part, ...problem }) =>
    finding(problem, locator.at(path, part), locator.line);
  const findFlaw = ({ code, offset, ...problem }: Flaw & Pick<Problem, 'severity'>) =>
    finding(
      {
        code: `yaml-${code.toLowerCase().replaceAll('_', '-')}`,
        ...problem,
      },
      locator.offset(offset),
      locator.line,
    );

  const flawOf = ({ code, message, pos }: YAMLError): Flaw => ({
    code,
    offset: pos[0],
    ...yamlWords(code, message),
  });
  const errorOf = (error: YAMLError): Flaw => {
    const flaw = flawOf(error);
    return { ...flaw, ...explainSlip({ ...flaw, message: error.message }, text) };
  };
  const errors = withoutConsequences(
    [
      ...document.errors.map(errorOf),
      ...flaws.map((each) => ({ ...each, ...yamlWords(each.code, each.message) })),
    ],
    (offset) => counter.linePos(offset).line,
  );
  const warnings = document.warnings.map(
    (each) => ({ ...flawOf(each), severity: 'warning' }) as const,
  );
  const syntax = sortFindings([...errors, ...warnings].map(findFlaw));
  if (errors.length > 0) return { findings: syntax, find, salvage: nothing };
  if (value === null) return wholeFile(file, 'empty', 'the file has nothing but comments', ifEmpty);

  const shape = checkShape(schema, value, advise);
  if (shape.data === undefined)
    return {
      findings: sortFindings([...syntax, ...shape.problems.map(find)]),
      find,
      salvage: () => salvage(schema, value),
    };
  return { content: shape.data, findings: syntax, find, salvage: nothing };
}

/**
 * Syntax errors without those that an earlier one explains: once a line cannot be read, the lines that
 * follow it without a gap are read wrongly too; where a tab indents, everything after it is.
 */
function withoutConsequences(errors: readonly Flaw[], lineOf: (offset: number) => number): Flaw[] {
  let unread = -Infinity;
  let tabs = false;
  return errors
    .toSorted((a, b) => a.offset - b.offset)
    .filter(({ code, offset }) => {
      const line = lineOf(offset);
      if (code === 'TAB_AS_INDENT') return (tabs = true);
      const consequence = tabs || line - unread <= 1;
      if (consequence || !readable.has(code)) unread = line;
      return !consequence;
    });
}

/** What is wrong, but can be read. */
const readable: ReadonlySet<string> = new Set(['DUPLICATE_KEY', 'BAD_ALIAS', 'BAD_KEY', 'LIMIT']);
