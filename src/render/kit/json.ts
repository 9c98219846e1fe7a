// A terminal obeys C1 control characters, and overrides of writing direction disguise text. JSON may
// carry them raw, so they are written as the escapes that mean the same.
const disguising = /[\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g;

/** One object, indented unless told otherwise, numbers as they are, keys in the order of the result. */
export function toJson(value: unknown, indent = 2): string {
  const text = JSON.stringify(value, null, indent).replaceAll(
    disguising,
    (character) => String.raw`\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return `${text}\n`;
}

export const render = (result: unknown): string => toJson(result);
