import type { Statement } from '../engine.ts';

/*
 * Values are bound as text in hexadecimal: unhex('c3a9'). No character of a value then stands in the SQL, so
 * none can end a literal, whatever a server takes for an escape. Parameters of the server, {name:String},
 * are known to newer servers only, and external tables not to the client; every server has unhex and folds
 * it to a constant, so that indexes are used.
 */

// A character that the dialect lets through in no identifier: what is found between two is a parameter.
const mark = '\0';
const placeholders = /\0([^\0]*)\0/g;

/** Where the value of a parameter is to stand. */
export function placeholder(name: string): string {
  return `${mark}${name}${mark}`;
}

function literal(text: string): string {
  return `unhex('${Buffer.from(text, 'utf8').toString('hex')}')`;
}

function valueOf(value: Statement['parameters'][string]): string {
  if (typeof value === 'string') return literal(value);
  if (typeof value !== 'number') {
    // An empty list is no SQL; nothing is in (NULL).
    return `(${value.length === 0 ? 'NULL' : value.map(literal).join(', ')})`;
  }
  if (!Number.isSafeInteger(value)) throw new Error(`${value} is no whole number to be bound`);
  return String(value);
}

/** A statement with its values in it, each as a constant that no text can break out of. */
export function bind({ sql, parameters }: Statement): string {
  const bound = sql.replaceAll(placeholders, (_, name: string) => {
    const value = Object.hasOwn(parameters, name) ? parameters[name] : undefined;
    if (value === undefined) throw new Error(`no value for the parameter "${name}"`);
    return valueOf(value);
  });
  if (bound.includes(mark)) throw new Error('a statement holds half a parameter');
  return bound;
}
