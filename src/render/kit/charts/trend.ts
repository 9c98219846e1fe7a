import type { YearScore } from '../../../analysis/report.ts';
import { count, counted } from '../numbers.ts';
import { drawChart, type Drawing, type Frame, Plot } from './draw.ts';
import { axis, estimateMarks, grid, scaleAxis, scaleTicks } from './marks.ts';

/** The score by year with its interval, the number of issues below; few issues leave the dot hollow. */
export function drawTrend(
  years: readonly YearScore[],
  overall: number | null,
  range: readonly [number, number],
  frame: Frame,
): Drawing {
  const points = years.filter(({ value }) => value !== null);
  const [first, last] = [years[0]?.year ?? 0, years.at(-1)?.year ?? 0];
  const wide = frame === 'wide';
  const every = Math.max(1, Math.ceil((last - first + 1) / (wide ? 20 : 8)));
  const shown = years.filter(({ year }) => (last - year) % every === 0).map(({ year }) => year);
  const label = `Alignment by year, ${counted(years.length, 'year')} from ${first} to ${last}. The table below has the numbers.`;
  return drawChart(label, frame, {
    height: wide ? 270 : 240,
    marginLeft: 34,
    marginRight: wide ? 16 : 12,
    marginTop: 14,
    marginBottom: 52,
    x: { domain: [first - 0.5, last + 0.5], axis: null },
    y: { domain: range, axis: null },
    marks: [
      Plot.gridY(scaleTicks(range), grid),
      Plot.axisY(scaleTicks(range), scaleAxis),
      Plot.axisX(shown, { ...axis, tickPadding: 8, tickFormat: String }),
      Plot.ruleY(overall === null ? [] : [overall], {
        className: 'mid-line',
        strokeDasharray: '4 4',
      }),
      ...estimateMarks(points, 'y', 'year'),
      Plot.text(
        years.filter(({ year }) => shown.includes(year)),
        {
          x: 'year',
          text: ({ n }: YearScore) => count(n),
          frameAnchor: 'bottom',
          dy: 40,
          className: 'muted',
        },
      ),
      Plot.text(['n'], { frameAnchor: 'bottom-left', dx: -20, dy: 40, className: 'muted' }),
    ],
  });
}
