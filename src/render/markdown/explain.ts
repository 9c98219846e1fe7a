import { writeIssuePage } from '../explain/issue-page.ts';
import { bracketMarks, type PageSection, spell, writePage } from '../explain/page.ts';
import { counted } from '../numbers.ts';
import type { Renderable } from '../renderable.ts';
import type { Renderer } from '../renderer.ts';
import { extentWords } from '../score-words.ts';
import { citeInWords } from '../sources.ts';
import { codeSpan, escapeMarkdown, heading, markdownDocument } from './markdown.ts';
import { provenanceLine } from './provenance.ts';
import type { Source } from '../../results/parts.ts';

/** Sentences as paragraphs, items as a list. */
function section({ title, sentences }: PageSection): string {
  const blocks: string[] = [];
  let open: 'prose' | 'items' | undefined;
  for (const { item, head, text } of sentences) {
    const line = escapeMarkdown(spell(text, bracketMarks));
    const kind = item ? 'items' : 'prose';
    const lead = head === null ? '' : `**${escapeMarkdown(head)}.** `;
    const words = item ? `- ${lead}${line}` : line;
    const glue = kind === 'prose' ? ' ' : '\n';
    if (open === kind) blocks.push(`${blocks.pop() ?? ''}${glue}${words}`);
    else blocks.push(words);
    open = kind;
  }
  return [heading(3, title), ...blocks].join('\n\n');
}

function sourceList(sources: readonly Source[]): string {
  if (sources.length === 0) return '';
  const lines = sources.map((source, i) => {
    const link = source.url === undefined ? '' : ` ${escapeMarkdown(source.url)}`;
    return `${i + 1}. ${escapeMarkdown(citeInWords(source))}${link}`;
  });
  return `${heading(3, 'Sources')}\n\n${lines.join('\n')}`;
}

/** The page of prose; the marks are the numbers of the list at its end. */
export const renderExplanationMarkdown: Renderer<Renderable['explanation']> = (explanation) => {
  const { provenance, score } = explanation;
  const page = writePage(explanation);
  const command = `align cite ${score.countries.map(({ code }) => code.toLowerCase()).join(' ')}`;
  return markdownDocument([
    heading(2, page.title),
    extentWords(score),
    ...page.sections.map(section),
    sourceList(page.sources),
    page.uncited > 0 ? `And ${counted(page.uncited, 'source')} more: ${codeSpan(command)}` : '',
    provenanceLine(provenance),
  ]);
};

export const renderIssueExplanationMarkdown: Renderer<Renderable['issueExplanation']> = (
  explanation,
) => {
  const page = writeIssuePage(explanation);
  const [a, b] = explanation.countries;
  const lines = page.lines.map(
    ({ label, text }) =>
      `- **${escapeMarkdown(label)}**: ${escapeMarkdown(spell(text, bracketMarks))}`,
  );
  return markdownDocument([
    heading(2, `${page.title} (${a.name} – ${b.name})`),
    lines.join('\n'),
    sourceList(page.sources),
    provenanceLine(explanation.provenance),
  ]);
};
