import type { Renderable } from '../renderable.ts';
import type { RenderContext, Renderer } from '../renderer.ts';
import {
  blocksOf,
  bracketMarks,
  type PageSection,
  type Sentence,
  spell,
  writePage,
} from './page.ts';
import { counted } from '../kit/numbers.ts';
import { extentWords } from '../score/words.ts';
import { questionFlags } from '../kit/question-flags.ts';
import { citation } from '../kit/sources.ts';
import { paragraph } from '../kit/text.ts';
import { linesOfWindow, titleWithExtent } from '../kit/title.ts';
import type { Source } from '../../results/parts.ts';

const widest = 96;
const indent = '  ';

const noBreak = '\u00a0';

/** A paragraph in which numbers stay with their signs, and marks with the words they stand behind. */
function prose(text: string, width: number, first: string, hanging = first): string {
  const kept = text.replaceAll(/ (?=[%–[])/g, noBreak);
  return paragraph(kept, width, first, hanging).replaceAll(noBreak, ' ');
}

/** Sentences that follow each other as one paragraph, items each on its own line. */
function section(part: PageSection, context: RenderContext): string {
  const { color } = context;
  const width = explainWidth(context);
  const line = ({ text }: Sentence) => spell(text, (numbers) => color.dim(bracketMarks(numbers)));
  const blocks = blocksOf(part).flatMap((sentences) =>
    sentences[0]?.item
      ? sentences.map((sentence) => {
          const lead = sentence.head === null ? '' : `${color.bold(`${sentence.head}.`)} `;
          return prose(`· ${lead}${line(sentence)}`, width, indent, '    ');
        })
      : [prose(sentences.map(line).join(' '), width, indent)],
  );
  return [color.bold(part.title), ...blocks].join('\n');
}

/** A page is read best in lines that are not too long, however wide the window. */
export function explainWidth({ width }: RenderContext): number {
  return Math.min(width, widest);
}

/** The sources that the marks stand for, and how to see those not cited. */
export function sourceList(
  sources: readonly Source[],
  context: RenderContext,
  { uncited, command }: { readonly uncited: number; readonly command: string } = {
    uncited: 0,
    command: '',
  },
): string {
  const wide = `[${sources.length}] `.length;
  const hanging = indent + ' '.repeat(wide);
  const lines = sources.map((source, i) => {
    const mark = indent + `[${i + 1}] `.padStart(wide);
    return citation(source, explainWidth(context), mark, hanging);
  });
  const rest = `and ${counted(uncited, 'source')} more:  ${command}`;
  const more = uncited > 0 ? [paragraph(rest, explainWidth(context), hanging)] : [];
  return [context.color.bold('Sources'), ...lines, ...more].join('\n');
}

/** As many sentences of the summary as a window has room for, without the marks of sources. */
function summary(
  { sentences }: PageSection,
  more: readonly string[],
  context: RenderContext,
): readonly string[] {
  const lines: string[] = [];
  for (const { text } of sentences) {
    const next = paragraph(
      spell(text, () => ''),
      explainWidth(context),
      `${indent}· `,
      `${indent}  `,
    ).split('\n');
    if (lines.length + next.length + more.length > linesOfWindow - 4) break;
    lines.push(...next);
  }
  return [...lines, '', ...more];
}

/**
 * A page of prose: a heading, its sentences, and at the end the sources that the marks stand for. On a
 * screen, unless all is asked for, the summary that fits it and how to see the rest.
 */
export const render: Renderer<Renderable['explanation']> = (explanation, context) => {
  const { provenance, score, full } = explanation;
  const page = writePage(explanation);
  const names = score.countries.map(({ code }) => code.toLowerCase()).join(' ');
  const heading = titleWithExtent(page.title, extentWords(score), {
    ...context,
    width: explainWidth(context),
  });
  const [first] = page.sections;
  if (context.onScreen && !full && first) {
    const command = `align explain ${names}${questionFlags(provenance)} --full`;
    const more = paragraph(`All of it, with sources: ${command}`, context.width, indent);
    const dimmed = more.split('\n').map((line) => context.color.dim(line));
    return [...heading, '', ...summary(first, dimmed, context), ''].join('\n');
  }
  return [
    heading.join('\n'),
    ...page.sections.map((one) => section(one, context)),
    sourceList(page.sources, context, { uncited: page.uncited, command: `align cite ${names}` }),
  ]
    .join('\n\n')
    .concat('\n');
};
