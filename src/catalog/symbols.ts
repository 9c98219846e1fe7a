const romanDigits: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50 };

function readRoman(text: string): number {
  const values = [...text].map((letter) => romanDigits[letter] ?? 0);
  return values.reduce((sum, value, i) => sum + (value < (values[i + 1] ?? 0) ? -value : value), 0);
}

/** How nearly all are written: of these nothing but the prefix goes. */
const usual = /^(?:A\/RES|R)\/(\d[\dA-Z/]*)$/;

/**
 * One spelling for the symbols of a resolution: `A/RES/74/168` and `R/74/168`, `A/RES/3379 (XXX)` and
 * `R/30/3379`, `A/RES/ES-10/19` and `ESS/10/19`. Symbols of any other form only lose case and spaces.
 */
export function symbolKey(symbol: string): string {
  if (symbol === '') return '';
  const [, rest] = usual.exec(symbol) ?? [];
  if (rest !== undefined) return rest;
  return symbol
    .toUpperCase()
    .replaceAll(/\s+/g, '')
    .replace(/^(?:A\/RES|R)\//, '')
    .replace(/^ESS\//, 'ES-')
    .replace(/^SS\//, 'S-')
    .replace(
      /^(\d+)([A-Z]?)\(([IVXL]+)\)$/,
      (_, number: string, part: string, session: string) =>
        `${readRoman(session)}/${number}${part}`,
    );
}

/** The symbol of what was voted on: the resolution, or the draft that became none; empty if it has neither. */
export function symbolOf(vote: { [Key in 'resolution' | 'draft']?: string | undefined }): string {
  return vote.resolution ?? vote.draft ?? '';
}

/** One spelling for the name of a body. */
export function bodyKey(body: string): string {
  return body.trim().toUpperCase();
}
