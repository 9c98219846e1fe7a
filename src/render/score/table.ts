import type { Renderable } from '../renderable.ts';
import type { RenderContext, Renderer } from '../renderer.ts';
import { extentWords } from './words.ts';
import { questionFlags } from '../kit/question-flags.ts';
import { renderDisagreements } from './disagreements.ts';
import { fullFigures, fullTables } from './full.ts';
import { renderFigures, scoreFigures, topicFigures } from './figures.ts';
import { paragraph } from '../kit/text.ts';
import { linesOfWindow, titleWithExtent } from '../kit/title.ts';

type Score = Renderable['score'];

const mostDisagreements = 8;
/** Of the table of disagreements: its head, one of them, and how many more there are; an empty line before it. */
const fewestLines = 4;

/** What to ask next. */
function next({ alignment, countries, provenance, full }: Score, context: RenderContext): string[] {
  const codes = countries.map(({ code }) => code.toLowerCase()).join(' ');
  const why = `Why, with sources: align explain ${codes}${questionFlags(provenance)}`;
  const lines = [
    ...(!full || alignment.decomposes || alignment.value === null
      ? []
      : [`${alignment.measure} does not decompose: the issues have no contributions to it.`]),
    full ? why : `More: --full    ${why}`,
  ];
  return lines.flatMap((line) =>
    paragraph(line, context.width, '  ')
      .split('\n')
      .map((each) => context.color.dim(each)),
  );
}

/** The largest table of where they part that leaves the answer in one window, of one line at least. */
function shortDisagreements(result: Score, context: RenderContext, room: number): string[] {
  // Below its header, each takes a line at least.
  for (let most = Math.max(1, Math.min(mostDisagreements, room - 1)); ; most--) {
    const lines = renderDisagreements(result, context, most).split('\n');
    if (lines.length <= room || most === 1) return lines;
  }
}

/** The score as a person reads it: the verdict first, the doubt beside it, what to ask next last. */
export const render: Renderer<Score> = (result, context) => {
  const {
    full,
    countries: [a, b],
  } = result;
  const rows = [
    ...titleWithExtent(`${a.name} – ${b.name}`, extentWords(result), context),
    '',
    ...renderFigures(scoreFigures(result, context), context),
    ...(full ? renderFigures(fullFigures(result), context) : []),
    '',
  ];
  const topics = full ? [] : renderFigures(topicFigures(result, context), context);
  const last = ['', ...next(result, context), ''];
  // The weights that were used have a line below.
  const lines = linesOfWindow - (result.provenance.weights ? 1 : 0);
  const room = lines - rows.length - last.length + 1;
  const before =
    topics.length === 0 || room < topics.length + fewestLines ? rows : [...rows, ...topics, ''];
  const between = full
    ? fullTables(result, context)
    : shortDisagreements(result, context, lines - before.length - last.length + 1);
  return [...before, ...between, ...last].join('\n');
};
