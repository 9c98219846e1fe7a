import { left, right } from '../kit/columns.ts';
import { joined } from '../kit/joined.ts';
import { count, counted, decimal, interval } from '../kit/numbers.ts';
import { findDisagreements } from '../../analysis/disagreements.ts';
import type { Renderable } from '../renderable.ts';
import type { Renderer } from '../renderer.ts';
import {
  extentWords,
  headlineFigure,
  interactionWords,
  latelyWords,
  membershipWords,
  stakeWords,
  togetherWords,
  unlistedWords,
} from './words.ts';
import {
  bandedDivergence,
  measureSymbols,
  percentileWords,
  stanceWords,
  disagreementTitle,
} from '../kit/wording.ts';
import {
  codeSpan,
  escapeMarkdown,
  heading,
  markdownDocument,
  markdownTable,
  provenanceLine,
} from '../kit/markdown.ts';
import type { PartScore } from '../../results/score.ts';

type Score = Renderable['score'];

const mostDisagreements = 20;

function verdict(result: Score): string {
  const {
    alignment,
    percentile,
    verdict: { text },
  } = result;
  const range = interval(alignment.low, alignment.high);
  const figures = [
    `${alignment.measure} ${headlineFigure(alignment)}`,
    range === '' ? (alignment.reason ?? '') : `95 % between ${range.replace('–', 'and')}`,
    percentile.value === null ? percentile.reason : percentileWords(percentile, result.countries),
  ];
  const judged = joined(figures, ', ');
  return `**${escapeMarkdown(text)}**: ${escapeMarkdown(judged)}\n\n${escapeMarkdown(extentWords(result))}`;
}

function coefficientRow(
  id: string,
  value: string,
  { low, high }: Pick<Score['divergence'], 'low' | 'high'>,
): readonly string[] {
  const symbol = measureSymbols[id] ?? id;
  const name = symbol.toLowerCase() === id ? symbol : `${id} (${symbol})`;
  return [escapeMarkdown(name), value, interval(low, high)];
}

function coefficients({ alignment, divergence, measures }: Score): string {
  return markdownTable(
    [left('Measure'), right('Value'), left('95 %')],
    [
      coefficientRow(alignment.measure, headlineFigure(alignment), alignment),
      coefficientRow('divergence', bandedDivergence(divergence.value), divergence),
      ...measures.map((each) => coefficientRow(each.id, decimal(each.value), each)),
    ],
  );
}

function facts(score: Score): string {
  const { counts, depth, memberships, interactions, countries } = score;
  const lines = [
    ['Lately', latelyWords(score)],
    [
      'Positions',
      `same ${count(counts.same)} · partial ${count(counts.partial)} · opposed ${count(counts.opposed)}`,
    ],
    ['Together', togetherWords(depth)],
    ['Where one has the higher stake', stakeWords(depth.stakes, countries)],
    ['Interactions', joined([interactionWords(interactions), unlistedWords(interactions)])],
    ['Memberships', membershipWords(memberships, countries, true)],
  ];
  return lines
    .filter(([, words]) => words !== '')
    .map(([name = '', words = '']) => `- ${name}: ${escapeMarkdown(words)}`)
    .join('\n');
}

/** The headline on each topic, or on each catalog. */
function breakdown(title: string, parts: readonly PartScore[]): string {
  const table = markdownTable(
    [left(title), right('n'), right('Value'), left('95 %')],
    parts.map(({ title: name, joint, value, low, high }) => [
      escapeMarkdown(name),
      count(joint),
      decimal(value),
      interval(low, high),
    ]),
  );
  return `${heading(3, `By ${title.toLowerCase()}`)}\n\n${table}`;
}

function disagreements({ issues, countries: [a, b] }: Score): string {
  const all = findDisagreements(issues);
  if (all.length === 0) return '';
  const table = markdownTable(
    [left('Issue'), left(''), left(a.name), left(b.name)],
    all
      .slice(0, mostDisagreements)
      .map((disagreement) => ({ ...disagreement, title: disagreementTitle(disagreement) }))
      .map(({ title, scale, positions: [x, y], issues: own }) => [
        escapeMarkdown(title),
        own.map(({ id }) => codeSpan(id)).join(' '),
        escapeMarkdown(stanceWords(scale, x, a)),
        escapeMarkdown(stanceWords(scale, y, b)),
      ]),
  );
  const rest = all.slice(mostDisagreements).flatMap((each) => each.issues).length;
  const more = rest > 0 ? `\n\nand on ${counted(rest, 'more issue')}` : '';
  return `${heading(3, 'Where they part')}\n\n${table}${more}`;
}

/** For a comment or a report; it changes only when the score or its evidence does. */
export const render: Renderer<Score> = (result) => {
  const [a, b] = result.countries;
  return markdownDocument([
    heading(2, `${a.name} – ${b.name}`),
    verdict(result),
    coefficients(result),
    facts(result),
    breakdown('Catalog', result.catalogs),
    disagreements(result),
    breakdown('Topic', result.topics),
    provenanceLine(result.provenance),
  ]);
};
