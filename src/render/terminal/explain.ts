import type { Source } from '../../catalog/model.ts';
import { dateInProse } from '../dates.ts';
import type { Renderable } from '../renderable.ts';
import type { RenderContext, Renderer } from '../renderer.ts';
import { bracketMarks, type PageSection, spell, writePage } from '../explain/page.ts';
import { counted } from '../numbers.ts';
import { citation } from '../sources.ts';
import { paragraph } from './text.ts';

const widest = 96;
const indent = '  ';

const noBreak = '\u00a0';

/** A paragraph in which numbers stay with their signs, and marks with the words they stand behind. */
function prose(text: string, width: number, first: string, hanging = first): string {
  const kept = text.replaceAll(/ (?=[%–[])/g, noBreak);
  return paragraph(kept, width, first, hanging).replaceAll(noBreak, ' ');
}

/** Sentences that follow each other as one paragraph, items each on its own line. */
function section({ title, sentences }: PageSection, context: RenderContext): string {
  const { color } = context;
  const width = explainWidth(context);
  const blocks: string[] = [];
  let running: string[] = [];
  const flush = () => {
    if (running.length > 0) blocks.push(prose(running.join(' '), width, indent));
    running = [];
  };
  for (const { head, text } of sentences) {
    const line = spell(text, (numbers) => color.dim(bracketMarks(numbers)));
    if (head === null) running.push(line);
    else {
      flush();
      blocks.push(prose(`· ${color.bold(`${head}.`)} ${line}`, width, indent, '    '));
    }
  }
  flush();
  return [color.bold(title), ...blocks].join('\n');
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
  const more = uncited > 0 ? [`${hanging}and ${counted(uncited, 'source')} more:  ${command}`] : [];
  return [context.color.bold('Sources'), ...lines, ...more].join('\n');
}

/** A page of prose: a heading, its sentences, and at the end the sources that the marks stand for. */
export const renderExplanation: Renderer<Renderable['explanation']> = (explanation, context) => {
  const { provenance, score } = explanation;
  const page = writePage(explanation);
  const until = provenance.options['to'];
  const title = context.color.bold(page.title);
  const asOf = typeof until === 'string' ? `  as of ${dateInProse(until)}` : '';
  const command = `align cite ${score.countries.map(({ code }) => code.toLowerCase()).join(' ')}`;
  return [
    `${title}${context.color.dim(asOf)}`,
    ...page.sections.map((one) => section(one, context)),
    sourceList(page.sources, context, { uncited: page.uncited, command }),
  ]
    .join('\n\n')
    .concat('\n');
};
