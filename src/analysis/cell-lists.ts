/** Several values in one cell: separated by `|`; a bar or backslash of their own has a backslash before it. */
export function joinList(values: readonly string[]): string {
  const cell = values.map((value) => value.replaceAll(/[\\|]/g, String.raw`\$&`)).join('|');
  return values.every((value) => value === '') ? '' : cell;
}

// What keeps a spreadsheet from running text as a formula is an apostrophe before it.
const guarded = /^'+(?=[=+\-@\t\r＝＋－＠])/;

/** Text that begins as if it were guarded, with one more guard, so that it is not lost. */
export function guardGuards(text: string): string {
  return guarded.test(text) ? `'${text}` : text;
}
