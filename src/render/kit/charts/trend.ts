import type { TrendBreak, TrendPoint } from '../../../results/trend.ts';
import { count } from '../numbers.ts';
import { drawChart, type Drawing, type Frame, frameWidth, Plot } from './draw.ts';
import { placeOf } from './place-of-period.ts';
import { axis, estimateMarks, grid, scaleAxis, scaleTicks } from './marks.ts';

/** A dyad over time, or one side and its past. */
export interface TrendLine {
  /** Above the chart, where nothing else names it. */
  readonly heading: string | null;
  /** What it shows, for those who do not see it. */
  readonly label: string;
  readonly points: readonly TrendPoint[];
  readonly breaks: readonly TrendBreak[];
  /** What is written of each break below the chart, where nothing else says it. */
  readonly breakWords: readonly string[];
  /** Whether the means of the breaks are of the measure of the points. */
  readonly showsMeans: boolean;
  /** Score of all periods together, a dashed line. */
  readonly overall: number | null;
  /** First and last period of the scale of time. */
  readonly span: readonly [number, number];
}

interface Layout {
  readonly height: number;
  readonly marginLeft: number;
  readonly marginRight: number;
  /** Labels of periods for which there is room. */
  readonly labels: number;
}

const layouts: Readonly<Record<Frame, Layout>> = {
  wide: { height: 270, marginLeft: 40, marginRight: 18, labels: 16 },
  narrow: { height: 240, marginLeft: 38, marginRight: 16, labels: 7 },
};
const [top, bottom, lineHeight, labelWidth] = [14, 52, 17, 34] as const;

/** A stroke for each kind of break, in the chart and before its words. */
const strokes: Readonly<Record<TrendBreak['kind'], { readonly strokeDasharray?: string }>> = {
  behaviour: {},
  agenda: { strokeDasharray: '6 4' },
  unknown: { strokeDasharray: '1 4' },
};

/** A stroke before words, where Plot has arrows and spikes only. */
const line: Plot.VectorShapeImplementation = {
  draw: (context, length) => {
    context.moveTo(0, 0);
    context.lineTo(0, -length);
  },
};

/** Rows of labels such that no two of one row touch: each takes the first one with room. */
function rowsOfLabels(places: readonly number[]): readonly number[] {
  const ends: number[] = [];
  return places.map((x) => {
    const free = ends.findIndex((end) => end <= x);
    const row = free === -1 ? ends.length : free;
    ends[row] = x + labelWidth;
    return row;
  });
}

/** Means between breaks, each a level line. */
function levels({ breaks, span: [first, last] }: TrendLine) {
  const [earliest] = breaks;
  if (!earliest) return [];
  const edges = [first, ...breaks.map(({ period }) => placeOf(period)), last + 1];
  const means = [earliest.before, ...breaks.map(({ after }) => after)];
  return means.map((mean, i) => ({
    from: (edges[i] ?? 0) - 0.5,
    to: (edges[i + 1] ?? 0) - 0.5,
    mean,
  }));
}

/**
 * The score period by period with its interval, the number of issues below; few issues leave the dot hollow.
 * Breaks are upright lines, solid for another behaviour, dashed for another agenda, dotted where neither can
 * be told, with the period at their top.
 *
 * @param range of the measure, least alike first
 */
export function drawTrend(
  trend: TrendLine,
  range: readonly [number, number],
  frame: Frame,
): Drawing {
  const { heading, span, breaks, breakWords, overall, showsMeans } = trend;
  const [first, last] = span;
  const { height, marginLeft, marginRight, labels } = layouts[frame];
  const points = trend.points.map((point) => ({ ...point, x: placeOf(point.period) }));
  const column = (frameWidth[frame] - marginLeft - marginRight) / (last - first + 1);
  const every = Math.max(1, Math.ceil((last - first + 1) / labels));
  const shown = Array.from({ length: last - first + 1 }, (_, i) => last - i)
    .filter((_, i) => i % every === 0)
    .reverse();
  const rows = rowsOfLabels(breaks.map(({ period }) => (placeOf(period) - first) * column));
  const marked = breaks.map((each, i) => ({
    ...each,
    x: placeOf(each.period) - 0.5,
    row: rows[i] ?? 0,
  }));
  const above = heading === null ? 0 : 22;
  const marginTop = top + above + (marked.length === 0 ? 0 : 15 * (1 + Math.max(...rows)));
  const foot = { frameAnchor: 'bottom-left', dx: -marginLeft } as const;
  return drawChart(trend.label, frame, {
    height: height + marginTop - top + lineHeight * breakWords.length,
    marginLeft,
    marginRight,
    marginTop,
    marginBottom: bottom + lineHeight * breakWords.length,
    x: { domain: [first - 0.5, last + 0.5], axis: null },
    y: { domain: range, axis: null },
    marks: [
      Plot.text(heading === null ? [] : [heading], {
        frameAnchor: 'top-left',
        dx: -marginLeft,
        dy: 8 - marginTop,
        textAnchor: 'start',
        lineAnchor: 'middle',
        className: 'heading strong',
      }),
      Plot.gridY(scaleTicks(range), grid),
      Plot.axisY(scaleTicks(range), scaleAxis),
      Plot.axisX(shown, { ...axis, tickPadding: 8, tickFormat: String }),
      Plot.ruleY(overall === null ? [] : [overall], {
        className: 'mid-line',
        strokeDasharray: '4 4',
      }),
      Plot.link(showsMeans ? levels(trend) : [], {
        x1: 'from',
        x2: 'to',
        y1: 'mean',
        y2: 'mean',
        className: 'mid-line',
        strokeWidth: 5,
        strokeOpacity: 0.35,
      }),
      ...marked.flatMap(({ x, row, kind, period }) => [
        Plot.ruleX([x], {
          strokeWidth: 1.5,
          insetTop: -6 - 15 * row,
          ...strokes[kind],
        }),
        Plot.text([period], {
          x,
          frameAnchor: 'top',
          dy: -13 - 15 * row,
          dx: 3,
          textAnchor: 'start',
          lineAnchor: 'middle',
          className: 'strong',
        }),
      ]),
      ...breakWords.flatMap((words, i) => {
        const dy = bottom + lineHeight * (i + 0.5);
        return [
          Plot.vector([words], {
            ...foot,
            dy,
            length: 20,
            rotate: 90,
            anchor: 'start',
            shape: line,
            strokeWidth: 1.5,
            ...(breaks[i] && strokes[breaks[i].kind]),
          }),
          Plot.text([words], {
            ...foot,
            dy,
            dx: 28 - marginLeft,
            textAnchor: 'start',
            lineAnchor: 'middle',
            className: 'strong',
          }),
        ];
      }),
      ...estimateMarks(points, 'y', 'x', column),
      Plot.text(
        points.filter(({ x }) => shown.includes(x)),
        {
          x: 'x',
          text: ({ n }: TrendPoint) => count(n),
          frameAnchor: 'bottom',
          dy: 40,
          className: 'muted',
        },
      ),
      Plot.text(['n'], { frameAnchor: 'bottom-left', dx: -20, dy: 40, className: 'muted' }),
    ],
  });
}
