export const quote = 0x22;
export const comma = 0x2c;
export const lineFeed = 0x0a;
export const carriageReturn = 0x0d;
const apostrophe = 0x27;

/** How many bytes of a kind there are. */
export function countBytes(bytes: Buffer, byte: number): number {
  let found = 0;
  for (let at = bytes.indexOf(byte); at !== -1; at = bytes.indexOf(byte, at + 1)) found++;
  return found;
}

/** Byte after the last of a field; beyond the end of the bytes if a quotation mark is never closed. */
export function endOfField(bytes: Buffer, start: number): number {
  let position = start;
  if (bytes[position] !== quote) {
    for (;;) {
      const byte = bytes[position];
      if (byte === comma || byte === lineFeed || byte === undefined) break;
      position++;
    }
    return position > start && bytes[position - 1] === carriageReturn ? position - 1 : position;
  }
  for (;;) {
    position = bytes.indexOf(quote, position + 1);
    if (position === -1) return bytes.length + 1;
    if (bytes[++position] !== quote) return position;
  }
}

/** The text of a field, quotation marks resolved. */
export function decodeField(bytes: Buffer, start: number, end: number): string {
  if (bytes[start] === quote && end > start) {
    return unguard(bytes.toString('utf8', start + 1, end - 1).replaceAll('""', '"'));
  }
  const text = bytes.toString('utf8', start, end);
  return bytes[start] === apostrophe ? unguard(text) : text;
}

/** Text that a spreadsheet would run as a formula is written after an apostrophe. */
function unguard(text: string): string {
  return /^'+[=+\-@\t\r]/.test(text) ? text.slice(1) : text;
}
