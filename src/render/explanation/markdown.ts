import { blocksOf, bracketMarks, type PageSection, spell, writePage } from './page.ts';
import { counted } from '../kit/numbers.ts';
import type { Renderable } from '../renderable.ts';
import type { Renderer } from '../renderer.ts';
import { extentWords } from '../score/words.ts';
import {
  codeSpan,
  escapeMarkdown,
  heading,
  markdownDocument,
  provenanceLine,
  sourceSection,
} from '../kit/markdown.ts';

/** Sentences as paragraphs, items as a list. */
function section(part: PageSection): string {
  const blocks = blocksOf(part).map((sentences) => {
    const lines = sentences.map(({ item, head, text }) => {
      const lead = head === null ? '' : `**${escapeMarkdown(head)}.** `;
      return `${item ? '- ' : ''}${lead}${escapeMarkdown(spell(text, bracketMarks))}`;
    });
    return lines.join(sentences[0]?.item ? '\n' : ' ');
  });
  return [heading(3, part.title), ...blocks].join('\n\n');
}

/**
 * The page of prose; the marks are the numbers of the list at its end.
 *
 * @param added parts between the prose and the sources
 */
export function writeDocument(
  explanation: Omit<Renderable['explanation'], 'full'>,
  added: readonly string[] = [],
): string {
  const { provenance, score } = explanation;
  const page = writePage(explanation);
  const command = `align cite ${score.countries.map(({ code }) => code.toLowerCase()).join(' ')}`;
  return markdownDocument([
    heading(2, page.title),
    extentWords(score),
    ...page.sections.map(section),
    ...added,
    ...sourceSection(page.sources),
    page.uncited > 0 ? `And ${counted(page.uncited, 'source')} more: ${codeSpan(command)}` : '',
    provenanceLine(provenance),
  ]);
}

export const render: Renderer<Renderable['explanation']> = (explanation) =>
  writeDocument(explanation);
