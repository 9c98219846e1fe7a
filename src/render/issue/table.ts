import { growing } from '../kit/columns.ts';
import { joined } from '../kit/joined.ts';
import { coordinationWords, holdingWords, issueFacts } from './words.ts';
import { counted, signed } from '../kit/numbers.ts';
import type { Renderable } from '../renderable.ts';
import type { RenderContext, Renderer } from '../renderer.ts';
import { citation } from '../kit/sources.ts';
import { padEnd, paragraph, table } from '../kit/text.ts';
import type { HeldStance, IssueDetail } from '../../results/inventory.ts';

const labelWidth = 12;

/** A labelled paragraph, or nothing where there is no text. */
function field(label: string, text: string | undefined, { width, color }: RenderContext): string[] {
  if (text === undefined || text === '') return [];
  const indent = ' '.repeat(labelWidth);
  return [paragraph(text, width, color.bold(padEnd(label, labelWidth)), indent)];
}

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
    `${color.bold(label)}${color.dim(`${place}  ${counted(countries.length, 'country')}`)}`,
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
export const renderIssue: Renderer<Renderable['issue']> = ({ issue }, context) => {
  const { width, color } = context;
  const cited = new Map(issue.sources.map(({ id }, i) => [id, i + 1]));
  const facts = [
    paragraph(color.bold(issue.title), width),
    ...issueFacts(issue).flatMap(([label, text]) => field(label, text, context)),
  ].join('\n');
  const sources = issue.sources.map((source, i) =>
    citation(source, width, `  [${i + 1}] `, '      '),
  );
  const sections = [
    facts,
    ...issue.stances.map((stance) => renderStance(stance, cited, context)),
    ...(issue.stances.length === 0 ? ['no position of these countries'] : []),
    ...renderCoordination(issue, cited, context),
    ...(sources.length > 0 ? [`${color.bold('Sources')}\n${sources.join('\n')}`] : []),
  ];
  return `${sections.join('\n\n')}\n`;
};

/** What a catalog is, how it was coded, and under which licence. */
export const renderCatalog: Renderer<Renderable['catalog']> = ({ catalog }, context) => {
  const topics = Object.entries(catalog.topics).map(([id, title]) => `${title} (${id})`);
  return [
    paragraph(context.color.bold(catalog.title), context.width),
    ...field('Id', `${catalog.id} ${catalog.version}`, context),
    ...field('Holds', holdingWords(catalog), context),
    ...field('Topics', topics.join('; '), context),
    ...field('Licence', catalog.license, context),
    ...field('SHA-256', catalog.sha256, context),
    ...field('About', catalog.description, context),
    ...field('Coding', catalog.coding, context),
  ]
    .join('\n')
    .concat('\n');
};
