/** Plain words for the syntax errors of the YAML parser, by its code; it has good words for the rest. */
const words: Readonly<Record<string, { readonly message?: string; readonly hint?: string }>> = {
  DUPLICATE_KEY: {
    message: 'this key stands twice in one mapping',
    hint: 'keep one of them; a country has one entry per issue',
  },
  RESOURCE_EXHAUSTION: { message: 'lists and mappings stand too deep within each other' },
  TAB_AS_INDENT: { message: 'a tab cannot indent', hint: 'indent with spaces' },
  MULTIPLE_DOCS: {
    message: 'a second document begins here',
    hint: 'one file holds one document; remove the line ---',
  },
  BAD_INDENT: { hint: 'entries of one list or mapping begin in the same column' },
  BLOCK_AS_IMPLICIT_KEY: {
    message: 'this cannot stand here',
    hint: 'text with a colon and a space in it needs quotes; entries of one mapping begin in the same column',
  },
  BLOCK_IN_FLOW: {
    message: 'this cannot stand within { } or [ ]',
    hint: 'a comma is missing between two entries, or a closing bracket after the last',
  },
  MULTILINE_IMPLICIT_KEY: {
    message: 'this is no key with a value, nor the rest of a text',
    hint: 'a colon is missing after a key, or a quotation mark at its end',
  },
  MISSING_CHAR: { hint: 'something that was opened here, or before, is not closed' },
  UNEXPECTED_TOKEN: {
    hint: 'text that begins with one of @ ` % & * ! | > or has ": " or " #" in it needs quotes',
  },
};

export function yamlWords(
  code: string,
  message: string,
): { readonly message: string; readonly hint?: string } {
  return { message, ...words[code] };
}
