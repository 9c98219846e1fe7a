import { bracketMarks, spell } from '../explanation/page.ts';
import { writeIssuePage } from './page.ts';
import type { Renderable } from '../renderable.ts';
import type { Renderer } from '../renderer.ts';
import { explainWidth, sourceList } from '../explanation/table.ts';
import { flow, padEnd, paragraph, wrap } from '../kit/text.ts';

const narrowestLabel = 12;
const widestLabel = 18;

/** One issue: labelled lines with the words indented beside them, then the sources. */
export const render: Renderer<Renderable['issueExplanation']> = (explanation, context) => {
  const { color } = context;
  const width = explainWidth(context);
  const page = writeIssuePage(explanation);
  const [a, b] = explanation.countries;
  const longest = Math.max(...page.lines.map(({ label }) => label.length + 2));
  const labelWidth = Math.min(widestLabel, Math.max(narrowestLabel, longest));
  const lines = page.lines.map(({ label, text }) => {
    const words = spell(text, (numbers) => color.dim(bracketMarks(numbers)));
    const [first, second] = [padEnd(color.bold(label), labelWidth), ' '.repeat(labelWidth)];
    return label.length < labelWidth
      ? paragraph(words, width, first, second)
      : `${first}\n${paragraph(words, width, second)}`;
  });
  return [
    flow(
      [
        ...wrap(page.title, width).map((line) => color.bold(line)),
        color.dim(`${a.name} – ${b.name}`),
      ],
      '  ',
      width,
    ),
    lines.join('\n'),
    ...(page.sources.length > 0 ? [sourceList(page.sources, context)] : []),
  ]
    .join('\n\n')
    .concat('\n');
};
