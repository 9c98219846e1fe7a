import type { DriftResult } from '../../results/drift.ts';
import { left, right } from '../kit/columns.ts';
import {
  escapeMarkdown,
  heading,
  markdownDocument,
  markdownTable,
  provenanceLine,
} from '../kit/markdown.ts';
import { decimal, percent, signed } from '../kit/numbers.ts';
import type { Renderable } from '../renderable.ts';
import type { Renderer } from '../renderer.ts';
import { driftWords, periodRow, voteWords } from './words.ts';

/** What changed in words, then by topic, then the texts on which votes changed. */
export function driftParts(drift: DriftResult): readonly string[] {
  const { countries, before, after, topics, sameTexts, measure } = drift;
  const [a, b] = countries;
  return [
    markdownTable(
      [left('Period'), right('n'), right(measure), left('95 %')],
      [periodRow(before), periodRow(after)],
    ),
    escapeMarkdown(driftWords(drift).join(' ')),
    markdownTable(
      [
        left('Topic'),
        ...[
          'Share before',
          'Share after',
          'Value before',
          'Value after',
          'Agenda',
          'Behaviour',
        ].map(right),
      ],
      topics.map((topic) => [
        escapeMarkdown(topic.title),
        percent(topic.before.share),
        percent(topic.after.share),
        decimal(topic.before.value),
        decimal(topic.after.value),
        signed(topic.agenda, 3),
        signed(topic.behaviour, 3),
      ]),
    ),
    ...(sameTexts.changed.length === 0
      ? []
      : [
          heading(3, 'Votes that changed'),
          markdownTable(
            [left('Text'), left(a.name), left(b.name)],
            sameTexts.changed.map((text) =>
              [text.title, voteWords(text.a), voteWords(text.b)].map(escapeMarkdown),
            ),
          ),
        ]),
  ];
}

export const render: Renderer<Renderable['drift']> = (drift) => {
  const [a, b] = drift.countries;
  return markdownDocument([
    heading(2, `${a.name} – ${b.name}`),
    ...driftParts(drift),
    provenanceLine(drift.provenance),
  ]);
};
