import { z } from 'zod';
import type { Row } from '../engine.ts';

/**
 * The frame of `FORMAT JSONCompact`: one document, so that an answer that was broken off, or that an error
 * was written behind, is none; and it says how many rows it has.
 */
const document = z.object({
  meta: z.array(z.object({ name: z.string(), type: z.string() })),
  // There may be millions, so their insides are looked at on the way.
  data: z.custom<readonly unknown[]>(Array.isArray),
  rows: z.number(),
});

/** Raised by what is no whole answer; the fault is worded elsewhere. */
export class BrokenAnswer extends Error {
  override readonly name = 'BrokenAnswer';
}

/** Wide whole numbers and decimals come as text from some servers and as numbers from others. */
function isNumber(type: string): boolean {
  return /^(?:LowCardinality\(|Nullable\()*(?:U?Int|Float|BFloat|Decimal)\d*/.test(type);
}

function valueOf(value: unknown, ofNumber: boolean): string | number | null {
  if (value === null || value === undefined) return null;
  if (!ofNumber) {
    if (typeof value !== 'string' && typeof value !== 'number') {
      throw new BrokenAnswer('a value that is neither text nor number');
    }
    return value;
  }
  const number = Number(value);
  if (Number.isInteger(number) && !Number.isSafeInteger(number)) {
    throw new BrokenAnswer('a whole number that is too large to be exact');
  }
  return number;
}

/**
 * The rows of an answer in `JSONCompact`.
 *
 * @throws BrokenAnswer if it is not whole
 */
export function rowsOf(text: string): readonly Row[] {
  const parsed = document.safeParse(parse(text));
  if (!parsed.success) throw new BrokenAnswer('no document of the form that was asked for');
  const { meta, data, rows } = parsed.data;
  if (rows !== data.length) throw new BrokenAnswer(`${data.length} rows where it counts ${rows}`);
  const columns = meta.map(({ name, type }) => ({ name, ofNumber: isNumber(type) }));
  return data.map((values) => {
    if (!Array.isArray(values) || values.length !== columns.length) {
      throw new BrokenAnswer('a row with values missing');
    }
    const row: Record<string, Row[string]> = {};
    for (const [at, { name, ofNumber }] of columns.entries()) {
      row[name] = valueOf(values[at], ofNumber);
    }
    return row;
  });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
