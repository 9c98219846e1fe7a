import { findPartings } from '../partings.ts';
import type { Renderable } from '../renderable.ts';
import type { RenderContext, Renderer } from '../renderer.ts';
import { extentWords } from '../score-words.ts';
import { selectionFlags } from '../selection.ts';
import { renderPartings } from './partings.ts';
import { fullFigures, fullTables } from './score-full.ts';
import { renderFigures, scoreFigures, topicFigures } from './score-figures.ts';
import { paragraph } from './text.ts';
import { titleWithExtent } from './title.ts';

type Score = Renderable['score'];

/** Lines of the smallest window that the answer fits, but for one to type the next command on. */
const linesOfWindow = 23;
const fewestPartings = 1;
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

/** The largest table of where they part that leaves the answer in one window. */
function shortPartings(result: Score, context: RenderContext, room: number): string[] {
  const all = findPartings(result.issues).length;
  const tables = Array.from({ length: mostPartings - fewestPartings + 1 }, (_, i) =>
    renderPartings(result, context, Math.min(all, mostPartings - i)).split('\n'),
  );
  return tables.find((lines) => lines.length <= room) ?? tables.at(-1) ?? [];
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
