import type { Flaw } from './plain-value.ts';

/** What most likely went wrong where YAML cannot be read, at the place where it is to be mended. */
type Slip = Pick<Flaw, 'message' | 'hint' | 'offset'>;

/** A column in which a line above lets an entry begin, and what stands there. */
interface Column {
  readonly indent: number;
  readonly word: string;
  readonly line: number;
}

/** Where the line begins that holds a place. */
function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

/** The first place from here on that holds more than white space and remarks. */
function skipSpace(text: string, offset: number): number {
  return offset + (/^(?:\s|#.*)*/.exec(text.slice(offset))?.[0].length ?? 0);
}

function isSaying(line: string): boolean {
  return /^\s*[^\s#]/.test(line);
}

/** Where the entries of a line begin: after its indentation, and after each dash. */
function columnsOf(line: string, number: number): Column[] {
  const columns: Column[] = [];
  let indent = line.length - line.trimStart().length;
  for (;;) {
    const rest = line.slice(indent);
    columns.push({ indent, word: /^[^\s:]+/.exec(rest)?.[0] ?? '', line: number });
    const dash = /^-\s+(?=\S)/.exec(rest)?.[0];
    if (dash === undefined) return columns;
    indent += dash.length;
  }
}

/** The columns that an entry may begin in after these lines, the innermost first. */
function openColumns(lines: readonly string[]): Column[] {
  const columns: Column[] = [];
  let within = Infinity;
  for (const [i, line] of [...lines.entries()].reverse()) {
    const own = columnsOf(line, i + 1);
    if (!isSaying(line) || own[0]!.indent >= within) continue;
    within = own[0]!.indent;
    columns.push(...own.reverse());
  }
  return columns;
}

function spaces(n: number): string {
  return n === 1 ? '1 space' : `${n} spaces`;
}

/** The indentation of the first line from here on that says something; `undefined` at the end of the file. */
function nextIndent(text: string, lineBreak: number): number | undefined {
  const start = skipSpace(text, lineBreak);
  return start < text.length ? start - lineStart(text, start) : undefined;
}

/**
 * The column that a line was meant to begin in: the nearest. Of two that are as near, the one that what
 * the line opens goes by, else the one further in, as an entry is longer than its first line.
 */
function meantColumn(
  columns: readonly Column[],
  indent: number,
  opening: number | undefined,
): Column | undefined {
  const off = (column: Column) => Math.abs(column.indent - indent);
  const least = Math.min(...columns.map(off));
  const nearest = columns.filter((column) => off(column) === least);
  return nearest.find((column) => column.indent === opening) ?? nearest[0];
}

/** A line that begins in a column of its own. */
function strayLine(text: string, start: number): Slip | undefined {
  const begin = lineStart(text, start);
  const indentation = text.slice(begin, start);
  if (!/^ *$/.test(indentation) || start >= text.length) return undefined;
  const indent = indentation.length;
  const before = text.slice(0, begin).split('\n').slice(0, -1);
  const open = openColumns(before);
  const [innermost] = open;
  if (!innermost) return undefined;
  const end = text.indexOf('\n', start);
  const line = text.slice(start, end < 0 ? undefined : end);
  const isEntry = /^-\s/.test(line);
  if (/:\s*(?:#.*)?$/.test(before[innermost.line - 1] ?? '') && indent !== innermost.indent + 2)
    return {
      offset: start,
      message: `this line is indented by ${spaces(indent)}, which puts it nowhere`,
      hint: `indent it by ${spaces(innermost.indent + 2)}, if it belongs to "${innermost.word}" of line ${innermost.line}`,
    };
  const alike = open.filter(({ word }) => (word === '-') === isEntry);
  const opens = isEntry || /:\s*(?:#.*)?$/.test(line);
  const within = opens && end >= 0 ? nextIndent(text, end) : undefined;
  const meant = meantColumn(alike, indent, within === undefined ? undefined : within - 2);
  if (!meant || meant.indent === indent) return undefined;
  const last = before.findLastIndex(isSaying);
  const isAlone =
    meant.line === last + 1 && columnsOf(before[last]!, 0)[0]!.indent === meant.indent;
  const place = isEntry ? 'as the entry' : `to stand under "${meant.word}"`;
  return {
    offset: start,
    message: `this line is indented by ${spaces(indent)}, and no entry above it is`,
    hint: `indent it by ${spaces(meant.indent)}, ${place} of line ${meant.line}${isAlone ? `, or that line by ${indent}` : ''}`,
  };
}

/** The same where the parser stops at the beginning of the line. */
function strayFrom(text: string, offset: number): Slip | undefined {
  return text.slice(lineStart(text, offset), offset).trim() === ''
    ? strayLine(text, skipSpace(text, offset))
    : undefined;
}

/** A line further in than the complete one before it. */
function deeperLine(text: string, offset: number): Slip | undefined {
  const end = text.indexOf('\n', offset);
  const line = text.slice(lineStart(text, offset), end);
  if (end < 0 || /:\s.*:\s/.test(line)) return undefined;
  const start = skipSpace(text, end);
  const own = columnsOf(line, 0).at(-1)!.indent;
  return start - lineStart(text, start) > own ? strayLine(text, start) : undefined;
}

function betweenTwo(key: string, before: string, offset: number): Slip {
  const isOneLine = !before.includes('\n');
  const last = /\S+(?=\s*$)/.exec(before)?.[0] ?? '';
  return {
    offset,
    message: `a comma ${isOneLine ? 'is' : 'or a closing bracket is'} missing before "${key}"`,
    hint: `entries in { } and [ ] stand apart by commas: write ${last}, ${key}`,
  };
}

/** Two entries of a mapping or list in brackets without a comma, the second a key with a value. */
function keyWithoutComma(text: string, offset: number): Slip | undefined {
  const [, before = '', key = ''] =
    /^([^,{}[\]:]*\s)([^\s,{}[\]:]+):\s/.exec(text.slice(offset)) ?? [];
  return key === '' ? undefined : betweenTwo(`${key}:`, before, offset + before.length);
}

/** The same after something that ends with a bracket or a quotation mark. */
function entryWithoutComma(text: string, offset: number): Slip | undefined {
  const before = text.slice(lineStart(text, offset), offset);
  const open = before.replaceAll(/[^{[]/g, '').length;
  const closed = before.replaceAll(/[^}\]]/g, '').length;
  const [entry] = /^[^\s,{}[\]]+/.exec(text.slice(offset)) ?? [];
  if (entry === undefined || open <= closed || !/[\]}"']\s*$/.test(before)) return undefined;
  return betweenTwo(entry, before, offset);
}

/** The slip that an error of the parser comes from, if it is one of the common ones. */
export function explainSlip({ code, message, offset }: Flaw, text: string): Slip | undefined {
  switch (code) {
    case 'BAD_INDENT':
      return strayLine(text, skipSpace(text, offset));
    case 'MISSING_CHAR':
      return /^(?:Sequence item|Implicit map keys)/.test(message)
        ? strayLine(text, skipSpace(text, offset))
        : undefined;
    case 'BLOCK_AS_IMPLICIT_KEY':
    case 'MULTILINE_IMPLICIT_KEY':
      return strayFrom(text, offset) ?? deeperLine(text, offset);
    case 'BLOCK_IN_FLOW':
      return keyWithoutComma(text, offset);
    case 'UNEXPECTED_TOKEN':
      return entryWithoutComma(text, offset);
    default:
      return undefined;
  }
}
