import { growing } from '../kit/columns.ts';
import { joined } from '../kit/joined.ts';
import { coordinationWords, issueFacts } from './words.ts';
import { countedSides, signed } from '../kit/numbers.ts';
import type { Renderable } from '../renderable.ts';
import type { RenderContext, Renderer } from '../renderer.ts';
import { citation } from '../kit/sources.ts';
import { codedText } from '../kit/coded-sections.ts';
import { labelled } from '../kit/labelled.ts';
import { paragraph, table } from '../kit/text.ts';
import type { HeldStance, IssueDetail } from '../../results/inventory.ts';

function marks(sources: readonly string[], cited: ReadonlyMap<string, number>): string {
  const numbers = sources.map((id) => cited.get(id)).filter((n) => n !== undefined);
  return numbers.map((n) => `[${n}]`).join('');
}

function remark({ from, until, salience, confidence, note }: HeldStance): string {
  const brief = [
    from === undefined ? '' : `from ${from}`,
    until === undefined ? '' : `until ${until}`,
    salience === undefined ? '' : `${salience} salience`,
    confidence === 'high' ? '' : `${confidence} confidence`,
  ].filter((part) => part !== '');
  const qualified = brief.length > 0 ? `(${brief.join(', ')})` : '';
  return joined([qualified, note ?? ''], ' ');
}

function renderStance(
  { label, value, countries }: IssueDetail['stances'][number],
  cited: ReadonlyMap<string, number>,
  { width, color }: RenderContext,
): string {
  const place = value === null ? '' : `  ${signed(value)}`;
  const head = paragraph(
    `${color.bold(label)}${color.dim(`${place}  ${countedSides(countries)}`)}`,
    width,
  );
  const remarks = countries.map((held) => remark(held));
  const everyMark = new Set(countries.map(({ sources }) => marks(sources, cited)));
  // A ballot: names suffice where nothing is said of any of them and all rest on the same sources.
  if (remarks.every((text) => text === '') && everyMark.size === 1)
    return `${head}\n${paragraph(`${countries.map(({ name }) => name).join(', ')} ${[...everyMark].join('')}`, width, '  ')}`;
  const rows = countries.map((held, i) => [
    held.name,
    joined([remarks[i] ?? '', marks(held.sources, cited)], ' '),
  ]);
  const columns = [growing(''), growing('', 2)];
  return `${head}\n${table(columns, rows, width, { indent: '  ' })}`;
}

function renderCoordination(
  { coordination }: IssueDetail,
  cited: ReadonlyMap<string, number>,
  { width, color }: RenderContext,
): string[] {
  if (coordination.length === 0) return [];
  const lines = coordination.map((entry) => {
    const { note, sources } = entry;
    const text = joined([coordinationWords(entry), note, marks(sources, cited)], ' ');
    return paragraph(text, width, '  ', '    ');
  });
  return [`${color.bold('Who acted with whom')}\n${lines.join('\n')}`];
}

/** An issue in full: its question, who stands where from for to against, and the sources as numbers. */
export const render: Renderer<Renderable['issue']> = (issue, context) => {
  const { width, color } = context;
  const cited = new Map(issue.sources.map(({ id }, i) => [id, i + 1]));
  const facts = [
    paragraph(color.bold(issue.title), width),
    ...issueFacts(issue).flatMap(([label, text]) => labelled(label, text, context)),
  ].join('\n');
  const sources = issue.sources.map((source, i) =>
    citation(source, width, `  [${i + 1}] `, '      '),
  );
  const sections = [
    facts,
    ...issue.stances.map((stance) => renderStance(stance, cited, context)),
    ...(issue.stances.length === 0 ? ['no position of these countries'] : []),
    ...codedText(issue.coded, context, false),
    ...renderCoordination(issue, cited, context),
    ...(sources.length > 0 ? [`${color.bold('Sources')}\n${sources.join('\n')}`] : []),
  ];
  return `${sections.join('\n\n')}\n`;
};
