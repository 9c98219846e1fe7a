import { countedSides, decimal, percent } from '../numbers.ts';
import { drawChart, type Drawing, type Frame, frameWidth, Plot } from './draw.ts';
import { type LabelPlace, labelPlaces, placeLabels } from './labels.ts';
import { axis, grid } from './marks.ts';

export interface ScatterPoint {
  readonly code: string;
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly actor?: true;
}

interface Extent {
  readonly low: number;
  readonly high: number;
}

function extentOf(values: readonly number[]): Extent {
  return { low: Math.min(...values), high: Math.max(...values) };
}

/** Widened on both sides to so much at least. */
function widen({ low, high }: Extent, least: number): Extent {
  const more = Math.max(0, least - (high - low)) / 2;
  return { low: low - more, high: high + more };
}

/** Steps of the grid, alike in both directions: four to ten along the wider one. */
function stepOf(widest: number): number {
  return [0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5].find((each) => widest / each <= 10) ?? 1;
}

function ticksOf({ low, high }: Extent, step: number): readonly number[] {
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => (first + i) * step);
}

const [margin, bottom] = [30, 40];
const [leastHeight, mostNamed] = [0.4, { wide: 40, narrow: 12 }] as const;

const anchors: Readonly<Record<LabelPlace, Plot.TextOptions>> = {
  right: { textAnchor: 'start', dx: 7 },
  left: { textAnchor: 'end', dx: -7 },
  above: { textAnchor: 'middle', dy: -11 },
  below: { textAnchor: 'middle', dy: 11 },
};

/**
 * Countries on a plane with one scale for both axes, with their names, or codes where there are many; where there is no
 * room for a label, the dot stands alone.
 *
 * @param shares of the two axes; `null` where they carry nothing
 */
export function drawScatter(
  points: readonly ScatterPoint[],
  shares: readonly [number | null, number | null],
  frame: Frame,
): Drawing {
  const room = frameWidth[frame] - 2 * margin;
  const xs = extentOf(points.map(({ x }) => x));
  const ys = extentOf(points.map(({ y }) => y));
  const widest = Math.max(xs.high - xs.low, ys.high - ys.low, 1e-6);
  // Room for labels at both sides, of which the narrow chart needs relatively more.
  const across = widen(xs, (frame === 'wide' ? 1.15 : 1.3) * widest);
  const span = across.high - across.low;
  const up = widen(ys, Math.max(leastHeight * span, (ys.high - ys.low) * 1.1));
  const step = stepOf(Math.max(span, up.high - up.low));
  const [columns, lines] = [ticksOf(across, step), ticksOf(up, step)];
  const digits = step < 0.01 ? 3 : step < 0.1 ? 2 : 1;
  const scale = { ...axis, tickFormat: (value: number) => decimal(value, digits) } as const;
  const inner = (room * (up.high - up.low)) / span;
  const size = frame === 'wide' ? 11.5 : 10.5;
  const radius = points.length > 60 ? 3 : 4.5;
  // Those far from the middle have room, and are what is looked for.
  const ordered = points.toSorted(
    (p, q) => Math.hypot(q.x, q.y) - Math.hypot(p.x, p.y) || (p.code < q.code ? -1 : 1),
  );
  const label = ({ name, code }: ScatterPoint) => (points.length > mostNamed[frame] ? code : name);
  const places = placeLabels(
    ordered.map((point) => ({
      x: ((point.x - across.low) / span) * room,
      y: ((up.high - point.y) / span) * room,
      text: label(point),
    })),
    { width: room, height: inner },
    size,
    radius,
  );
  const title = (i: 0 | 1) => {
    const share = shares[i];
    return `Axis ${i + 1}${share === null ? '' : ` (${percent(share)})`}`;
  };
  return drawChart(
    `Map of ${countedSides(points)} by their divergences: near ones stand near each other. The table has the places.`,
    frame,
    {
      height: inner + margin + bottom,
      marginLeft: margin,
      marginRight: margin,
      marginTop: margin,
      marginBottom: bottom,
      x: { domain: [across.low, across.high], axis: null },
      y: { domain: [up.low, up.high], axis: null },
      marks: [
        Plot.gridX(columns, grid),
        Plot.gridY(lines, grid),
        Plot.axisX(columns, scale),
        Plot.axisY(lines, scale),
        Plot.text([`${title(0)} →`], {
          frameAnchor: 'bottom-right',
          dy: 34,
          textAnchor: 'end',
          className: 'muted',
        }),
        Plot.text([`${title(1)} ↑`], {
          frameAnchor: 'top-left',
          dy: -18,
          dx: -margin,
          textAnchor: 'start',
          className: 'muted',
        }),
        Plot.dot(points, {
          x: 'x',
          y: 'y',
          r: radius,
          className: 'fill-a',
          fill: 'currentColor',
          fillOpacity: 0.85,
          title: 'name',
        }),
        ...labelPlaces.map((place) =>
          Plot.text(
            ordered.filter((_, i) => places[i] === place),
            {
              x: 'x',
              y: 'y',
              text: label,
              fontSize: size,
              lineAnchor: 'middle',
              className: 'strong',
              ...anchors[place],
            },
          ),
        ),
      ],
    },
  );
}
