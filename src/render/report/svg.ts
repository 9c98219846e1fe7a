import type { Told } from '../../analysis/over-time.ts';
import type { ChartName } from '../kit/charts/chart-names.ts';
import type { Drawing } from '../kit/charts/draw.ts';
import { drawBreakdown } from '../kit/charts/breakdown.ts';
import { drawHeatmap } from '../kit/charts/heatmap.ts';
import { drawInteractions } from '../kit/charts/interactions.ts';
import { drawPositions } from '../kit/charts/positions.ts';
import { standAlone } from '../kit/charts/standalone.ts';
import type { Renderable } from '../renderable.ts';
import type { Renderer } from '../renderer.ts';
import { drawThenAndNow, drawTopics } from '../drift/charts.ts';
import { drawPeriods } from '../interactions/charts.ts';
import { driftTitle } from '../drift/words.ts';
import { drawDyad } from '../trend/chart.ts';
import { dyadsOf, trendTitle } from '../trend/words.ts';

type Report = Renderable['report'];

/** A title and what is drawn below it. */
type Picture = readonly [title: string, ...drawings: Drawing[]];

function titled({ score }: Report, what: string): string {
  return `${score.countries.map(({ name }) => name).join(' – ')}: ${what}`;
}

/** A part that was found to be there before it is drawn. */
function told<Result>({ result }: Told<Result>): Result {
  if (result === null) throw new Error('a chart of what cannot be told');
  return result;
}

const pictures: Readonly<Record<ChartName, (report: Report) => Picture>> = {
  topics: (report) => [
    titled(report, 'alignment by topic'),
    drawBreakdown('topic', report.score.topics, report.range, 'wide'),
  ],
  positions: (report) => [
    titled(report, 'where they part'),
    drawPositions(report.score.issues, report.score.countries, 'wide'),
  ],
  interactions: (report) => [
    titled(report, 'interactions'),
    ...(report.interactionsByYear
      ? drawPeriods(report.interactionsByYear, 'wide')
      : [drawInteractions(report.score.interactions.events, report.score.countries, 'wide')]),
  ],
  trend: ({ overTime }) => {
    const result = told(overTime.trend);
    return [
      trendTitle(result),
      ...dyadsOf(result).map((dyad) => drawDyad(result, dyad, 'wide', { alone: true })),
    ];
  },
  drift: ({ overTime }) => {
    const result = told(overTime.drift);
    return [driftTitle(result), drawThenAndNow(result, 'wide'), drawTopics(result, 'wide')];
  },
  matrix: (report) => [
    titled(report, 'among those nearest to them'),
    drawHeatmap(report.neighbourhood, report.range, 'wide'),
  ],
};

/** One chart of a dyad's report as a file of its own. */
export const render: Renderer<Report> = (report) => {
  const [title, ...drawings] = pictures[report.chart](report);
  return standAlone(title, report, ...drawings);
};
