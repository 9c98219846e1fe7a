import { listDyads } from '../../analysis/dyad-table.ts';
import type { Renderable } from '../renderable.ts';

const chunkSize = 1 << 16;

/** One object, a dyad a line, in chunks. */
export function* render(result: Renderable['matrix']): Generator<string> {
  const { periods, provenance, ...head } = result;
  let chunk = `${JSON.stringify(head, null, 2).slice(0, -2)},\n  "dyads": [`;
  let separator = '\n    ';
  for (const { period, dyads } of periods) {
    for (const row of listDyads(dyads, period)) {
      chunk += separator + JSON.stringify(row);
      separator = ',\n    ';
      if (chunk.length > chunkSize) {
        yield chunk;
        chunk = '';
      }
    }
  }
  yield `${chunk}\n  ],\n  "provenance": ${JSON.stringify(provenance, null, 2).replaceAll('\n', '\n  ')}\n}\n`;
}
