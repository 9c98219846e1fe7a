import type { DyadReport } from '../../analysis/report.ts';
import { type Depth, depths } from '../../analysis/depth.ts';
import { findMeasure } from '../../measures/registry.ts';
import { drawHeatmap } from '../charts/heatmap.ts';
import { drawInteractions } from '../charts/interactions.ts';
import { stepLabels } from '../charts/palette.ts';
import { drawPositions, mostPartings, partings } from '../charts/positions.ts';
import { drawTopics } from '../charts/topics.ts';
import { drawTrend } from '../charts/trend.ts';
import { count, counted, decimal, interval, signed } from '../numbers.ts';
import { dateWords, measureSymbols, stanceWords } from '../wording.ts';
import { dataTable, figure, type TableRow } from './figure.ts';
import { isolated, type Markup, markup } from './markup.ts';
import type { Section } from './page.ts';
import { citations } from './sources.ts';
import { depthSentence, percentileSentence, robustnessSentence } from './words.ts';

const estimateColumns = [
  { title: 'n', number: true },
  { title: 'Score', number: true },
  { title: '95 % interval', number: true },
] as const;

function topicSection({ score, range }: DyadReport): Section {
  const { topics } = score;
  return {
    id: 'topics',
    title: 'By topic',
    body: figure(
      (frame) => drawTopics(topics, range, frame),
      'Alignment within each topic, with its 95 % interval; the number of issues in brackets. A hollow dot rests on fewer than five issues and has no interval.',
      {
        title: 'Topics as a table',
        table: dataTable(
          [{ title: 'Topic' }, ...estimateColumns],
          topics.map(({ title, joint, value, low, high }) => ({
            cells: [isolated(title), count(joint), decimal(value), interval(low, high)],
          })),
          { label: 'Alignment by topic' },
        ),
      },
    ),
  };
}

function partingSection({ score }: DyadReport): Section {
  const all = partings(score.issues);
  const [a, b] = score.countries;
  const rest = all.length - mostPartings;
  const body =
    all.length === 0
      ? markup`<p>They take the same position on every joint issue of this selection.</p>`
      : figure(
          (frame) => drawPositions(score.issues, score.countries, frame),
          markup`Where ${isolated(a.name)} and ${isolated(b.name)} stand on the ${
            rest > 0
              ? `${mostPartings} of ${all.length} issues that divide them most`
              : counted(all.length, 'issue') + ' that divide them'
          }, most divisive first. <a href="#issues">All joint issues</a> are in a table below.`,
        );
  return { id: 'partings', title: 'Where they part', body };
}

const depthTitles: Readonly<Record<Depth, readonly [title: string, meaning: string]>> = {
  joint: ['Joint', 'acted together'],
  coordinated: ['Coordinated', 'on record as concerted'],
  parallel: ['Parallel', 'stood alike, each on its own'],
  apart: ['Apart', 'one side took no stand'],
  opposed: ['Opposed', 'stood on opposite sides'],
};

function depthBar({ depth }: DyadReport['score']): Markup {
  const total = depths.reduce((sum, level) => sum + depth[level], 0);
  let x = 0;
  const parts = [...depths].reverse().map((level) => {
    const width = total === 0 ? 0 : (depth[level] / total) * 1000;
    const part = markup`<rect class="bar-${depths.indexOf(level)}" x="${(x + 1).toFixed(1)}" width="${Math.max(0, width - 2).toFixed(1)}" height="10"/>`;
    x += width;
    return width > 0 && part;
  });
  return markup`<svg class="bar" viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true">${parts}</svg>`;
}

function depthSection({ score }: DyadReport): Section {
  const rows: readonly TableRow[] = [...depths].reverse().map((level) => {
    const [title, meaning] = depthTitles[level];
    return {
      cells: [
        markup`<span class="whole"><span class="chip bar-${depths.indexOf(level)}"></span>${title}</span>`,
        meaning,
        count(score.depth[level]),
      ],
    };
  });
  return {
    id: 'depth',
    title: 'Together, or side by side',
    body: markup`${depthSentence(score)}
${depthBar(score)}
${dataTable([{ title: 'Depth' }, { title: 'They …' }, { title: 'Issues', number: true }], rows, { label: 'Joint issues by depth' })}`,
  };
}

/** A span breaks at its dash only. */
function dates(date: string): Markup {
  const parts = dateWords(date).split(' – ');
  return markup`${parts.map((part, i) => markup`${i > 0 && ' – '}<span class="whole">${part}</span>`)}`;
}

const directions = { mutual: '↔', 'a-to-b': '→', 'b-to-a': '←' } as const;

