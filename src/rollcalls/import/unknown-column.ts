import { copyOf } from './details.ts';

/** A column of which nothing is known: if it has votes, they are left out. */
export interface UnknownColumn {
  readonly name: string;
  readonly texts: Map<string, number>;
}

/** A text that this long is no vote. */
const longestVote = 40;
const mostTexts = 300;

/** One of which nothing has been read yet. */
export function unknownColumn(name: string): UnknownColumn {
  return { name, texts: new Map() };
}

/** Counts what a cell holds; of texts that are no votes their beginning, and of too many no more. */
export function noteText({ texts }: UnknownColumn, cell: string): void {
  const text = cell.length > longestVote ? cell.slice(0, longestVote) : cell;
  if (texts.has(text) || texts.size < mostTexts)
    texts.set(copyOf(text), (texts.get(text) ?? 0) + 1);
}
