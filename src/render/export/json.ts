import { toJson } from '../kit/json.ts';
import type { Renderable } from '../renderable.ts';
import { filled } from './cells.ts';

/** One object, a row a line, in chunks. */
export function* render({ what, rows, provenance }: Renderable['export']): Generator<string> {
  const head = JSON.stringify({ schema: 'align/export@1', what }, null, 2).slice(0, -2);
  yield `${head},\n  "rows": [`;
  let separator = '\n    ';
  for (const row of rows()) {
    yield separator + toJson(filled(row), 0).trimEnd();
    separator = ',\n    ';
  }
  yield `\n  ],\n  "provenance": ${toJson(provenance).trimEnd().replaceAll('\n', '\n  ')}\n}\n`;
}
