import type { DriftResult } from '../../results/drift.ts';
import { mostTopics } from '../kit/charts/drift.ts';
import { left, right } from '../kit/columns.ts';
import { askedPeriod } from '../kit/dates.ts';
import { estimateTable } from '../kit/html/estimates.ts';
import { dataTable, figure } from '../kit/html/figure.ts';
import { isolated, type Markup, markup } from '../kit/html/markup.ts';
import { counted, decimal, percent, signed } from '../kit/numbers.ts';
import { drawThenAndNow, drawTopics } from './charts.ts';
import { driftWords, voteWords } from './words.ts';

/** What changed in words, then the two periods beside each other. */
export function periodsOfDrift(drift: DriftResult): Markup {
  const rows = [drift.before, drift.after].map((each) => ({ ...each, name: askedPeriod(each) }));
  return markup`${driftWords(drift).map((words) => markup`<p>${words}</p>\n`)}
${figure(
  (frame) => drawThenAndNow(drift, frame),
  'Both periods, all issues with their 95 % intervals, in brackets how many. The same texts are those voted on in both periods, each counting once.',
  {
    title: 'Both periods as a table',
    table: estimateTable('Period', 'All issues of both periods', rows),
  },
)}`;
}

/** What the topics account for. */
export function topicsOfDrift({ topics, ...drift }: DriftResult): Markup {
  const rest = topics.length - mostTopics;
  const table = dataTable(
    [
      left('Topic'),
      ...['Share before', 'Share after', 'Mean before', 'Mean after', 'Agenda', 'Behaviour'].map(
        right,
      ),
    ],
    topics.map(({ title, before, after, agenda, behaviour }) => ({
      cells: [
        isolated(title),
        percent(before.share),
        percent(after.share),
        decimal(before.value),
        decimal(after.value),
        signed(agenda, 3),
        signed(behaviour, 3),
      ],
    })),
    { label: 'Agenda and behaviour by topic' },
  );
  return figure(
    (frame) => drawTopics({ ...drift, topics }, frame),
    `Points of the change by topic, those that account for most first${rest > 0 ? `; ${counted(rest, 'topic')} more in the table` : ''}. The numbers are those of the agenda and of the behaviour; over all topics they add up to the change.`,
    { title: 'Topics as a table', table },
  );
}

/** The texts on which the last vote of either is another. */
export function changedVotes({ sameTexts, countries: [a, b] }: DriftResult): Markup {
  const { changed, series } = sameTexts;
  if (changed.length === 0)
    return markup`<p>${
      series === 0
        ? 'No text was voted on in both periods.'
        : `On none of the ${counted(series, 'text')} voted on in both periods is the last vote of either another.`
    }</p>`;
  return dataTable(
    [left('Text'), left(a.name), left(b.name)],
    changed.map((text) => ({
      cells: [isolated(text.title), voteWords(text.a), voteWords(text.b)],
    })),
    { label: 'Votes that changed on the same texts', cards: true },
  );
}
