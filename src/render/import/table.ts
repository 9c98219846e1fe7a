import { count, counted } from '../kit/numbers.ts';
import { shellWord } from '../kit/shell.ts';
import type { Renderable } from '../renderable.ts';
import type { RenderContext, Renderer } from '../renderer.ts';
import { capital, remarkLines } from './remarks.ts';
import { paragraph } from '../kit/text.ts';
import type { Remark } from '../../results/import.ts';

/** So much is listed of each remark; JSON has all. */
const mostListed = 20;
const mostColumns = 6;

/** Which columns were not read, in a line. */
function unreadLine(
  unread: Renderable['import']['unread'],
  { width }: RenderContext,
): readonly string[] {
  if (unread.length === 0) return [];
  const names = unread
    .slice(0, mostColumns)
    .map(({ name, nearest }) => (nearest === null ? name : `${name} (${nearest}?)`));
  const more = unread.length - names.length;
  const listed = more > 0 ? `${names.join(', ')} and ${count(more)} more` : names.join(', ');
  const what = unread.length === 1 ? 'This column was' : 'These columns were';
  return [paragraph(`${what} not read: ${listed}`, width, '  ', '    ')];
}

function remarks(
  title: string,
  list: readonly Remark[],
  { width, color }: RenderContext,
): readonly string[] {
  if (list.length === 0) return [];
  return [
    '',
    `  ${color.bold(title)}`,
    ...list.flatMap((remark) => {
      const lines = remarkLines(remark);
      const shown = lines.slice(0, mostListed);
      const more = Math.max(remark.count, lines.length) - shown.length;
      return [
        paragraph(`${capital(remark.message)}: ${count(remark.count)}`, width, '  ', '    '),
        ...shown.map((line) => color.dim(paragraph(line, width, '    ', '      '))),
        ...(more > 0 && remark.values.length === 0
          ? [color.dim(`    and ${count(more)} more`)]
          : []),
        ...(lines.length > shown.length && remark.values.length > 0
          ? [color.dim(`    and ${count(lines.length - shown.length)} others`)]
          : []),
      ];
    }),
  ];
}

/** What was read, what was left out, what looks wrong, and how to go on. */
export const render: Renderer<Renderable['import']> = (outcome, context) => {
  const { color, width } = context;
  const { rows, rollCalls, countries, votes, absences, period, directory, read } = outcome;
  const { interactions, blocs, actors } = outcome;
  const votesRead = read.votes.map(({ text, as }) => `${text || 'nothing'} ${as}`).join(', ');
  const [facts, next] =
    interactions !== undefined
      ? [[counted(interactions, 'interaction')], 'list interactions']
      : blocs !== undefined
        ? [[counted(blocs, 'bloc')], 'list blocs']
        : [[counted(rollCalls, 'issue')], 'matrix'];
  facts.push(counted(countries, 'country'));
  if (actors !== undefined) facts.push(counted(actors, 'actor'));
  if (next === 'matrix') facts.push(counted(votes, 'position'), counted(absences, 'absence'));
  const days = period.from === '' ? '' : `${period.from} to ${period.to}, `;
  const positions = read.votes.length > 0 ? `; votes (${read.codes}): ${votesRead}` : '';
  return [
    `${color.bold(directory)}  ${facts.join(' · ')}`,
    `  ${days}from ${counted(rows, 'row')}`,
    paragraph(
      `Read as ${read.layout}; countries by ${read.countries}${positions}`,
      width,
      '  ',
      '    ',
    ),
    ...unreadLine(outcome.unread, context),
    ...remarks('Left out', outcome.skipped, context),
    ...remarks('Doubtful, and kept as it is', outcome.doubtful, context),
    '',
    paragraph(outcome.licenseNote, width, '  '),
    '',
    color.dim(`  Ask it:  align ${next} -c ${shellWord(directory)}`),
    '',
  ].join('\n');
};
