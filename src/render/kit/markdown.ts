import type { Column } from './columns.ts';
import { joined } from './joined.ts';
import { citeInWords } from './sources.ts';
import { provenanceWords } from './wording.ts';
import type { Provenance, Source } from '../../results/parts.ts';

/** GitHub-flavoured Markdown: text that stays text, and tables that render. */

/**
 * Text as Markdown shows it, letter by letter: marks, HTML and table bars are escaped, and `@name`
 * or `#12` notifies and links nobody.
 */
export function escapeMarkdown(text: string): string {
  return (
    text
      .replaceAll(/\s+/g, ' ')
      .trim()
      .replaceAll(/[\\`*_[\]{}|~$]/g, String.raw`\$&`)
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      // GitHub looks for mentions and references after it has undone entities and escapes.
      .replaceAll(/@(?=\w)|#(?=\d)/g, '$&&#8203;')
      // At the beginning of a line these would make a heading, a list, a quotation or a rule.
      .replace(/^(?:[-+=]|#{1,6}(?= |$))/, String.raw`\$&`)
      .replace(/^(\d+)([.)])(?= |$)/, String.raw`$1\$2`)
  );
}

/** Code in a line, with a fence longer than any run of backticks in it. */
export function codeSpan(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  if (line === '') return '';
  const runs = line.match(/`+/g) ?? [];
  const fence = '`'.repeat(Math.max(0, ...runs.map(({ length }) => length)) + 1);
  const pad = line.startsWith('`') || line.endsWith('`') ? ' ' : '';
  return `${fence}${pad}${line.replaceAll('|', String.raw`\|`)}${pad}${fence}`;
}

function tableLine(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

/** A table whose cells are Markdown already; its text does not depend on any width. */
export function markdownTable(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
): string {
  return [
    tableLine(columns.map(({ title }) => escapeMarkdown(title))),
    tableLine(columns.map(({ align }) => (align === 'right' ? '--:' : '---'))),
    ...rows.map((row) => tableLine(columns.map((_, c) => row[c] ?? ''))),
  ].join('\n');
}

export function heading(level: 1 | 2 | 3, text: string): string {
  return `${'#'.repeat(level)} ${escapeMarkdown(text)}`;
}

/** Parts with an empty line between them; empty parts are left out. */
export function markdownDocument(parts: readonly string[]): string {
  return `${joined(parts, '\n\n')}\n`;
}

/** A source as an entry of a bibliography, its URL as a link that shows itself. */
export function sourceEntry(source: Source): string {
  const { url, ...printed } = source;
  const text = escapeMarkdown(citeInWords(printed));
  // Between angle brackets a URL may hold anything but these.
  return url === undefined ? text : `${text} <${url.replaceAll(/[<>\s]/g, encodeURIComponent)}>`;
}

/** Numbered sources under a heading; the numbers are those that texts cite. */
export function sourceSection(sources: readonly Source[]): readonly string[] {
  if (sources.length === 0) return [];
  const entries = sources.map((source, i) => `${i + 1}. ${sourceEntry(source)}`);
  return [heading(3, 'Sources'), entries.join('\n')];
}

/** The catalogs behind a result, as a last line in small print. */
export function provenanceLine(provenance: Provenance): string {
  return `<sub>${escapeMarkdown(provenanceWords(provenance))}</sub>`;
}
