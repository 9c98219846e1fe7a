import { isMap, type Node, type YAMLMap } from 'yaml';
import { sourceLists } from '../rules/places.ts';
import { type Edit, extentOf, type Fix, hasMarks, lineEnd, lineStart, nodeAt } from './edit.ts';

type Extent = readonly [start: number, end: number];

function extentsOf(map: YAMLMap): readonly Extent[] | undefined {
  const extents = map.items.map(({ key, value }): Extent | undefined => {
    const [start, keyEnd] = extentOf(key) ?? [];
    const end = extentOf(value as Node | null)?.[1] ?? keyEnd;
    return start === undefined || end === undefined ? undefined : [start, end];
  });
  return extents.every((extent) => extent !== undefined) ? extents : undefined;
}

/** What has to go with an entry within brackets: the comma before it, or after it where it comes first. */
function flowEdit(extents: readonly Extent[], i: number, firstKept: number): Edit {
  const [start, end] = extents[i]!;
  return i > firstKept
    ? { start: extents[i - 1]![1], end, text: '' }
    : { start, end: extents[i + 1]![0], text: '' };
}

/**
 * Sources that nothing rests on go. Remarks on lines above them stay, as they may be on more than one.
 * Where something cites a source that there is not, all stay: one of them may be meant.
 */
export const unusedSources: Fix = function* ({ content, document, text }) {
  const ids = Object.keys(content.sources ?? {});
  const used = new Set([...sourceLists(content)].flatMap((list) => list.ids));
  if ([...used].some((id) => !ids.includes(id))) return;
  const map = nodeAt(document, ['sources']);
  const extents = isMap(map) ? extentsOf(map) : undefined;
  if (!isMap(map) || !extents || extents.length !== ids.length) return;
  const firstKept = ids.findIndex((id) => used.has(id));
  for (const [i, id] of ids.entries()) {
    const extent = extents[i]!;
    if (used.has(id) || hasMarks(text.slice(...extent))) continue;
    const message = `the source "${id}" is gone, as nothing rests on it`;
    const begin = lineStart(text, extent[0]);
    const block = { start: begin, end: lineEnd(text, extent), text: '' };
    if (!map.flow) {
      if (firstKept < 0 || text.slice(begin, extent[0]).trim() !== '') continue;
      yield { at: extent[0], message, edits: [block] };
      continue;
    }
    if (firstKept < 0) continue;
    const edit = flowEdit(extents, i, firstKept);
    // A remark between two entries may be on either.
    const outside = text.slice(edit.start, edit.end).replace(text.slice(...extent), '');
    if (!outside.includes('#')) yield { at: extent[0], message, edits: [edit] };
  }
};
