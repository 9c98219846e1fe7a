import { pointOnScale, ruler } from '../kit/bars.ts';
import { left, right } from '../kit/columns.ts';
import { count, decimal, interval } from '../kit/numbers.ts';
import { paragraph, table } from '../kit/text.ts';
import { tone } from '../kit/tone.ts';
import type { Renderable } from '../renderable.ts';
import type { RenderContext, Renderer } from '../renderer.ts';
import { breakWords, dyadsOf, isOf, pairWords, pointWords } from './words.ts';

type Trend = Renderable['trend'];

/** Columns that stand beside the scale. */
const others = 44;

function rows(trend: Trend, points: Trend['points'], { color, width }: RenderContext): string {
  const belowZero = points.some(({ value, low }) => (value ?? 0) < 0 || (low ?? 0) < 0);
  const range: readonly [number, number] = belowZero ? [-1, 1] : [0, 1];
  const scaleWidth = Math.min(61, Math.max(13, width - others));
  return table(
    [
      left(trend.by === 'session' ? 'Session' : 'Year'),
      right('n'),
      left(ruler(range, scaleWidth)),
      right(''),
      left('95 %'),
    ],
    points.map(({ period, n, value, low, high }) => {
      const share = value === null ? null : (value - range[0]) / (range[1] - range[0]);
      return [
        period,
        count(n),
        value === null ? '' : tone(color, share)(pointOnScale(value, low, high, range, scaleWidth)),
        decimal(value),
        interval(low, high).replaceAll(' ', ''),
      ];
    }),
    width,
    { indent: '  ', header: color.bold },
  );
}

/** A line a period: the value on a scale with its interval; then the breaks, in words. */
export const render: Renderer<Trend> = (trend, context) => {
  const { color, width } = context;
  const parts = dyadsOf(trend).map((dyad) => {
    const isOwn = isOf(dyad);
    const breaks = trend.breaks.filter(isOwn);
    return [
      color.bold(pairWords(trend, ...dyad)),
      rows(trend, trend.points.filter(isOwn), context),
      ...(breaks.length === 0
        ? []
        : [
            `  ${color.bold('Breaks')}`,
            ...breaks.map((each) => paragraph(breakWords(each), width, '  ', '    ')),
          ]),
    ].join('\n');
  });
  return [color.dim(pointWords(trend)), ...parts].join('\n\n').concat('\n');
};
