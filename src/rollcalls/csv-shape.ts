/** Where a record of a CSV text begins, and what it is made of. */
export interface RecordShape {
  /** Line of the text on which it begins, from 0. */
  readonly line: number;
  readonly fields: number;
  /** What is wrong with its quotation marks, if anything. */
  readonly problem?: 'text after a closing quotation mark' | 'quotation mark never closed';
}

const quoted = /"(?:[^"]|"")*("?)/y;
const unquoted = /[^,\n]*/y;

/**
 * Walks through CSV text record by record, by the letter of RFC 4180. It is ten times slower than
 * the parser and only looks at what the parser stumbled over. Empty lines are no records.
 */
export function* shapesOf(text: string): Generator<RecordShape> {
  let position = 0;
  let line = 0;
  while (position < text.length) {
    if (text[position] === '\n') {
      position++;
      line++;
      continue;
    }
    const start = line;
    let fields = 0;
    let problem: RecordShape['problem'];
    for (;;) {
      fields++;
      if (text[position] === '"') {
        quoted.lastIndex = position;
        const [field = '', closing] = quoted.exec(text) ?? [];
        line += field.split('\n').length - 1;
        position += field.length;
        if (closing === '') problem ??= 'quotation mark never closed';
        else if (position < text.length && text[position] !== ',' && text[position] !== '\n') {
          problem ??= 'text after a closing quotation mark';
        }
      }
      unquoted.lastIndex = position;
      position += unquoted.exec(text)?.[0].length ?? 0;
      if (text[position] !== ',') break;
      position++;
    }
    if (text[position] === '\n') {
      position++;
      line++;
    }
    yield { line: start, fields, ...(problem ? { problem } : {}) };
  }
}

/** The fields of the first record of a text, quotation marks resolved. */
export function firstRecord(text: string): readonly string[] {
  const fields: string[] = [];
  let position = 0;
  for (;;) {
    if (text[position] === '"') {
      quoted.lastIndex = position;
      const field = quoted.exec(text)?.[0] ?? '';
      fields.push(field.slice(1, -1).replaceAll('""', '"'));
      position += field.length;
    } else {
      unquoted.lastIndex = position;
      const field = unquoted.exec(text)?.[0] ?? '';
      fields.push(field);
      position += field.length;
    }
    if (text[position] !== ',') return fields;
    position++;
  }
}

/** The first name of a header that stood in it before. */
export function firstRepeated(names: readonly string[]): string | undefined {
  const seen = new Set<string>();
  return names.find((name) => seen.size === seen.add(name).size);
}
