import { growing, left, right } from '../kit/columns.ts';
import { decimal, percent, signed } from '../kit/numbers.ts';
import { paragraph, table } from '../kit/text.ts';
import type { Renderable } from '../renderable.ts';
import type { Renderer } from '../renderer.ts';
import { driftWords, periodRow, voteWords } from './words.ts';

const mostTopics = 8;
const mostTexts = 12;

/** What changed in words, then by topic, then the texts on which votes changed. */
export const render: Renderer<Renderable['drift']> = (drift, { color, width }) => {
  const { countries, before, after, topics, sameTexts, measure } = drift;
  const [a, b] = countries;
  const style = { indent: '  ', header: color.bold };
  const changed = sameTexts.changed.slice(0, mostTexts);
  const more = sameTexts.changed.length - changed.length;
  const parts = [
    color.bold(paragraph(`${a.name} – ${b.name}`, width)),
    table(
      [left('Period'), right('n'), right(measure), left('95 %')],
      [periodRow(before), periodRow(after)],
      width,
      style,
    ),
    driftWords(drift)
      .map((words) => paragraph(words, width, '  '))
      .join('\n'),
    table(
      [
        growing('Topic'),
        right('share'),
        right(''),
        right('value'),
        right(''),
        right('agenda'),
        right('behaviour'),
      ],
      topics
        .slice(0, mostTopics)
        .map((topic) => [
          topic.title,
          percent(topic.before.share),
          percent(topic.after.share),
          decimal(topic.before.value),
          decimal(topic.after.value),
          signed(topic.agenda, 3),
          signed(topic.behaviour, 3),
        ]),
      width,
      style,
    ),
    ...(changed.length === 0
      ? []
      : [
          `${table(
            [growing('Votes that changed'), growing(a.name), growing(b.name)],
            changed.map((text) => [text.title, voteWords(text.a), voteWords(text.b)]),
            width,
            style,
          )}${more > 0 ? `\n  ${color.dim(`and ${more} more`)}` : ''}`,
        ]),
  ];
  return `${parts.join('\n\n')}\n`;
};
