import { toCsv } from '../kit/csv.ts';
import type { Renderable } from '../renderable.ts';
import type { RenderContext } from '../renderer.ts';

export const lineEnd = '\r\n';
/** Characters of a chunk; large enough that writing costs nothing beside formatting. */
const chunkSize = 1 << 16;
export const byteOrderMark = '\uFEFF';

/** Measures that have a column of their own anyway. */
const columns = ['agreement', 'identical', 's', 'kappa', 'pi'] as const;

const named = ['name_a', 'name_b', 'cow_a', 'cow_b'] as const;

/** A text as a cell. */
function quoted(text: string): string {
  return toCsv({ [text]: () => null }, [], { bom: false }).trimEnd();
}

export function cell(value: number): string {
  return Number.isNaN(value) ? '' : String(value);
}

/**
 * A row per dyad, or per period and dyad, in chunks: all sessions of a long record are a million rows.
 * A measure asked for that has no column gets one, the last. Codes need no quoting and no formula is among them.
 */
export function* render(
  result: Renderable['matrix'],
  { bom, cowOf }: Pick<RenderContext, 'bom' | 'cowOf'>,
): Generator<string> {
  const extra = columns.some((name) => name === result.measure) ? [] : [result.measure];
  const period = result.by === null ? [] : ['period'];
  const { weights } = result.provenance;
  const header = [
    'country_a',
    'country_b',
    ...period,
    'n',
    ...columns,
    ...named,
    ...extra,
    ...(weights ? ['weights'] : []),
  ];
  const end = (weights ? `,${quoted(weights.file)}` : '') + lineEnd;
  const cellsOf = new Map(
    result.countries.map(({ code, name }) => [
      code,
      { name: quoted(name), cow: cowOf(code) ?? '' },
    ]),
  );
  let chunk = `${bom ? byteOrderMark : ''}${header.join(',')}${lineEnd}`;
  for (const { period: label, dyads } of result.periods) {
    const { countries, size, a, b, n, value, agreement, identical, s, kappa, pi } = dyads;
    const middle = label === null ? ',' : `,${label},`;
    const cells = countries.map((code) => cellsOf.get(code)!);
    for (let i = 0; i < size; i++) {
      chunk += `${countries[a[i]!]!},${countries[b[i]!]!}${middle}${n[i]!},${cell(agreement[i]!)},${cell(identical[i]!)},${cell(s[i]!)},${cell(kappa[i]!)},${cell(pi[i]!)}`;
      const [first, second] = [cells[a[i]!]!, cells[b[i]!]!];
      chunk += `,${first.name},${second.name},${first.cow},${second.cow}`;
      if (extra.length > 0) chunk += `,${cell(value[i]!)}`;
      chunk += end;
      if (chunk.length > chunkSize) {
        yield chunk;
        chunk = '';
      }
    }
  }
  yield chunk;
}
