import { pointOnScale } from '../kit/bars.ts';
import { growing, left, right } from '../kit/columns.ts';
import { linePlot } from '../kit/line-plot.ts';
import { decimal, interval, percent } from '../kit/numbers.ts';
import { flow, paragraph, table } from '../kit/text.ts';
import { titleWithExtent } from '../kit/title.ts';
import type { Renderable } from '../renderable.ts';
import type { RenderContext, Renderer } from '../renderer.ts';
import { bySession } from './by-session.ts';
import { extentWords, latestPoints, nameOf, noteWords, rankWords, titleWords } from './words.ts';

type Result = Renderable['idealPoints'];

const indent = '  ';
const symbols = ['●', '○', '■', '□', '▲', '△', '◆', '◇'];
const plotHeight = 13;
const shownAtEnds = 5;

function chart(result: Result, { width }: RenderContext): readonly string[] {
  const { charted, points, sessions } = result;
  const [first, last] = [sessions[0]!.session, sessions.at(-1)!.session];
  if (first === last) return [];
  const lines = charted.map((code, i) => ({
    symbol: symbols[i]!,
    points: points
      .filter(({ country }) => country === code)
      .map(({ session, value }) => ({ place: session - first, value })),
  }));
  const shift = sessions[0]!.year - first;
  const years = Array.from({ length: last - first + 1 }, (_, i) => String(first + shift + i));
  const legend = charted.map((code, i) => `${symbols[i]!} ${nameOf(result, code)}`);
  return [
    flow(legend, '   ', width - indent.length, indent),
    '',
    ...linePlot(lines, years, { width, height: plotHeight }),
    '',
  ];
}

/** Intervals of the charted countries in the last session that they have. */
function latest(result: Result, { width, color }: RenderContext): string {
  const points = latestPoints(result);
  const { session, year } = points[0]!;
  const range = [
    Math.floor(Math.min(...points.map(({ low }) => low))),
    Math.ceil(Math.max(...points.map(({ high }) => high))),
  ] as const;
  const scale = Math.min(40, Math.max(9, width - 71));
  return table(
    [
      growing(`Session ${session}, ${year}`),
      ...(width < 70 ? [] : [left('')]),
      right('Point'),
      left('90 %'),
      right('Rank'),
      right('Percentile'),
    ],
    points.map((point) => [
      nameOf(result, point.country),
      ...(width < 70 ? [] : [pointOnScale(point.value, point.low, point.high, range, scale)]),
      decimal(point.value),
      interval(point.low, point.high).replaceAll(' ', ''),
      rankWords(point, result),
      percent(point.percentile),
    ]),
    width,
    { indent, header: color.bold },
  );
}

/** Who stands at the two ends of the last session, where all have points. */
function ends(result: Result, { width, color }: RenderContext): readonly string[] {
  const { points, sessions, charted } = result;
  const last = sessions.at(-1)!;
  const own = points
    .filter(({ session }) => session === last.session)
    .toSorted((x, y) => x.rank - y.rank);
  if (own.length <= charted.length) return [];
  const hanging = `${indent}         `;
  const line = (label: string, some: typeof own) => {
    const words = some.map(({ country, value }) => `${nameOf(result, country)} ${decimal(value)}`);
    const listed = flow(words, ' · ', width, hanging);
    return `${indent}${color.bold(label)}${listed.slice(indent.length + label.length)}`;
  };
  return [
    '',
    line('Highest', own.slice(0, shownAtEnds)),
    line('Lowest ', own.slice(-shownAtEnds).toReversed()),
  ];
}

/** The charted countries over time, their last session with intervals and ranks, and what to make of it. */
export const render: Renderer<Result> = (result, context) => {
  const { color, width } = context;
  const { countries, charted, full } = result;
  const whole = bySession(result);
  const more = [
    ...(full || result.sessions.length === 1 ? [] : ['every session: --full']),
    ...(countries.length > charted.length ? ['every country: -f csv'] : []),
  ];
  return [
    ...titleWithExtent(titleWords(result), extentWords(result), context),
    '',
    ...chart(result, context),
    latest(result, context),
    ...ends(result, context),
    '',
    ...noteWords(result).map((note) => color.dim(paragraph(note, width, indent))),
    ...(full ? ['', table(whole.columns, whole.rows, width, { indent, header: color.bold })] : []),
    ...(more.length > 0 ? ['', paragraph(`More: ${more.join('; ')}`, width, indent)] : []),
    '',
  ].join('\n');
};
