import { type Document, isMap, isScalar, isSeq, type Node, type Pair } from 'yaml';
import type { Atlas } from '../../countries/resolve.ts';
import type { Path } from '../locate.ts';
import type { CatalogFile } from '../schema.ts';

/** A file that is to be mended: what it says, and how it is written. */
export interface Mendable {
  readonly content: CatalogFile;
  readonly document: Document.Parsed;
  readonly text: string;
  readonly atlas: Atlas;
}

/** Text that stands in place of other text. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** What is changed, said at the place where it is. */
export interface Mend {
  readonly at: number;
  readonly message: string;
  readonly edits: readonly Edit[];
}

/** One way in which a catalog can be mended without knowing what it is about. */
export type Fix = (file: Mendable) => Iterable<Mend>;

/** Where a node begins, and where what it says ends. */
export function extentOf(node: unknown): readonly [start: number, end: number] | undefined {
  const [start, end] = (node as Partial<Node> | null)?.range ?? [];
  return start === undefined || end === undefined ? undefined : [start, end];
}

/** The entry of a mapping; an alias is not followed, as what it stands for is written elsewhere. */
export function pairOf(node: unknown, key: PropertyKey | undefined): Pair | undefined {
  if (!isMap(node)) return undefined;
  return node.items.find((pair) => isScalar(pair.key) && String(pair.key.value) === String(key));
}

/** The node at a path, unless an alias stands in the way. */
export function nodeAt(document: Document.Parsed, path: Path): unknown {
  return path.reduce<unknown>(
    (node, segment) => (isSeq(node) ? node.items[Number(segment)] : pairOf(node, segment)?.value),
    document.contents,
  );
}

/** Where the line begins that holds a place. */
export function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

/** Where the next line begins after what ends here, remarks behind it included. */
export function lineEnd(text: string, [start, end]: readonly [number, number]): number {
  const last = start + text.slice(start, end).trimEnd().length;
  const next = text.indexOf('\n', last);
  return next < 0 ? text.length : next + 1;
}

/** Whether a text is marked for others to refer to, or refers to such: to move it may change what it means. */
export function hasMarks(text: string): boolean {
  return /(?:^|[\s[{,])[&*][^\s,[\]{}]/.test(text);
}

/** A text after edits that do not overlap. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let last = 0;
  const pieces = edits
    .toSorted((x, y) => x.start - y.start)
    .flatMap(({ start, end, text: own }) => {
      const before = text.slice(last, start);
      last = end;
      return [before, own];
    });
  return [...pieces, text.slice(last)].join('');
}
