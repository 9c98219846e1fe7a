import type { Path } from '../locate.ts';
import type { Problem } from '../document.ts';
import type { Rule } from './rule.ts';

function* repeated(
  words: readonly string[],
  path: Path,
  messageOf: (word: string) => string,
): Generator<Problem> {
  const seen = new Set<string>();
  for (const [i, word] of words.entries()) {
    if (seen.has(word))
      yield { path: [...path, i], message: messageOf(word), hint: 'remove it, or correct it' };
    seen.add(word);
  }
}

export const repeatedLabel: Rule = {
  code: 'repeated-label',
  about: 'The labels of a scale differ.',
  *check({ file }) {
    for (const [id, scale] of Object.entries(file.scales ?? {})) {
      const isList = Array.isArray(scale);
      yield* repeated(
        isList ? scale : scale.labels,
        isList ? ['scales', id] : ['scales', id, 'labels'],
        (label) => `the label "${label}" stands twice on the scale ${id}`,
      );
    }
  },
};

export const repeatedTopic: Rule = {
  code: 'repeated-topic',
  about: 'An issue names each of its topics once.',
  *check({ file }) {
    for (const [i, { id, topic }] of (file.issues ?? []).entries())
      if (Array.isArray(topic))
        yield* repeated(
          topic,
          ['issues', i, 'topic'],
          (word) => `the topic "${word}" stands twice on ${id}`,
        );
  },
};
