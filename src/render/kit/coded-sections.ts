import type { Coded } from '../../results/coded.ts';
import type { RenderContext } from '../renderer.ts';
import { agreementWords, coderWords, contestedWords } from './coded.ts';
import { left } from './columns.ts';
import { escapeMarkdown, heading, markdownTable } from './markdown.ts';
import { paragraph } from './text.ts';

/** Who coded, how far they agree, and where they part, as sections of a text; none without codings. */
export function codedText(
  coded: Coded | undefined,
  { width, color }: RenderContext,
  withIssue: boolean,
): readonly string[] {
  if (!coded) return [];
  const lines = [coderWords(coded), ...coded.agreement.map(agreementWords)];
  const about = lines.map((line) => paragraph(line, width, '  ', '    ')).join('\n');
  const parted = coded.contested.flatMap((each) => {
    const { country, issue, codings, counts } = contestedWords(each);
    const what = withIssue ? `${issue}, ${country}` : country;
    return [
      paragraph(`${what}: ${counts}`, width, '  ', '    '),
      paragraph(codings, width, '    ', '      '),
    ];
  });
  return [
    `${color.bold('Coders')}\n${about}`,
    parted.length === 0
      ? 'coders part on no position'
      : `${color.bold('Where coders part')}\n${parted.join('\n')}`,
  ];
}

/** The same as Markdown. */
export function codedMarkdown(coded: Coded | undefined, withIssue: boolean): readonly string[] {
  if (!coded) return [];
  const lines = [coderWords(coded), ...coded.agreement.map(agreementWords)];
  const columns = [left('Country'), left('Codings'), left('Counts')];
  const rows = coded.contested.map((each) => {
    const { country, issue, codings, counts } = contestedWords(each);
    return [...(withIssue ? [issue] : []), country, codings, counts].map(escapeMarkdown);
  });
  return [
    heading(3, 'Coders'),
    lines.map((line) => `- ${escapeMarkdown(line)}`).join('\n'),
    heading(3, 'Where coders part'),
    rows.length === 0
      ? 'Coders part on no position.'
      : markdownTable(withIssue ? [left('Issue'), ...columns] : columns, rows),
  ];
}
