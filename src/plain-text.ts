/**
 * Text of a catalog, made safe to show. A terminal obeys control characters and escape sequences,
 * XML forbids them, and bidirectional overrides show other text than is there.
 */

// Control characters (C0, DEL, C1), embeddings, overrides and isolates of writing direction, and
// halves of surrogate pairs: a whole pair is another character. Marks of direction (U+200E, U+200F)
// stay: Arabic and Hebrew need them.
const unsafe =
  // oxlint-disable-next-line no-control-regex
  /[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufff9-\ufffb\ufffe\uffff]/u;
const everyUnsafe = new RegExp(unsafe, 'gu');

const firstControlPicture = 0x2400;

/** The picture of a control character (`␛`), a space for white space, or the replacement character. */
function standIn(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (/\s/u.test(character) || code === 0x85) return ' ';
  if (code < 0x20) return String.fromCodePoint(firstControlPicture + code);
  return code === 0x7f ? '␡' : '�';
}

/** One line of text without anything that a terminal, an XML parser or a reader could mistake for a command. */
export function plainText(text: string): string {
  return unsafe.test(text)
    ? text.replaceAll(/\r\n|\n\s*/g, ' ').replaceAll(everyUnsafe, standIn)
    : text;
}

/**
 * Lines of which none is a command to what runs a job and reads its log (`::error::`, `##[group]`): the
 * second sign becomes one that looks like it.
 */
export function logLines(text: string): string {
  return text.replaceAll(/^([^\S\n]*:):/gm, '$1\ua789').replaceAll(/##(?=\[|vso\[)/g, '#\u266f');
}

/** The same line by line. */
export function plainLines(text: string): string {
  return logLines(unsafe.test(text) ? text.split('\n').map(plainText).join('\n') : text);
}

function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return (
    value !== null && typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype
  );
}

/**
 * Makes a function that gives all text of plain data as `plainText`, keys included, and as it is whatever has
 * none that needs it. There may be hundreds of thousands of issues in it: their keys are looked at once.
 */
function plainData(): (value: unknown) => unknown {
  const keys = new Map<string, string>();
  const keyOf = (key: string): string => {
    const known = keys.get(key) ?? plainText(key);
    keys.set(key, known);
    return known;
  };
  const ofList = (list: readonly unknown[]): readonly unknown[] => {
    let plain: unknown[] | undefined;
    for (let i = 0; i < list.length; i++) {
      const each = ofValue(list[i]);
      if (each !== list[i]) (plain ??= [...list])[i] = each;
    }
    return plain ?? list;
  };
  const ofObject = (data: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> => {
    let changed: Map<string, unknown> | undefined;
    for (const key in data) {
      const each = ofValue(data[key]);
      if (each !== data[key] || keyOf(key) !== key) (changed ??= new Map()).set(key, each);
    }
    if (!changed) return data;
    return Object.fromEntries(
      Object.entries(data).map(([key, each]) => [keyOf(key), changed.get(key) ?? each]),
    );
  };
  const ofValue = (value: unknown): unknown => {
    if (typeof value === 'string') return plainText(value);
    if (Array.isArray(value)) return ofList(value);
    return isPlainObject(value) ? ofObject(value) : value;
  };
  return ofValue;
}

/** The same for all text of a result, of which only those parts are copied that need it; whatever is no plain data stays. */
export function plainResult<T>(result: T): T {
  return plainData()(result) as T;
}
