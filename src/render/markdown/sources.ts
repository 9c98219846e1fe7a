import { citeInWords } from '../sources.ts';
import { escapeMarkdown } from './markdown.ts';
import type { Source } from '../../results/parts.ts';

/** A source as an entry of a bibliography, its URL as a link that shows itself. */
export function sourceEntry(source: Source): string {
  const { url, ...printed } = source;
  const text = escapeMarkdown(citeInWords(printed));
  // Between angle brackets a URL may hold anything but these.
  return url === undefined ? text : `${text} <${url.replaceAll(/[<>\s]/g, encodeURIComponent)}>`;
}

/** Numbered sources; the numbers are those that texts cite. */
export function sourceList(sources: readonly Source[]): string {
  return sources.map((source, i) => `${i + 1}. ${sourceEntry(source)}`).join('\n');
}
