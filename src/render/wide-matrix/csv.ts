import { toSquare } from '../../analysis/dyad-table.ts';
import { byteOrderMark, cell, lineEnd } from '../matrix/csv.ts';
import type { Renderable } from '../renderable.ts';
import type { RenderContext } from '../renderer.ts';

/** A square table of the measure asked for; the diagonal and dyads without joint issues are empty. */
export function* render(
  result: Renderable['wideMatrix'],
  { bom }: Pick<RenderContext, 'bom'>,
): Generator<string> {
  const codes = result.countries.map(({ code }) => code);
  for (const { dyads } of result.periods) {
    yield `${bom ? byteOrderMark : ''}country,${codes.join(',')}${lineEnd}`;
    for (const [row, cells] of toSquare(dyads).entries()) {
      yield `${codes[row]!},${cells.map((value) => cell(value)).join(',')}${lineEnd}`;
    }
  }
}
