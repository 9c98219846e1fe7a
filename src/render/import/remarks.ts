import { plainText } from '../../plain-text.ts';
import type { Remark } from '../../results/import.ts';
import { count } from '../kit/numbers.ts';

export function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** What is said of a remark, a line each: texts that were left out, or examples. */
export function remarkLines({ examples, values }: Remark): readonly string[] {
  return [
    ...values.map(
      ({ text, count: n, place, nearest }) =>
        `${place === '' ? '' : `${place}: `}${text}${n > 1 ? `, ${count(n)} times` : ''}${nearest === null ? '' : ` (${nearest}?)`}`,
    ),
    ...examples,
  ];
}

/** Remarks as plain lines, so many in all, for streams. */
export function listRemarks(remarks: readonly Remark[], most: number): string {
  const lines = remarks.flatMap((remark) => [
    `${capital(remark.message)}: ${count(remark.count)}`,
    ...remarkLines(remark).map((line) => `  ${line}`),
  ]);
  const shown = lines.slice(0, most);
  if (lines.length > most) shown.push(`and ${lines.length - most} more lines; --all lists them`);
  return shown.map((line) => `${plainText(line)}\n`).join('');
}
