/**
 * Codes cut to so many letters for the heads of narrow columns, and told apart: where two are cut alike, a
 * number takes the end of the later one. Of an id of one catalog (`mine/newsroom`) the own part counts.
 */
export function shortCodes(codes: readonly string[], most: number): readonly string[] {
  const taken = new Set<string>();
  return codes.map((code) => {
    const own = code.slice(code.lastIndexOf('/') + 1);
    let short = own.slice(0, most);
    for (let n = 2; taken.has(short) && n < 10 ** most; n++)
      short = `${own.slice(0, most - String(n).length)}${n}`;
    taken.add(short);
    return short;
  });
}
