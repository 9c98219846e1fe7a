import type { DyadReport } from '../../analysis/report.ts';
import { left } from '../kit/columns.ts';
import { count, counted } from '../kit/numbers.ts';
import { isStanceScale, stanceWords } from '../kit/wording.ts';
import { dataTable } from '../kit/html/figure.ts';
import { isolated, type Markup, markup } from '../kit/html/markup.ts';
import type { Section } from '../kit/html/page.ts';
import { citations } from '../kit/html/sources.ts';
import { dates, depthTitles } from './words.ts';
import { depths } from '../../results/vocabulary.ts';

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

function nearness({ distance, depth }: DyadReport['score']['issues'][number]): string {
  if (distance === 0) return 'same';
  return depth === 'opposed' ? 'opposed' : 'partial';
}

/** Shorter tables are printed whole. */
const longOnPaper = 40;

/** Every joint issue, to be sorted and filtered; of many, paper has those on which the two part. */
export function issueSection({ score, sources, topicTitles }: DyadReport): Section {
  const refs = citations(sources);
  const [a, b] = score.countries;
  const rows = score.issues.toReversed().map((issue) => ({
    cells: [
      markup`${isolated(issue.title)}<span class="sub">${isolated(topicTitles[issue.topic] ?? issue.topic)}</span>`,
      { content: dates(issue.date), sort: issue.date.split('/')[0] ?? '' },
      { content: stanceWords(issue.scale, issue.positions[0], a), sort: issue.values[0] ?? '' },
      { content: stanceWords(issue.scale, issue.positions[1], b), sort: issue.values[1] ?? '' },
      { content: pairGlyph(issue.values), sort: issue.distance },
      issue.depth === null
        ? { content: '–', sort: -1 }
        : { content: depthTitles[issue.depth][0].toLowerCase(), sort: depths.indexOf(issue.depth) },
      refs(issue.sources),
    ],
    choices: { topic: issue.topic, nearness: nearness(issue), depth: issue.depth ?? '' },
  }));
  const parting = score.issues.filter(({ distance }) => distance !== 0).length;
  const same = score.issues.length - parting;
  const isCut = score.issues.length > longOnPaper && parting > 0 && same > 0;
  const ends = score.issues.every(({ scale }) => isStanceScale(scale))
    ? 'against at the left, for at the right.'
    : 'the first label of a scale at the left, the last at the right.';
  const byTitle = Object.entries(topicTitles).sort(([, x], [, y]) => (x < y ? -1 : 1));
  return {
    id: 'issues',
    title: 'Every joint issue',
    broad: true,
    body: markup`<div${isCut && markup` class="parting"`}><p class="note"><span class="key"></span> ${isolated(a.name)} <span class="key b"></span> ${isolated(b.name)}; ${ends} A ring around the dot is the same position.</p>
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
${
  isCut &&
  markup`<p class="note on-paper">On paper are the ${counted(parting, 'issue')} on which they part; the file has ${count(same)} more, on which their positions are the same.</p>
`
}${dataTable(
      [
        { title: 'Issue', by: 'ascending' },
        ...['Date', a.name, b.name, 'Distance', 'Depth'].map(
          (title) => ({ title, by: 'descending' }) as const,
        ),
        left('Sources'),
      ],
      rows,
      { label: 'Every joint issue, latest first', cards: true, sortable: true },
    )}</div>`,
  };
}
