import type { Renderable } from '../renderable.ts';
import type { RenderContext, Renderer } from '../renderer.ts';
import { extentWords } from '../score-words.ts';
import { selectionFlags } from '../selection.ts';
import { renderPartings } from './partings.ts';
import { fullFigures, fullTables } from './score-full.ts';
import { renderFigures, scoreFigures, topicFigures } from './score-figures.ts';
import { paragraph } from './text.ts';
import { linesOfWindow, titleWithExtent } from './title.ts';

type Score = Renderable['score'];

const mostPartings = 8;

/** What to ask next. */
function next({ alignment, countries, provenance, full }: Score, context: RenderContext): string[] {
  const codes = countries.map(({ code }) => code.toLowerCase()).join(' ');
  const why = `Why, with sources: align explain ${codes}${selectionFlags(provenance.options)}`;
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
function shortPartings(result: Score, context: RenderContext, room: number): string[] {
  // Below its header, each takes a line at least.
  for (let most = Math.max(1, Math.min(mostPartings, room - 1)); ; most--) {
    const lines = renderPartings(result, context, most).split('\n');
    if (lines.length <= room || most === 1) return lines;
  }
}

/** The score as a person reads it: the verdict first, the doubt beside it, what to ask next last. */
export const renderScore: Renderer<Score> = (result, context) => {
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
  const before = topics.length === 0 ? rows : [...rows, ...topics, ''];
  const last = ['', ...next(result, context), ''];
  const between = full
    ? fullTables(result, context)
    : shortPartings(result, context, linesOfWindow - before.length - last.length + 1);
  return [...before, ...between, ...last].join('\n');
};
