import stringWidth from 'fast-string-width';

/** Where a word too long for a line may be parted: after the hyphens and strokes of names, not within numbers, dates and intervals. */
const seam = /(?<=[\p{L}\p{N}][-–/_])(?=\p{L})/u;
const everySeam = new RegExp(seam, 'gu');

/** Stands at a seam while a text is wrapped; no text that is shown has it. */
const mark = '\u0001';

/** What is longer is no word: an address, a sum of bytes. */
const longestWord = 28;

/** The text with its long words parted at their seams by a space, which `joined` takes out again. */
export function parted(text: string, width: number): string {
  return text
    .split(' ')
    .map((word) =>
      word.length > width && stringWidth(word) > width
        ? word.replaceAll(everySeam, `${mark} `)
        : word,
    )
    .join(' ');
}

/** Undoes what `parted` did, where it turned out not to be needed. */
export function joined(text: string): string {
  return text.replaceAll(`${mark} `, '').replaceAll(mark, '');
}

/**
 * Columns that a text needs if none of its words is to be broken, but for what is no word.
 *
 * @param atSeams whether words may be parted at their seams
 */
export function leastWidth(text: string, atSeams: boolean): number {
  return text
    .split(/[ \n]/)
    .flatMap((word) => (atSeams || word.length > longestWord ? word.split(seam) : [word]))
    .reduce((most, piece) => Math.max(most, Math.min(longestWord, stringWidth(piece))), 0);
}
