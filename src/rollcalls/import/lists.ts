/** Several values in one cell: separated by `|`; a bar or backslash of their own has a backslash before it. */

export function joinList(values: readonly string[]): string {
  const cell = values.map((value) => value.replaceAll(/[\\|]/g, String.raw`\$&`)).join('|');
  return values.every((value) => value === '') ? '' : cell;
}

export function splitList(cell: string): readonly string[] {
  if (cell === '') return [];
  const values = [''];
  for (const [part] of cell.matchAll(/\\[\\|]|[^]/gu))
    if (part === '|') values.push('');
    else values[values.length - 1] += part.length === 2 && part[0] === '\\' ? part[1]! : part;
  return values.map((value) => value.trim());
}

// What keeps a spreadsheet from running text as a formula is an apostrophe before it.
const guarded = /^'+(?=[=+\-@\t\r＝＋－＠])/;

/** Text that begins as if it were guarded, with one more guard, so that it is not lost. */
export function guardGuards(text: string): string {
  return guarded.test(text) ? `'${text}` : text;
}

export function withoutGuard(text: string): string {
  return guarded.test(text) ? text.slice(1) : text;
}
