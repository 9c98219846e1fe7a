import { left, right } from '../columns.ts';
import { joined } from '../joined.ts';
import { counted, signed } from '../numbers.ts';
import type { Renderable } from '../renderable.ts';
import type { Renderer } from '../renderer.ts';
import { dateWords, depthWords, seriesWords } from '../wording.ts';
import { codeSpan, escapeMarkdown, heading, markdownDocument, markdownTable } from './markdown.ts';
import { provenanceLine } from './provenance.ts';
import { sourceList } from './sources.ts';
import type { HeldStance, IssueDetail } from '../../results/inventory.ts';

type Cited = ReadonlyMap<string, number>;

function marks(sources: readonly string[], cited: Cited): string {
  return sources.flatMap((id) => cited.get(id) ?? []).join(', ');
}

function since({ from, until }: HeldStance): string {
  return joined(
    [from === undefined ? '' : `from ${from}`, until === undefined ? '' : `until ${until}`],
    ' ',
  );
}

function facts(issue: IssueDetail): string {
  const { id, catalog, question, date, topics, vote, scale, note } = issue;
  const rows: readonly (readonly [string, string])[] = [
    ['Id', `${codeSpan(id)} in ${escapeMarkdown(`${catalog.id} ${catalog.version}`)}`],
    ['Question', escapeMarkdown(question ?? '')],
    ['Date', escapeMarkdown(dateWords(date))],
    ['Series', escapeMarkdown(seriesWords(issue))],
    ['Topic', escapeMarkdown(topics.map(({ title }) => title).join('; '))],
    ['Ballot', vote ? escapeMarkdown(`${vote.body} ${vote.resolution}`) : ''],
    ['Scale', escapeMarkdown(`${scale.id}: ${scale.labels.join(', ')}`)],
    ['Note', escapeMarkdown(note ?? '')],
  ];
  return rows
    .filter(([, text]) => text !== '')
    .map(([label, text]) => `- ${label}: ${text}`)
    .join('\n');
}

function positions({ stances }: IssueDetail, cited: Cited): string {
  if (stances.length === 0) return 'No position of these countries.';
  return markdownTable(
    [
      left('Position'),
      right(''),
      left('Country'),
      left('Held'),
      left('Salience'),
      left('Confidence'),
      left('Note'),
      left('Sources'),
    ],
    stances.flatMap(({ label, value, countries }) =>
      countries.map((held) => [
        escapeMarkdown(label),
        value === null ? '' : signed(value),
        escapeMarkdown(held.name),
        escapeMarkdown(since(held)),
        held.salience ?? '',
        held.confidence,
        escapeMarkdown(held.note ?? ''),
        marks(held.sources, cited),
      ]),
    ),
  );
}

function coordination({ coordination: entries }: IssueDetail, cited: Cited): string {
  if (entries.length === 0) return '';
  const lines = entries.map(({ countries, depth, note = '', sources }) => {
    const who = countries.map(({ name }) => name).join(', ');
    const how = depthWords[depth as keyof typeof depthWords] ?? depth;
    const where = marks(sources, cited);
    const text = escapeMarkdown(joined([`${who}: ${how}.`, note], ' '));
    return `- ${text}${where === '' ? '' : ` (sources ${where})`}`;
  });
  return `${heading(3, 'Who acted with whom')}\n\n${lines.join('\n')}`;
}

/** An issue in full; the sources are numbered, and positions cite the numbers. */
export const renderIssueMarkdown: Renderer<Renderable['issue']> = ({ issue, provenance }) => {
  const cited: Cited = new Map(issue.sources.map(({ id }, i) => [id, i + 1]));
  return markdownDocument([
    heading(2, issue.title),
    facts(issue),
    positions(issue, cited),
    coordination(issue, cited),
    ...(issue.sources.length > 0 ? [heading(3, 'Sources'), sourceList(issue.sources)] : []),
    provenanceLine(provenance),
  ]);
};

/** What a catalog is, how it was coded, and under which licence. */
export const renderCatalogMarkdown: Renderer<Renderable['catalog']> = ({ catalog }) => {
  const { issues, countries, interactions, sources } = catalog;
  const extent = [
    counted(issues, 'issue'),
    counted(countries, 'country'),
    counted(interactions, 'interaction'),
    counted(sources, 'source'),
  ].join(' · ');
  return markdownDocument([
    heading(2, catalog.title),
    `${codeSpan(catalog.id)} ${escapeMarkdown(catalog.version)} · ${extent}`,
    escapeMarkdown(catalog.description ?? ''),
    markdownTable(
      [left('Topic'), left('Title')],
      Object.entries(catalog.topics).map(([id, title]) => [codeSpan(id), escapeMarkdown(title)]),
    ),
    ...(catalog.coding === undefined ? [] : [heading(3, 'Coding'), escapeMarkdown(catalog.coding)]),
    catalog.license === undefined ? '' : `Licence: ${escapeMarkdown(catalog.license)}`,
    `SHA-256: ${codeSpan(catalog.sha256)}`,
  ]);
};
