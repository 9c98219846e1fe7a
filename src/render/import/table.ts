import { count, counted } from '../kit/numbers.ts';
import { shellWord } from '../kit/shell.ts';
import type { Renderable } from '../renderable.ts';
import type { RenderContext, Renderer } from '../renderer.ts';
import { paragraph } from '../kit/text.ts';
import type { Remark } from '../../results/import.ts';

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
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
    ...list.flatMap(({ count: n, message, examples }) => [
      paragraph(`${capital(message)}: ${count(n)}`, width, '  ', '    '),
      ...examples.map((example) => color.dim(paragraph(example, width, '    ', '      '))),
      ...(n > examples.length ? [color.dim(`    and ${count(n - examples.length)} more`)] : []),
    ]),
  ];
}

/** What was read, what was left out, what looks wrong, and how to go on. */
export const render: Renderer<Renderable['import']> = (outcome, context) => {
  const { color, width } = context;
  const { rows, rollCalls, countries, votes, absences, period, directory } = outcome;
  const facts = [
    counted(rollCalls, 'issue'),
    counted(countries, 'country'),
    counted(votes, 'position'),
    counted(absences, 'absence'),
  ];
  return [
    `${color.bold(directory)}  ${facts.join(' · ')}`,
    `  ${period.from} to ${period.to}, from ${counted(rows, 'row')}`,
    ...remarks('Left out', outcome.skipped, context),
    ...remarks('Doubtful, and kept as it is', outcome.doubtful, context),
    '',
    paragraph(outcome.licenseNote, width, '  '),
    '',
    color.dim(`  Ask it:  align matrix -c ${shellWord(directory)}`),
    '',
  ].join('\n');
};
