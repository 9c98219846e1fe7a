// A terminal obeys C1 control characters, and overrides of writing direction disguise text. JSON may
// carry them raw, so they are written as the escapes that mean the same.
const disguising = /[\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g;

/** One object, indented, numbers as they are, keys in the order of the result. */
export function toJson(value: unknown): string {
  const text = JSON.stringify(value, null, 2).replaceAll(
    disguising,
    (character) => String.raw`\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return `${text}\n`;
}

export { toJson as render };
