import type { Renderable } from '../renderable.ts';
import type { Renderer } from '../renderer.ts';
import type { ChartName } from '../kit/charts/chart-names.ts';
import type { Drawing } from '../kit/charts/draw.ts';
import { drawHeatmap } from '../kit/charts/heatmap.ts';
import { drawInteractions } from '../kit/charts/interactions.ts';
import { drawPositions } from '../kit/charts/positions.ts';
import { standAlone } from '../kit/charts/standalone.ts';
import { drawBreakdown } from '../kit/charts/breakdown.ts';
import { drawTrend } from '../kit/charts/trend.ts';

const draw: Readonly<Record<ChartName, (report: Renderable['report']) => Drawing>> = {
  topics: ({ score, range }) => drawBreakdown('topic', score.topics, range, 'wide'),
  positions: ({ score }) => drawPositions(score.issues, score.countries, 'wide'),
  interactions: ({ score }) => drawInteractions(score.interactions.events, score.countries, 'wide'),
  trend: ({ score, years, range }) => drawTrend(years, score.alignment.value, range, 'wide'),
  matrix: ({ neighbourhood, range }) => drawHeatmap(neighbourhood, range, 'wide'),
};

/** One chart of a dyad's report as a file of its own. */
export const render: Renderer<Renderable['report']> = (report) =>
  standAlone(draw[report.chart](report));