function dealingSection({ score, sources }: DyadReport): Section {
  const { n, cooperative, conflictual, meanGoldstein, events } = score.interactions;
  const [a, b] = score.countries;
  const refs = citations(sources);
  const words = {
    mutual: 'both',
    'a-to-b': `${a.name} to ${b.name}`,
    'b-to-a': `${b.name} to ${a.name}`,
  };
  const rows = events
    .toReversed()
    .map(({ title, date, goldstein, direction, label, sources: own }) => ({
      cells: [
        isolated(title),
        dates(date),
        markup`<span aria-hidden="true">${directions[direction]}</span> ${isolated(words[direction])}`,
        markup`${signed(goldstein)}<span class="sub">${label}</span>`,
        refs(own),
      ],
    }));
  const body =
    n === 0
      ? markup`<p>The catalogs record no event between them in this period.</p>`
      : markup`<p>${counted(n, 'event')}: ${count(cooperative)} cooperative, ${count(conflictual)} conflictual, mean Goldstein weight ${signed(meanGoldstein)}.</p>
${figure(
  (frame) => drawInteractions(events, score.countries, frame),
  'Events in the order of time, one a column, on the Goldstein scale from −10 (most conflictual) to +10 (most cooperative). The years stand where they begin.',
  {
    title: 'Events as a table',
    table: dataTable(
      [
        { title: 'Event' },
        { title: 'Date' },
        { title: 'Who' },
        { title: 'Weight' },
        { title: 'Sources' },
      ],
      rows,
      { label: 'Events between the two, latest first', cards: true },
    ),
  },
)}`;
  return { id: 'dealings', title: 'Dealings', body };
}

function trendSection({ score, years, range }: DyadReport): Section {
  const known = years.filter(({ value }) => value !== null);
  const table = dataTable(
    [{ title: 'Year' }, ...estimateColumns],
    years.map(({ year, n, value, low, high }) => ({
      cells: [String(year), count(n), decimal(value), interval(low, high)],
    })),
    { label: 'Alignment by year' },
  );
  const body =
    known.length < 2
      ? markup`<p>The joint issues begin in one year: there is no trend to show.</p>${table}`
      : figure(
          (frame) => drawTrend(years, score.alignment.value, range, frame),
          'Alignment on the issues that began in each year, with its 95 % interval; below, the number of issues. The dashed line is the whole period. Issues differ from year to year: a change of the score may be a change of agenda.',
          { title: 'Years as a table', table },
        );
  return { id: 'years', title: 'Over time', body };
}

export function heatmapLegend(range: readonly [number, number]): Markup {
  return markup`<ul class="legend" aria-label="Colours of the scores">${stepLabels(range).map((label, i) => markup`<li class="swatch-${i}">${label}</li>`)}</ul>`;
}

function neighbourSection({ neighbourhood, range, score }: DyadReport): Section {
  const { countries, dyads } = neighbourhood;
  const nameOf = new Map(countries.map(({ code, name }) => [code, name]));
  const sorted = dyads.toSorted((x, y) => (y.value ?? -2) - (x.value ?? -2) || y.n - x.n);
  return {
    id: 'neighbours',
    title: 'In company',
    body: markup`<p>${percentileSentence(score)}</p>
${heatmapLegend(range)}
${figure(
  (frame) => drawHeatmap(neighbourhood, range, frame),
  'All pairs among the two, the countries that the catalogs cover best and those nearest to the two. Countries with similar scores stand together. Pairs rest on different numbers of issues: see the table.',
  {
    title: 'Pairs as a table',
    table: dataTable(
      [{ title: 'Pair' }, { title: 'Score', number: true }, { title: 'n', number: true }],
      sorted.map(({ a, b, n, value }) => ({
        cells: [
          markup`${isolated(nameOf.get(a) ?? a)} – ${isolated(nameOf.get(b) ?? b)}`,
          decimal(value),
          count(n),
        ],
      })),
      { label: 'Pairs of the neighbourhood' },
    ),
  },
)}`,
  };
}

const ruleWords: Readonly<Record<string, string>> = {
  exclude: 'absences left out',
  half: 'one absence counts half',
  abstain: 'absence read as neutral',
  disagree: 'one absence counts as disagreement',
};

function robustnessSection({ score }: DyadReport): Section {
  const { sensitivity, alignment, measures, issues } = score;
  const change = (value: number | null) =>
    value === null || alignment.value === null ? '' : signed(value - alignment.value, 3);
  const titleOf = (id: string) => issues.find((issue) => issue.id === id)?.title ?? id;
  const { min, max } = sensitivity.leaveOneOut;
  const rows = [
    ...Object.entries(sensitivity.absent).map(([rule, value]) => ({
      cells: [ruleWords[rule] ?? rule, decimal(value, 3), change(value)],
    })),
    ...(min === null
      ? []
      : [min, max].map(({ value, issue }) => ({
          cells: [markup`without “${isolated(titleOf(issue))}”`, decimal(value, 3), change(value)],
        }))),
  ];
  const coefficients = measures.map(({ id, value, low, high, reason }) => ({
    cells: [
      markup`${findMeasure(id)?.name ?? id}${measureSymbols[id] !== undefined && measureSymbols[id] !== id && markup` (${measureSymbols[id]})`}`,
      decimal(value),
      interval(low, high) || (value === null ? (reason ?? '') : ''),
    ],
  }));
  return {
    id: 'robustness',
    title: 'How robust is it?',
    body: markup`${robustnessSentence(score)}
${dataTable([{ title: 'If …' }, { title: 'Score', number: true }, { title: 'Change', number: true }], rows, { label: 'The score under other choices' })}
${
  coefficients.length > 0 &&
  markup`<h3>By other measures</h3>
${dataTable([{ title: 'Measure' }, { title: 'Value', number: true }, { title: '95 % interval', number: true }], coefficients, { label: 'The same issues by other measures' })}`
}`,
  };
}

