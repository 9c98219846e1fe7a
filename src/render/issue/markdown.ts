import { left, right } from '../kit/columns.ts';
import { joined } from '../kit/joined.ts';
import { coordinationWords, issueFacts } from './words.ts';
import { codedMarkdown } from '../kit/coded-sections.ts';
import { signed } from '../kit/numbers.ts';
import type { Renderable } from '../renderable.ts';
import type { Renderer } from '../renderer.ts';
import {
  escapeMarkdown,
  heading,
  markdownDocument,
  markdownTable,
  provenanceLine,
  sourceSection,
} from '../kit/markdown.ts';
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
  const lines = entries.map((entry) => {
    const where = marks(entry.sources, cited);
    const text = escapeMarkdown(joined([coordinationWords(entry), entry.note], ' '));
    return `- ${text}${where === '' ? '' : ` (sources ${where})`}`;
  });
  return `${heading(3, 'Who acted with whom')}\n\n${lines.join('\n')}`;
}

/** An issue in full; the sources are numbered, and positions cite the numbers. */
export const render: Renderer<Renderable['issue']> = (issue) => {
  const cited: Cited = new Map(issue.sources.map(({ id }, i) => [id, i + 1]));
  return markdownDocument([
    heading(2, issue.title),
    issueFacts(issue)
      .map(([label, text]) => `- ${label}: ${escapeMarkdown(text)}`)
      .join('\n'),
    positions(issue, cited),
    ...codedMarkdown(issue.coded, false),
    coordination(issue, cited),
    ...sourceSection(issue.sources),
    provenanceLine(issue.provenance),
  ]);
};
