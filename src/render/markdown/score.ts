import { count, counted, decimal, interval, signed } from '../numbers.ts';
import { findPartings } from '../partings.ts';
import type { Renderable } from '../renderable.ts';
import type { Renderer } from '../renderer.ts';
import {
  depthCounts,
  measureSymbols,
  membershipWords,
  rankWords,
  stakeWords,
  stanceWords,
} from '../wording.ts';
import { codeSpan, escapeMarkdown, heading, markdownDocument, markdownTable } from './markdown.ts';
import { provenanceLine } from './provenance.ts';

type Score = Renderable['score'];

const mostPartings = 20;

function verdict({ alignment, coverage, verdict: { text } }: Score): string {
  const range = interval(alignment.low, alignment.high);
  const figures = [
    `${alignment.measure} ${decimal(alignment.value)}`,
    range === '' ? (alignment.reason ?? '') : `95 % between ${range.replace('–', 'and')}`,
    counted(coverage.joint, 'joint issue'),
  ];
  return `**${escapeMarkdown(text)}**: ${figures.filter((part) => part !== '').join(', ')}`;
}

function coefficientRow(
  id: string,
  { value, low, high }: Pick<Score['divergence'], 'value' | 'low' | 'high'>,
): readonly string[] {
  const symbol = measureSymbols[id] ?? id;
  const name = symbol.toLowerCase() === id ? symbol : `${id} (${symbol})`;
  return [escapeMarkdown(name), decimal(value), interval(low, high)];
}

function coefficients({ alignment, divergence, measures }: Score): string {
  return markdownTable(
    [{ title: 'Measure' }, { title: 'Value', align: 'right' }, { title: '95 %' }],
    [
      coefficientRow(alignment.measure, alignment),
      coefficientRow('divergence', divergence),
      ...measures.map((measure) => coefficientRow(measure.id, measure)),
    ],
  );
}

function facts(score: Score): string {
  const { counts, percentile, depth, interactions, countries } = score;
  const { stakes } = depth;
  const [a, b] = countries;
  const memberships = membershipWords(score.memberships, countries, score.allInteractions);
  const lines = [
    `Same ${count(counts.same)} · partial ${count(counts.partial)} · opposed ${count(counts.opposed)}`,
    depthCounts(depth),
    stakes.n === 0
      ? ''
      : `Of ${counted(stakes.n, 'issue')} with stakes coded, ${stakeWords(a, stakes.a)}, ${stakeWords(b, stakes.b)}`,
    memberships.length === 0 ? '' : `Memberships: ${memberships.join(' · ')}`,
    interactions.n === 0
      ? ''
      : `${counted(interactions.n, 'event')} · ${count(interactions.cooperative)} cooperative · ${count(interactions.conflictual)} conflictual · mean Goldstein ${signed(interactions.meanGoldstein)}`,
    rankWords(percentile).replace(/^c/, 'C'),
  ];
  return lines
    .filter((line) => line !== '')
    .map((line) => `- ${escapeMarkdown(line)}`)
    .join('\n');
}

function topics({ topics: all }: Score): string {
  const table = markdownTable(
    [
      { title: 'Topic' },
      { title: 'n', align: 'right' },
      { title: 'Value', align: 'right' },
      { title: '95 %' },
    ],
    all.map(({ title, joint, value, low, high }) => [
      escapeMarkdown(title),
      count(joint),
      decimal(value),
      interval(low, high),
    ]),
  );
  return `${heading(3, 'Topics')}\n\n${table}`;
}

function partings({ issues, countries: [a, b] }: Score): string {
  const all = findPartings(issues);
  if (all.length === 0) return '';
  const table = markdownTable(
    [{ title: 'Issue' }, { title: '' }, { title: a.name }, { title: b.name }],
    all
      .slice(0, mostPartings)
      .map(({ title, scale, positions: [x, y], issues: own }) => [
        escapeMarkdown(title),
        own.map(({ id }) => codeSpan(id)).join(' '),
        escapeMarkdown(stanceWords(scale, x)),
        escapeMarkdown(stanceWords(scale, y)),
      ]),
  );
  const rest = all.slice(mostPartings).flatMap((parting) => parting.issues).length;
  const more = rest > 0 ? `\n\nand on ${counted(rest, 'more issue')}` : '';
  return `${heading(3, 'Where they part')}\n\n${table}${more}`;
}

/** For a comment or a report; it changes only when the score or its evidence does. */
export const renderScoreMarkdown: Renderer<Score> = (result) => {
  const [a, b] = result.countries;
  return markdownDocument([
    heading(2, `${a.name} – ${b.name}`),
    verdict(result),
    coefficients(result),
    facts(result),
    partings(result),
    topics(result),
    provenanceLine(result.provenance),
  ]);
};