const [pairLow, pairWidth, pairMiddle] = [8, 84, 9] as const;

/** Two positions on a line: dot and ring, a ring around the dot where they are the same. */
function pairGlyph([x, y]: readonly [number | null, number | null]): Markup {
  const at = (value: number) => (pairLow + ((value + 1) / 2) * pairWidth).toFixed(1);
  return markup`<svg class="pair" viewBox="0 0 100 18" aria-hidden="true"><line x1="${pairLow}" x2="${pairLow + pairWidth}" y1="${pairMiddle}" y2="${pairMiddle}"/>${
    x !== null &&
    y !== null &&
    x !== y &&
    markup`<line class="span" x1="${at(x)}" x2="${at(y)}" y1="${pairMiddle}" y2="${pairMiddle}"/>`
  }${y !== null && markup`<circle class="b" cx="${at(y)}" cy="${pairMiddle}" r="6"/>`}${x !== null && markup`<circle class="a" cx="${at(x)}" cy="${pairMiddle}" r="3.5"/>`}</svg>`;
}

function choice(name: string, title: string, values: readonly (readonly [string, string])[]) {
  return markup`<label>${title}<select name="${name}"><option value="">all</option>${values.map(([value, label]) => markup`<option value="${value}">${label}</option>`)}</select></label>`;
}

function nearness({ distance, values: [x, y] }: DyadReport['score']['issues'][number]): string {
  if (distance === 0) return 'same';
  return x !== null && y !== null && x * y < 0 ? 'opposed' : 'partial';
}

function issueSection({ score, sources, topicTitles }: DyadReport): Section {
  const refs = citations(sources);
  const [a, b] = score.countries;
  const rows = score.issues.toReversed().map((issue) => ({
    cells: [
      markup`${isolated(issue.title)}<span class="sub">${isolated(topicTitles[issue.topic] ?? issue.topic)}</span>`,
      { content: dates(issue.date), sort: issue.date.split('/')[0] ?? '' },
      { content: stanceWords(issue.positions[0]), sort: issue.values[0] ?? '' },
      { content: stanceWords(issue.positions[1]), sort: issue.values[1] ?? '' },
      { content: pairGlyph(issue.values), sort: issue.distance },
      { content: depthTitles[issue.depth][0].toLowerCase(), sort: depths.indexOf(issue.depth) },
      refs(issue.sources),
    ],
    choices: { topic: issue.topic, nearness: nearness(issue), depth: issue.depth },
  }));
  const byTitle = Object.entries(topicTitles).sort(([, x], [, y]) => (x < y ? -1 : 1));
  return {
    id: 'issues',
    title: 'Every joint issue',
    broad: true,
    body: markup`<p class="note"><span class="key"></span> ${isolated(a.name)} <span class="key b"></span> ${isolated(b.name)}; against at the left, for at the right. A ring around the dot is the same position.</p>
<form class="filters" hidden aria-label="Filter the issues">
<label>Words<input name="words" type="search" autocomplete="off"></label>
${choice('topic', 'Topic', byTitle)}
${choice('nearness', 'Positions', [
  ['same', 'the same'],
  ['partial', 'partly different'],
  ['opposed', 'opposed'],
])}
${choice(
  'depth',
  'Depth',
  [...depths].reverse().map((level) => [level, depthTitles[level][0].toLowerCase()]),
)}
<output aria-live="polite"></output>
</form>
${dataTable(
  [
    { title: 'Issue', by: 'ascending' },
    { title: 'Date', by: 'descending' },
    { title: a.name, by: 'descending' },
    { title: b.name, by: 'descending' },
    { title: 'Distance', by: 'descending' },
    { title: 'Depth', by: 'descending' },
    { title: 'Sources' },
  ],
  rows,
  { label: 'Every joint issue, latest first', cards: true, sortable: true },
)}`,
  };
}

/** The parts of a dyad's report in the order of the page, before sources and methods. */
export function dyadSections(report: DyadReport): readonly Section[] {
  return [
    topicSection(report),
    partingSection(report),
    depthSection(report),
    dealingSection(report),
    trendSection(report),
    neighbourSection(report),
    robustnessSection(report),
    issueSection(report),
  ];
}
