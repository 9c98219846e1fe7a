import type { Heatmap } from '../../../analysis/report.ts';
import { counted, countedSides, decimal } from '../numbers.ts';
import { escapeText } from '../html/markup.ts';
import { shortCodes } from '../short-codes.ts';
import { drawChart, type Drawing, type Frame, Plot } from './draw.ts';
import { heatmapSize } from './heatmap-size.ts';
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

/** Of a letter, as a share of the size of the letters. */
const letterWidth = 0.6;

/** A text read from below, which ends at the edge or begins there. */
function turned(edge: 'top' | 'bottom') {
  const [textAnchor, dx] = edge === 'top' ? (['start', 5] as const) : (['end', -5] as const);
  return { rotate: -90, textAnchor, dx };
}

function shortened(name: string, most: number): string {
  return name.length > most ? `${name.slice(0, Math.floor(most) - 1)}…` : name;
}

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
  const layout = heatmapSize(n, frame);
  const { width, marginLeft, marginTop, side, labelSize, codeSize, isTurned } = layout;
  const size = side * n;
  const marginBottom = isTurned ? 34 : 2;
  // Ids of actors and blocs are longer than the codes that there is room for.
  const codes = shortCodes(
    countries.map(({ code }) => code),
    4,
  );
  const labels = countries.map(({ name }, i) => ({ i, code: codes[i]!, name }));
  const valueSize = Math.min(12, side * 0.4);
  const steps = [...new Set(cells.map(({ step }) => step))].sort();
  const inset = side > 16 ? 0.75 : 0.25;
  // Rows end far from their names, and columns far from their codes.
  const codesAt = isTurned ? (['top', 'bottom'] as const) : (['top'] as const);
  const drawing = drawChart(
    `Alignment of all pairs among ${countedSides(countries)}, darker green for closer.`,
    frame,
    {
      width,
      height: size + marginTop + marginBottom,
      marginLeft,
      marginTop,
      marginBottom,
      marginRight: width - marginLeft - size,
      x: { domain: [-0.5, n - 0.5], axis: null },
      y: { domain: [-0.5, n - 0.5], reverse: true, axis: null },
      marks: [
        Plot.text(labels, {
          y: 'i',
          text: wide ? 'name' : 'code',
          frameAnchor: 'left',
          textAnchor: wide ? 'start' : 'end',
          dx: wide ? -marginLeft : -4,
          fontSize: labelSize,
          lineWidth: (marginLeft - 8) / labelSize,
          textOverflow: 'ellipsis',
          className: 'strong',
        }),
        ...codesAt.map((edge) =>
          Plot.text(labels, {
            x: 'i',
            text: 'code',
            frameAnchor: edge,
            ...(isTurned ? turned(edge) : { lineAnchor: 'bottom' as const, dy: -7 }),
            fontSize: codeSize,
            className: 'muted',
          }),
        ),
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
  if (!layout.isScrolled) return drawing;
  const texts = labels.map(({ i, code, name }) => {
    const y = marginTop + (i + 0.5) * side;
    const label = wide ? shortened(name, marginLeft / (labelSize * letterWidth)) : code;
    return `<text y="${y.toFixed(1)}" dy="0.32em" font-size="${labelSize.toFixed(2)}">${escapeText(label)}</text>`;
  });
  return { ...drawing, heads: { width: marginLeft, svg: texts.join('') } };
}
