import { inputError } from '../../errors.ts';

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

const totals =
  /^(?:grand |sub)?(?:totals?|sum|average|mean|summe|gesamt|insgesamt|suma|somme|totale|итого|всего)\s*:?$/i;

/** Whether a cell heads a row that sums others up. */
export function isTotal(text: string): boolean {
  return totals.test(text.trim());
}
