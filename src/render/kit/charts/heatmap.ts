import type { Heatmap } from '../../../analysis/report.ts';
import { counted, countedSides, decimal } from '../numbers.ts';
import { shortCodes } from '../short-codes.ts';
import { drawChart, type Drawing, type Frame, frameWidth, Plot } from './draw.ts';
import { shortDecimal, stepOf } from './palette.ts';

interface Cell {
  readonly x: number;
  readonly y: number;
  readonly step: number;
  readonly text: string;
  readonly about: string;
}

function cellsOf({ countries, dyads }: Heatmap, range: readonly [number, number]): readonly Cell[] {
  const place = new Map(countries.map(({ code }, i) => [code, i]));
  const nameOf = (code: string) => countries[place.get(code) ?? 0]?.name ?? code;
  return dyads.flatMap(({ a, b, n, value }) => {
    const [i, j] = [place.get(a), place.get(b)];
    if (value === null || i === undefined || j === undefined) return [];
    const text = shortDecimal(value);
    const about = `${nameOf(a)} – ${nameOf(b)}: ${decimal(value)}, ${counted(n, 'issue')}`;
    const cell = { step: stepOf(value, range), text, about };
    return [
      { x: i, y: j, ...cell },
      { x: j, y: i, ...cell },
    ];
  });
}

/** Of more countries the titles of the cells would outweigh the chart. */
const mostTitled = 40;
/** Smaller values are left to the table. */
const leastValueSize = 8.5;

/** All dyads of some countries as a grid of coloured cells, with the values where there is room. */
export function drawHeatmap(
  heatmap: Heatmap,
  range: readonly [number, number],
  frame: Frame,
): Drawing {
  const { countries } = heatmap;
  const wide = frame === 'wide';
  const cells = cellsOf(heatmap, range);
  const n = countries.length;
  const marginLeft = wide ? 150 : 38;
  const marginRight = wide ? 0 : 2;
  const side = Math.min(wide ? 44 : 36, (frameWidth[frame] - marginLeft - marginRight) / n);
  const size = side * n;
  // Ids of actors and blocs are longer than the codes that there is room for.
  const codes = shortCodes(
    countries.map(({ code }) => code),
    4,
  );
  const labels = countries.map(({ name }, i) => ({ i, code: codes[i]!, name }));
  const labelSize = Math.min(wide ? 12.5 : 11, Math.max(5, side * 0.8));
  const codeSize = Math.min(wide ? 12 : 10.5, Math.max(4, side * 0.42));
  const valueSize = Math.min(12, side * 0.4);
  const steps = [...new Set(cells.map(({ step }) => step))].sort();
  const inset = side > 16 ? 0.75 : 0.25;
  return drawChart(
    `Alignment of all pairs among ${countedSides(countries)}, darker green for closer.`,
    frame,
    {
      height: size + 24,
      marginLeft,
      marginTop: 22,
      marginBottom: 2,
      marginRight: frameWidth[frame] - marginLeft - size,
      x: { domain: [-0.5, n - 0.5], axis: null },
      y: { domain: [-0.5, n - 0.5], reverse: true, axis: null },
      marks: [
        Plot.text(labels, {
          y: 'i',
          text: wide ? 'name' : 'code',
          frameAnchor: 'left',
          textAnchor: wide ? 'start' : 'end',
          dx: wide ? -marginLeft : -4,
          fontSize: wide ? labelSize : codeSize,
          lineWidth: (marginLeft - 8) / labelSize,
          textOverflow: 'ellipsis',
          className: 'strong',
        }),
        Plot.text(labels, {
          x: 'i',
          text: 'code',
          frameAnchor: 'top',
          lineAnchor: 'bottom',
          dy: -7,
          fontSize: codeSize,
          className: 'muted',
        }),
        ...steps.flatMap((step) => {
          const own = cells.filter((cell) => cell.step === step);
          return [
            Plot.rect(own, {
              x1: ({ x }: Cell) => x - 0.5,
              x2: ({ x }: Cell) => x + 0.5,
              y1: ({ y }: Cell) => y - 0.5,
              y2: ({ y }: Cell) => y + 0.5,
              inset,
              className: `step-${step}`,
              fill: 'currentColor',
              ...(n <= mostTitled ? { title: 'about' } : {}),
            }),
            ...(valueSize < leastValueSize
              ? []
              : [
                  Plot.text(own, {
                    x: 'x',
                    y: 'y',
                    text: 'text',
                    fontSize: valueSize,
                    fontVariant: 'tabular-nums',
                    className: `on-${step}`,
                    pointerEvents: 'none',
                  }),
                ]),
          ];
        }),
      ],
    },
  );
}
