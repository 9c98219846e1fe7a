import stringWidth from 'fast-string-width';
import { dateInProse } from './dates.ts';
import { joined } from './joined.ts';
import { paragraph } from './text.ts';
import type { Source } from '../../results/parts.ts';

/** The note of a source; what is commonly known has one always. */
export function noteOf({ kind, note }: Pick<Source, 'kind' | 'note'>): string | undefined {
  return kind === 'knowledge' ? (note ?? 'Commonly known; no page was read for it.') : note;
}

function end(text: string): string {
  return /[.?!…]$/.test(text) ? text : `${text}.`;
}

/**
 * A source as an entry of a bibliography; what is commonly known and has no page says so.
 * A URL is never broken: one that does not fit goes on a line of its own.
 */
export function citation(source: Source, width: number, indent: string, hanging: string): string {
  const { url, ...printed } = source;
  const text = paragraph(citeInWords(printed), width, indent, hanging);
  if (url === undefined) return text;
  const room = width - stringWidth(text.split('\n').at(-1) ?? '') - 1;
  return stringWidth(url) <= room ? `${text} ${url}` : `${text}\n${hanging}${url}`;
}

/** The entry in one line, without its URL. */
export function citeInWords(source: Source): string {
  const { title, author, publisher, date, kind } = source;
  const printed = joined([publisher, date !== undefined && dateInProse(date)], ', ');
  return joined(
    [
      author !== undefined && end(author),
      `“${end(title)}”`,
      printed !== '' && end(printed),
      kind === 'knowledge' && `[${noteOf(source)}]`,
    ],
    ' ',
  );
}
