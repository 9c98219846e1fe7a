import { LineCounter, parseDocument } from 'yaml';
import { countryCodes } from './fixes/country-codes.ts';
import { applyEdits, type Fix } from './fixes/edit.ts';
import { stanceOrder } from './fixes/stance-order.ts';
import { unusedSources } from './fixes/unused-sources.ts';
import type { Location } from '../errors.ts';
import { type CatalogContext, readCatalog } from './read.ts';

const fixes: readonly Fix[] = [countryCodes, stanceOrder, unusedSources];

/** Something that was mended, and where it stood before. */
export interface Change extends Location {
  readonly message: string;
}

export interface FixedCatalog {
  /** The whole file, with all that is not mended as it was, to the last byte. */
  readonly text: string;
  /** In the order of the file; none where it is as it was. */
  readonly changes: readonly Change[];
}

/**
 * Mends what can be mended in a catalog without knowing what it is about: names of countries become
 * their codes, dated stances stand oldest first, sources that nothing rests on go. Everything else
 * stays as it is written. A file that cannot be read, or has the wrong shape, is left alone. To mend a
 * mended file changes nothing.
 *
 * @param bytes the file's content
 * @param file its name, for places
 */
export function fixCatalog(bytes: Uint8Array, file: string, context: CatalogContext): FixedCatalog {
  const { content } = readCatalog(bytes, file, context);
  const whole = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  if (content === undefined) return { text: whole, changes: [] };
  const mark = whole.startsWith('\u{feff}') ? '\u{feff}' : '';
  const text = whole.slice(mark.length);
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, uniqueKeys: false });
  const mends = fixes
    .flatMap((fix) => [...fix({ content, document, text, atlas: context.atlas })])
    .sort((x, y) => x.at - y.at);
  return {
    text:
      mark +
      applyEdits(
        text,
        mends.flatMap(({ edits }) => edits),
      ),
    changes: mends.map(({ at, message }) => {
      const { line, col } = counter.linePos(at);
      return { file, line, column: col, message };
    }),
  };
}
