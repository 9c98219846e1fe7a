import { toAscii } from '../ascii.ts';
import type { Catalog } from './model.ts';
import { type PackedCatalog, packCatalog, unpackCatalog } from './packed.ts';

/** The first line of the stored catalogs: what every question needs. */
interface Head {
  readonly catalogs: readonly PackedCatalog[];
  /** For each catalog, where its stances begin in the text after this line, and where the last one ends. */
  readonly stancesAt: readonly (readonly number[])[];
}

/**
 * Catalogs as one text: reading and parsing it takes less time than one for each. After the first line
 * it has the stances, which are parsed one by one when they are asked for. All of it is ASCII.
 */
export function storeCatalogs(catalogs: readonly Catalog[]): string {
  const packed = catalogs.map(packCatalog);
  let texts = '';
  const stancesAt = packed.map(({ stances }) => {
    const starts = stances.map((stance) => {
      const start = texts.length;
      texts += `${toAscii(stance)}\n`;
      return start;
    });
    return [...starts, texts.length];
  });
  const head: Head = { catalogs: packed.map(({ catalog }) => catalog), stancesAt };
  return `${toAscii(JSON.stringify(head))}\n${texts}`;
}

/** Reads what `storeCatalogs` made. */
export function readCatalogs(
  text: string,
  readSources: (catalog: string) => Catalog['sources'],
): readonly Catalog[] {
  const end = text.indexOf('\n');
  const { catalogs, stancesAt } = JSON.parse(text.slice(0, end)) as Head;
  return catalogs.map((packed, c) => {
    const starts = stancesAt[c]!;
    return unpackCatalog(packed, {
      stanceText: (number) => text.slice(end + 1 + starts[number]!, end + 1 + starts[number + 1]!),
      readSources: () => readSources(packed.id),
    });
  });
}
