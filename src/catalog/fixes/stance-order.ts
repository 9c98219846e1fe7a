import { isSeq } from 'yaml';
import { parseDate } from '../dates.ts';
import type { Path } from '../locate.ts';
import { type Edit, extentOf, type Fix, hasMarks, lineEnd, lineStart, nodeAt } from './edit.ts';

type Extent = readonly [start: number, end: number];

/**
 * Where the entries of a list stand, so that they can change places: the entries alone within brackets,
 * whole lines with the remarks above and behind them otherwise.
 */
function placesOf(text: string, entries: readonly Extent[], isFlow: boolean): readonly Extent[] {
  if (isFlow) return entries;
  const starts = entries.map(([start]) => {
    let begin = lineStart(text, start);
    for (;;) {
      const above = lineStart(text, begin - 1);
      if (begin === 0 || !/^\s*#/.test(text.slice(above, begin))) return begin;
      begin = above;
    }
  });
  return entries.map((entry, i) => [starts[i]!, starts[i + 1] ?? lineEnd(text, entry)]);
}

/** The edits that put the entries of a list in an order; none where that cannot be done by moving text. */
function reorder(text: string, node: unknown, order: readonly number[]): readonly Edit[] {
  const whole = extentOf(node);
  if (!whole || !isSeq(node)) return [];
  const entries = node.items.flatMap((item) => {
    const extent = extentOf(item);
    return extent ? [extent] : [];
  });
  const written = text.slice(...whole);
  const isFlow = node.flow === true;
  if (entries.length !== order.length || hasMarks(written)) return [];
  if (isFlow && written.includes('#')) return [];
  const places = placesOf(text, entries, isFlow);
  // The first entry of a list may stand behind something else, as in `- - from`.
  if (!isFlow && places.some(([start]) => !/^\s*(?:#|-\s)/.test(text.slice(start)))) return [];
  return places.map(([start, end], i) => {
    const moved = text.slice(...places[order[i]!]!);
    const endsFile = !isFlow && !moved.endsWith('\n');
    return { start, end, text: endsFile ? `${moved}\n` : moved };
  });
}

/** Stances of a country that changed, oldest first; two of one day stay where they are. */
export const stanceOrder: Fix = function* ({ content, document, text }) {
  for (const [i, issue] of (content.issues ?? []).entries())
    for (const [country, position] of Object.entries(issue.positions ?? {})) {
      if (!Array.isArray(position)) continue;
      const days = position.map(({ from }) => parseDate(from)?.from);
      if (days.includes(undefined) || new Set(days).size < days.length) continue;
      const order = [...days.keys()].sort((x, y) => (days[x]! < days[y]! ? -1 : 1));
      if (order.every((from, to) => from === to)) continue;
      const path: Path = ['issues', i, 'positions', country];
      const node = nodeAt(document, path);
      const edits = reorder(text, node, order);
      const message = `the stances of ${country} on ${issue.id} stand oldest first`;
      if (edits.length > 0) yield { at: extentOf(node)![0], message, edits };
    }
};
