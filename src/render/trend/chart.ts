import { rangeOf } from '../../analysis/arrange.ts';
import { describeMeasure } from '../../measures/registry.ts';
import type { TrendResult } from '../../results/trend.ts';
import type { Drawing, Frame } from '../kit/charts/draw.ts';
import { placeOf } from '../kit/charts/place-of-period.ts';
import { drawTrend } from '../kit/charts/trend.ts';
import { counted } from '../kit/numbers.ts';
import {
  type DyadOfTrend,
  isOf,
  breaksAreOfPoints,
  pairWords,
  pointWords,
  shortBreakWords,
} from './words.ts';

interface ChartSetting {
  /** Names the dyad where nothing else does. */
  readonly heading?: string | null;
  /** Without a page around it, so that it says itself what its breaks are. */
  readonly alone?: boolean;
}

/** One dyad of a trend as a chart; all of a trend have the same scales. */
export function drawDyad(
  trend: TrendResult,
  dyad: DyadOfTrend,
  frame: Frame,
  { heading = null, alone = false }: ChartSetting = {},
): Drawing {
  const places = trend.points.map(({ period }) => placeOf(period));
  const points = trend.points.filter(isOf(dyad));
  const breaks = trend.breaks.filter(isOf(dyad));
  const words = breaks.map((each) => shortBreakWords(trend, each));
  const said = [
    `${pairWords(trend, ...dyad)}: ${pointWords(trend)}, ${counted(points.length, 'point')} from ${points[0]?.period ?? ''} to ${points.at(-1)?.period ?? ''}.`,
    ...words.map((each) => `${each}.`),
  ];
  return drawTrend(
    {
      heading,
      label: said.join(' '),
      points,
      breaks,
      breakWords: alone ? words : [],
      showsMeans: breaksAreOfPoints(trend),
      overall: trend.overall.find(isOf(dyad))?.value ?? null,
      span: [Math.min(...places), Math.max(...places)],
    },
    rangeOf(describeMeasure(trend.measure)),
    frame,
  );
}
