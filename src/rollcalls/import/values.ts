import { parseDate } from '../../catalog/dates.ts';
import { inputError } from '../../errors.ts';

/** A day, `YYYY-MM-DD`, from a cell; a time of day behind it is dropped. @throws UserError (exit 3) */
export function needDay(text: string, file: string, line: () => number): string {
  const day = text.slice(0, 10);
  const span = parseDate(day);
  if (span && span.from === span.to && /^(?:$|[T ])/.test(text.slice(10))) return day;
  throw inputError(`${JSON.stringify(text)} is no day`, {
    location: { file, line: line(), column: 1 },
    hint: 'expected YYYY-MM-DD',
  });
}

/** The number of a session, `74` or `74.0`; empty text and special sessions (`ES-11`, `11emsp`) have none. @throws UserError (exit 3) */
export function needSession(text: string, file: string, line: () => number): string {
  const session = toCount(text);
  if (session !== '' || text === '' || /\d/.test(text)) return session;
  throw inputError(`${JSON.stringify(text)} is no session`, {
    location: { file, line: line(), column: 1 },
    hint: 'expected a number, such as 74',
  });
}

/** A count as files print it, `120` or `120.0`; empty if it is none. */
export function toCount(text: string): string {
  return /^\d+(?:\.0*)?$/.test(text) ? String(Number(text)) : '';
}
