import { counted, signed } from '../numbers.ts';
import { drawChart, type Drawing, type Frame, frameWidth, Plot } from './draw.ts';
import { axis, grid } from './marks.ts';
import type { DyadInteraction } from '../../../results/score.ts';
import type { SideLabel } from '../../../results/parts.ts';

const shapes = [
  ['mutual', 'circle', 'strong'],
  ['a-to-b', 'triangle', 'fill-a'],
  ['b-to-a', 'square', 'fill-b'],
] as const;

const [marginLeft, marginRight] = [34, 12] as const;

interface YearStart {
  readonly year: string;
  /** Place of the year's first event. */
  readonly at: number;
}

/** Where years begin in the row of events; a label without room before the next one is left out. */
function yearStarts(events: readonly DyadInteraction[], column: number): readonly YearStart[] {
  const starts = events.flatMap(({ year }, at) =>
    year === events[at - 1]?.year ? [] : [{ year, at }],
  );
  return starts.filter(({ at }, i) => ((starts[i + 1]?.at ?? Infinity) - at) * column >= 30);
}

/** Events in the order of time, one a column, on the Goldstein scale: cooperation above the line. */
export function drawInteractions(
  events: readonly DyadInteraction[],
  countries: readonly [SideLabel, SideLabel],
  frame: Frame,
): Drawing {
  const [a, b] = [countries[0].name, countries[1].name];
  const wide = frame === 'wide';
  const points = events.map(({ goldstein, direction }, at) => ({ at, goldstein, direction }));
  const column = (frameWidth[frame] - marginLeft - marginRight) / events.length;
  const radius = Math.max(1.5, Math.min(4.5, column / 2.2));
  const words: Readonly<Record<DyadInteraction['direction'], string>> = {
    mutual: 'between both',
    'a-to-b': `${a} towards ${b}`,
    'b-to-a': `${b} towards ${a}`,
  };
  const shown = shapes.filter(([direction]) => events.some((e) => e.direction === direction));
  // The legend is one line on a wide chart and a line each on a narrow one.
  const widthOf = (direction: DyadInteraction['direction']) =>
    34 + Math.min(40, words[direction].length) * 6.8;
  const places = shown.map((_, i) => ({
    dx: wide ? shown.slice(0, i).reduce((x, [before]) => x + widthOf(before), 6 - marginLeft) : -18,
    line: wide ? 0 : i,
  }));
  const marginTop = 22 + (wide ? 18 : shown.length * 18);
  const starts = yearStarts(events, column);
  const corner = { dx: -2, className: 'muted', textAnchor: 'end' } as const;
  return drawChart(
    `Events between ${a} and ${b} in the order of time by their Goldstein weight, ${counted(events.length, 'event')}.`,
    frame,
    {
      height: (wide ? 270 : 220) + marginTop,
      marginLeft,
      marginRight,
      marginTop,
      marginBottom: 30,
      x: { domain: [-0.5, events.length - 0.5], axis: null },
      y: { domain: [-10, 10], axis: null },
      marks: [
        Plot.gridY([-10, -5, 5, 10], grid),
        Plot.ruleX(starts, {
          x: ({ at }: YearStart) => at - 0.5,
          className: 'grid',
          strokeDasharray: '2 3',
        }),
        Plot.ruleY([0], { className: 'mid-line' }),
        Plot.axisY([-10, -5, 0, 5, 10], {
          ...axis,
          tickFormat: (value: number) => signed(value, 0),
        }),
        Plot.text(starts, {
          x: ({ at }: YearStart) => at - 0.5,
          text: 'year',
          frameAnchor: 'bottom',
          dy: 18,
          dx: 3,
          textAnchor: 'start',
          className: 'muted',
        }),
        Plot.text(['cooperative'], { ...corner, frameAnchor: 'top-right', dy: 8 }),
        Plot.text(['conflictual'], { ...corner, frameAnchor: 'bottom-right', dy: -8 }),
        ...(['near', 'far'] as const).map((tone) =>
          Plot.ruleX(
            points.filter(({ goldstein }) => (tone === 'near' ? goldstein > 0 : goldstein < 0)),
            { x: 'at', y1: 0, y2: 'goldstein', className: `${tone}-line`, strokeWidth: 1.75 },
          ),
        ),
        ...shown.flatMap(([direction, symbol, className], i) => {
          const mark = { symbol, className, fill: 'currentColor' } as const;
          const { dx = 0, line = 0 } = places[i] ?? {};
          const place = { frameAnchor: 'top-left', dy: -marginTop + 10 + line * 18 } as const;
          return [
            Plot.dot(
              points.filter((point) => point.direction === direction),
              { ...mark, x: 'at', y: 'goldstein', r: radius },
            ),
            Plot.dot([0], { ...mark, ...place, dx, r: 4.5 }),
            Plot.text([words[direction]], {
              ...place,
              dx: dx + 10,
              lineAnchor: 'middle',
              textAnchor: 'start',
              className: 'strong',
            }),
          ];
        }),
      ],
    },
  );
}
