import { isScalar } from 'yaml';
import type { Path } from '../locate.ts';
import { codeOf, countryMentions, isActor } from '../rules/places.ts';
import { extentOf, type Fix, nodeAt, pairOf } from './edit.ts';

function containerOf(path: Path): string {
  return JSON.stringify(path.slice(0, -1));
}

/** Countries by their codes, which mean the same in any language and do not change with a name. */
export const countryCodes: Fix = function* ({ content, document, atlas }) {
  const mentions = [...countryMentions(content)].flatMap((mention) => {
    const code = codeOf(atlas, mention.name);
    const isMeant = mention.orActor !== true || !isActor(content, mention.name);
    return code === undefined || !isMeant ? [] : [{ ...mention, code }];
  });
  // Two names of one country are for another rule: as keys, they would be one.
  const times = new Map<string, number>();
  for (const { path, code } of mentions) {
    const key = containerOf(path) + code;
    times.set(key, (times.get(key) ?? 0) + 1);
  }
  for (const { name, path, part, code } of mentions) {
    if (name === code || times.get(containerOf(path) + code) !== 1) continue;
    // A code that is another country's name would be read as that.
    if (codeOf(atlas, code) !== code) continue;
    const node =
      part === 'key'
        ? pairOf(nodeAt(document, path.slice(0, -1)), path.at(-1))?.key
        : nodeAt(document, path);
    const extent = extentOf(node);
    if (!extent || !isScalar(node) || node.type?.startsWith('BLOCK')) continue;
    const [start, end] = extent;
    yield { at: start, message: `"${name}" is now ${code}`, edits: [{ start, end, text: code }] };
  }
};
