import type { TreeJoin, TreeLayout } from '../tree.ts';
import { counted, decimal } from '../numbers.ts';
import { drawChart, type Drawing, type Frame, frameWidth, Plot } from './draw.ts';
import { axis, grid } from './marks.ts';
import { hues } from './palette.ts';

/** A bloc of a dendrogram by the places of its countries: the first, and the one after the last. */
export interface DrawnBloc {
  readonly from: number;
  readonly to: number;
  readonly label: string;
}

interface Segment {
  readonly x1: number;
  readonly x2: number;
  readonly y1: number;
  readonly y2: number;
  readonly className: string;
}

/** Round steps that part a height into three to seven. */
function ticksTo(height: number): readonly number[] {
  const steps = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5];
  const step = steps.find((each) => height / each <= 6) ?? 1;
  return Array.from({ length: Math.floor(height / step + 1e-9) + 1 }, (_, i) => i * step);
}

/** The two branches of a join, and what joins them. */
function segmentsOf({ upper, lower, height }: TreeJoin, className: string): readonly Segment[] {
  return [
    ...[upper, lower].map(({ y, height: low }) => ({
      x1: low,
      x2: height,
      y1: y,
      y2: y,
      className,
    })),
    { x1: height, x2: height, y1: upper.y, y2: lower.y, className },
  ];
}

const sizes = {
  wide: { marginLeft: 170, rowHeight: 15, fontSize: 11.5, legend: 17 },
  narrow: { marginLeft: 112, rowHeight: 14, fontSize: 10.5, legend: 17 },
} as const;

/**
 * A dendrogram that grows to the right, a row a country; branches within a bloc have its colour, and its number and
 * name stand above.
 *
 * @param names of the countries in their order
 */
export function drawDendrogram(
  { joins, height }: TreeLayout,
  names: readonly string[],
  blocs: readonly DrawnBloc[],
  among: string,
  frame: Frame,
): Drawing {
  const { marginLeft, rowHeight, fontSize, legend } = sizes[frame];
  const n = names.length;
  const marginTop = 24 + blocs.length * legend;
  const blocOf = (from: number, to: number) =>
    blocs.findIndex((bloc) => bloc.from <= from && to <= bloc.to);
  const classOf = (bloc: number) => (bloc < 0 ? 'link' : `hue-${bloc % hues}`);
  const segments = joins.flatMap((join) => segmentsOf(join, classOf(blocOf(join.from, join.to))));
  // A bloc of one country has no join of its own: its branch takes its colour all the same.
  const own = segments.map((each) => {
    const alone = blocs.findIndex(({ from, to }) => to - from === 1 && each.y1 === from);
    return each.y1 === each.y2 && each.x1 === 0 && alone >= 0
      ? { ...each, className: classOf(alone) }
      : each;
  });
  const rows = names.map((name, y) => {
    const bloc = blocOf(y, y + 1);
    return { y, name, number: String(bloc + 1), className: `text-${classOf(bloc)}` };
  });
  const classes = [...new Set(own.map(({ className }) => className))].sort();
  const ticks = ticksTo(height);
  return drawChart(
    `Dendrogram of ${among} in ${counted(blocs.length, 'bloc')}: branches join at the mean divergence of their members, up to ${decimal(height)}. The tables have the members.`,
    frame,
    {
      height: marginTop + n * rowHeight + 8,
      marginLeft,
      marginRight: 10,
      marginTop,
      marginBottom: 8,
      x: { domain: [0, height === 0 ? 1 : height], axis: null },
      y: { domain: [-0.5, n - 0.5], reverse: true, axis: null },
      marks: [
        Plot.gridX(ticks, grid),
        Plot.axisX(ticks, {
          ...axis,
          anchor: 'top',
          tickFormat: (value: number) => decimal(value),
        }),
        ...classes.map((className) =>
          Plot.link(
            own.filter((each) => each.className === className),
            {
              x1: 'x1',
              x2: 'x2',
              y1: 'y1',
              y2: 'y2',
              className,
              stroke: 'currentColor',
              strokeWidth: className === 'link' ? 1.25 : 1.75,
              strokeLinecap: 'square',
            },
          ),
        ),
        Plot.text(rows, {
          y: 'y',
          text: 'name',
          frameAnchor: 'left',
          textAnchor: 'start',
          dx: 16 - marginLeft,
          fontSize,
          lineWidth: (marginLeft - 22) / fontSize,
          textOverflow: 'ellipsis',
          className: 'strong',
        }),
        Plot.text(rows, {
          y: 'y',
          text: 'number',
          frameAnchor: 'left',
          textAnchor: 'end',
          dx: 11 - marginLeft,
          fontSize,
          className: 'muted',
          fontVariant: 'tabular-nums',
        }),
        ...blocs.flatMap(({ label }, i) => {
          const dy = i * legend - marginTop + 9;
          const place = { frameAnchor: 'top-left', dy } as const;
          return [
            Plot.dot([0], {
              ...place,
              dx: 7 - marginLeft,
              r: 4.5,
              className: classOf(i),
              fill: 'currentColor',
            }),
            Plot.text([`${i + 1}  ${label}`], {
              ...place,
              dx: 17 - marginLeft,
              textAnchor: 'start',
              lineAnchor: 'middle',
              lineWidth: (frameWidth[frame] - 30) / 12,
              textOverflow: 'ellipsis',
              className: 'strong',
            }),
          ];
        }),
      ],
    },
  );
}
