import stringWidth from 'fast-string-width';
import { dateInProse } from './dates.ts';
import { joined } from './joined.ts';
import { paragraph } from './terminal/text.ts';
import type { Source } from '../results/parts.ts';

const knowledge = 'Commonly known; no page was read for it.';

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
export function citeInWords({ title, author, publisher, date, kind, note }: Source): string {
  const printed = [publisher, date === undefined ? undefined : dateInProse(date)]
    .filter((part) => part !== undefined)
    .join(', ');
  return joined(
    [
      author === undefined ? '' : end(author),
      `“${end(title)}”`,
      printed === '' ? '' : end(printed),
      kind === 'knowledge' ? `[${note ?? knowledge}]` : '',
    ],
    ' ',
  );
}
