import { citeInWords } from './sources.ts';
import { escapeMarkdown, heading } from './markdown.ts';
import type { Source } from '../../results/parts.ts';

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
