import type { ArrangedDyad } from '../../../analysis/arrange.ts';
import { decimal, interval } from '../numbers.ts';
import { drawChart, type Drawing, type Frame, Plot } from './draw.ts';
import type { ScoreResult } from '../../../results/score.ts';

/** The score with its interval between its two ends; thin strokes are other pairs, for comparison. */
export function drawScore(
  { alignment: { value, low, high } }: ScoreResult,
  others: readonly ArrangedDyad[],
  range: readonly [number, number],
  frame: Frame,
): Drawing {
  const wide = frame === 'wide';
  const points = value === null ? [] : [{ value, low, high }];
  const inside = interval(low, high);
  const position = ((value ?? 0) - range[0]) / (range[1] - range[0]);
  const tone = position >= 0.6 ? 'near' : position >= 0.4 ? 'strong' : 'far';
  const words = ['opposed', 'mixed', 'aligned'] as const;
  return drawChart(
    `Alignment ${decimal(value)} on a scale from ${range[0]} to ${range[1]}${inside === '' ? '' : `, interval ${inside}`}`,
    frame,
    {
      height: 66,
      marginLeft: 8,
      marginRight: 8,
      marginTop: 12,
      marginBottom: 26,
      x: { domain: range, axis: null },
      y: { domain: [0, 1], axis: null },
      marks: [
        Plot.rect([0], {
          x1: range[0],
          x2: range[1],
          y1: 0.42,
          y2: 0.58,
          className: 'band',
          fill: 'currentColor',
        }),
        Plot.ruleX(
          others.filter((other) => other.value !== null),
          { x: 'value', y1: 0.12, y2: 0.88, className: 'mid-line', strokeOpacity: 0.45 },
        ),
        Plot.rect(
          points.filter((point) => point.low !== null),
          {
            x1: 'low',
            x2: 'high',
            y1: 0.3,
            y2: 0.7,
            className: tone,
            fill: 'currentColor',
            fillOpacity: 0.45,
          },
        ),
        Plot.dot(points, {
          x: 'value',
          y: 0.5,
          r: wide ? 8 : 7,
          className: tone,
          fill: 'currentColor',
        }),
        ...words.map((word, i) =>
          Plot.text(
            [`${decimal(range[0] + (i / 2) * (range[1] - range[0]), i === 1 ? 1 : 0)} ${word}`],
            {
              x: range[0] + (i / 2) * (range[1] - range[0]),
              frameAnchor: 'bottom',
              dy: 20,
              textAnchor: (['start', 'middle', 'end'] as const)[i] ?? 'middle',
              dx: [-8, 0, 8][i] ?? 0,
              className: 'muted',
            },
          ),
        ),
      ],
    },
  );
}
