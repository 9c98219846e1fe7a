import stringWidth from 'fast-string-width';
import type { Location } from '../errors.ts';
import { logLines, plainText } from '../plain-text.ts';

/** One problem in an input file. */
export interface Finding extends Location {
  /** Stable name of the rule, such as `unknown-country`. */
  readonly code: string;
  readonly severity: 'error' | 'warning';
  readonly message: string;
  /** What is allowed, or what to try. */
  readonly hint?: string | undefined;
  /** The line itself, to put a caret under, or what stands around the place; empty where there is none. */
  readonly excerpt: string;
  /** How much of the line is left out before the excerpt. */
  readonly skipped?: number;
}

/** Orders findings by file, line, column and code, and drops repetitions. */
export function sortFindings(findings: readonly Finding[]): Finding[] {
  const key = (f: Finding) =>
    [
      f.file,
      String(f.line).padStart(9, '0'),
      String(f.column).padStart(6, '0'),
      f.code,
      f.message,
    ].join('\0');
  const seen = new Map(findings.map((finding) => [key(finding), finding]));
  return [...seen].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, finding]) => finding);
}

const longestText = 1000;

/** Text that is shown whole unless somebody made it endless. */
export function shorten(text: string): string {
  return text.length > longestText ? `${text.slice(0, longestText)}…` : text;
}

/** As much of a line as anybody may want to see around a place. */
export function aroundPlace(
  line: string,
  column: number,
): { readonly excerpt: string; readonly skipped: number } {
  const skipped = Math.max(0, column - longestText / 2);
  return { excerpt: line.slice(skipped, skipped + longestText), skipped };
}

const longestExcerpt = 160;

/** A window of a line around the column, and where the caret goes under it (columns count code units). */
function excerptWindow(
  line: string,
  column: number,
): { readonly text: string; readonly caret: number } {
  const start = line.length > longestExcerpt ? Math.max(0, column - 1 - longestExcerpt / 2) : 0;
  const text = plainText(line.slice(start, start + longestExcerpt));
  return { text, caret: stringWidth(text.slice(0, Math.max(0, column - 1 - start))) };
}

/** `file:line:col: severity: message`, the line, a caret under the place, and the hint. */
export function formatFinding(finding: Finding): string {
  const lines = [
    `${plainText(finding.file)}:${finding.line}:${finding.column}: ${finding.severity}: ${plainText(finding.message)} [${finding.code}]`,
  ];
  if (finding.excerpt.trim() !== '') {
    const { text, caret } = excerptWindow(finding.excerpt, finding.column - (finding.skipped ?? 0));
    lines.push(`    ${text}`, `    ${' '.repeat(caret)}^`);
  }
  if (finding.hint !== undefined) lines.push(`    ${plainText(finding.hint)}`);
  return logLines(lines.join('\n'));
}

/** More findings than this tell a reader nothing new. */
const mostShown = 100;

/**
 * The findings that are shown, and a line on the rest.
 *
 * @param all whether all are asked for, where they can be
 */
export function firstFindings<T>(
  findings: readonly T[],
  all?: boolean,
): { readonly shown: readonly T[]; readonly rest: readonly string[] } {
  if (all === true || findings.length <= mostShown) return { shown: findings, rest: [] };
  const more = (findings.length - mostShown).toLocaleString('en');
  return {
    shown: findings.slice(0, mostShown),
    rest: [`and ${more} more${all === undefined ? '' : ' (--all)'}`],
  };
}

/** The findings that are shown, each as `formatFinding` has it, and a line on the rest. */
export function formatFindings(findings: readonly Finding[]): string[] {
  const { shown, rest } = firstFindings(findings);
  return [...shown.map(formatFinding), ...rest];
}

function count(n: number, word: string): string {
  return `${n} ${word}${n === 1 ? '' : 's'}`;
}

/** `2 errors and 1 warning`. */
export function countFindings(findings: readonly Finding[]): string {
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const warnings = findings.length - errors;
  if (warnings === 0) return count(errors, 'error');
  if (errors === 0) return count(warnings, 'warning');
  return `${count(errors, 'error')} and ${count(warnings, 'warning')}`;
}
