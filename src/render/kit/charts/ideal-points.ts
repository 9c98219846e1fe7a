import type { IdealPoint, IdealPointsResult } from '../../../results/ideal-points.ts';
import { counted, decimal } from '../numbers.ts';
import { drawChart, type Drawing, type Frame, Plot } from './draw.ts';
import { axis, estimateMarks, grid } from './marks.ts';
import { rowLayout, rowTexts } from './rows.ts';

type Charted = Pick<IdealPointsResult, 'points' | 'charted' | 'countries' | 'sessions'>;

/** Beside the colour, what tells one line from another. */
const dashes = ['none', '7 3', '2 3', '9 3 2 3', '12 4', '4 2', '1 4', '6 2 1 2 1 2'];
const heights: Readonly<Record<Frame, number>> = { wide: 380, narrow: 320 };
/** Of a label and the space above it, in pixels. */
const labelHeight = 15;

const margins = {
  wide: { marginLeft: 30, marginRight: 132 },
  narrow: { marginLeft: 26, marginRight: 40 },
} as const;
const [marginTop, marginBottom] = [14, 50] as const;

/** One place a session between the first and the last of a country; NaN where it has no point, which breaks the line. */
function lineOf(points: readonly IdealPoint[]) {
  const years = new Map(points.map((point) => [point.year, point]));
  const [first, last] = [points[0]!.year, points.at(-1)!.year];
  return Array.from({ length: last - first + 1 }, (_, i) => {
    const { value = Number.NaN, low = Number.NaN, high = Number.NaN } = years.get(first + i) ?? {};
    return { year: first + i, value, low, high };
  });
}

/** Places of labels on the axis of values, moved down where they would cover one another. */
function spread(values: readonly number[], least: number, lowest: number): readonly number[] {
  const order = [...values.keys()].sort((i, j) => values[j]! - values[i]!);
  const places = [...values];
  let above = Infinity;
  for (const i of order) above = places[i] = Math.min(places[i]!, above - least);
  // Those that were pushed out at the bottom push the others up again.
  let below = lowest;
  for (const i of order.toReversed()) {
    places[i] = Math.max(places[i]!, below);
    below = places[i]! + least;
  }
  return places;
}

function untiedMarks({ sessions }: Charted, bottom: number): Plot.Markish[] {
  const untied = sessions.filter(({ levelByConvention }) => levelByConvention);
  return untied.length === 0
    ? []
    : [
        Plot.link(untied, {
          x1: ({ year }: { readonly year: number }) => year - 0.5,
          x2: ({ year }: { readonly year: number }) => year + 0.5,
          y1: bottom,
          y2: bottom,
          className: 'mid-line',
          strokeWidth: 4,
        }),
        Plot.text(['thick: no text ties the session to the one before'], {
          frameAnchor: 'bottom-left',
          dy: 42,
          textAnchor: 'start',
          className: 'muted',
        }),
      ];
}

function overTime(result: Charted, frame: Frame): Drawing {
  const { charted, points, countries, sessions } = result;
  const wide = frame === 'wide';
  const lines = charted.map((code, i) => {
    const own = points.filter(({ country }) => country === code);
    const name = countries.find((each) => each.code === code)?.name ?? code;
    return { i, own, label: wide ? name : code, line: lineOf(own), last: own.at(-1)!.value };
  });
  const shown = lines.flatMap(({ own }) => own);
  const low = Math.floor(Math.min(...shown.map((point) => point.low)));
  const high = Math.ceil(Math.max(...shown.map((point) => point.high)));
  const [first, last] = [sessions[0]!.year, sessions.at(-1)!.year];
  const height = heights[frame];
  const least = ((high - low) / (height - marginTop - marginBottom)) * labelHeight;
  const places = spread(
    lines.map((each) => each.last),
    least,
    low,
  );
  const every = Math.max(1, Math.ceil((last - first + 1) / (wide ? 10 : 5)));
  const ticks = sessions.map(({ year }) => year).filter((year) => (last - year) % every === 0);
  const values = Array.from({ length: high - low + 1 }, (_, i) => low + i);
  const label = `Ideal points of ${counted(charted.length, 'country')} from ${first} to ${last}, with 90 % intervals. The table has the numbers.`;
  return drawChart(label, frame, {
    height,
    ...margins[frame],
    marginTop,
    marginBottom,
    x: { domain: [first - 0.5, last + 0.5], axis: null },
    y: { domain: [low, high], axis: null },
    marks: [
      Plot.gridY(values, grid),
      Plot.ruleY([0], { className: 'mid-line', strokeDasharray: '4 4' }),
      Plot.axisY(values, { ...axis, tickFormat: (value: number) => decimal(value, 0) }),
      Plot.axisX(ticks, { ...axis, tickPadding: 8, tickFormat: String }),
      ...untiedMarks(result, low),
      ...lines.map(({ i, line }) =>
        Plot.areaY(line, {
          x: 'year',
          y1: 'low',
          y2: 'high',
          className: `series-${i}`,
          fill: 'currentColor',
          fillOpacity: 0.16,
        }),
      ),
      ...lines.map(({ i, line }) =>
        Plot.line(line, {
          x: 'year',
          y: 'value',
          className: `line-${i}`,
          stroke: 'currentColor',
          strokeWidth: 2,
          strokeDasharray: dashes[i]!,
        }),
      ),
      ...lines.map(({ i, own, label: text }) =>
        Plot.text([text], {
          x: last + 0.5,
          y: places[i]!,
          dx: 6,
          textAnchor: 'start',
          className: `series-${i}`,
          title: () => `${text}: ${decimal(own.at(-1)!.value)} in ${own.at(-1)!.year}`,
        }),
      ),
    ],
  });
}

function inOneSession({ charted, points, countries, sessions }: Charted, frame: Frame): Drawing {
  const rows = points
    .filter(({ country }) => charted.includes(country))
    .toSorted((x, y) => x.rank - y.rank)
    .map(({ country, value, low, high }, row) => {
      const label = countries.find(({ code }) => code === country)?.name ?? country;
      return { row, label, end: decimal(value), value, low, high };
    });
  const low = Math.floor(Math.min(...rows.map((each) => each.low)));
  const high = Math.ceil(Math.max(...rows.map((each) => each.high)));
  const values = Array.from({ length: high - low + 1 }, (_, i) => low + i);
  const label = `Ideal points of ${counted(rows.length, 'country')} in ${sessions[0]!.year}, with 90 % intervals. The table has the numbers.`;
  return drawChart(label, frame, {
    ...rowLayout(rows.length, frame),
    x: { domain: [low, high], axis: null },
    marks: [
      Plot.gridX(values, grid),
      Plot.axisX(values, {
        ...axis,
        anchor: 'top',
        tickFormat: (value: number) => decimal(value, 0),
      }),
      ...estimateMarks(rows, 'x', 'row'),
      ...rowTexts(rows, frame, 'strong'),
    ],
  });
}

/** The charted countries over time with bands of their 90 % intervals; of one session, a row each. */
export function drawIdealPoints(result: Charted, frame: Frame): Drawing {
  return result.sessions.length > 1 ? overTime(result, frame) : inOneSession(result, frame);
}
