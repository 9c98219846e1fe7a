import { counted, decimal } from '../numbers.ts';
import { drawChart, type Drawing, type Frame, Plot } from './draw.ts';
import { estimateMarks, grid, scaleAxis, scaleTicks } from './marks.ts';
import { rowLayout, rowTexts } from './rows.ts';

import type { PartScore } from '../../../results/score.ts';

interface PartRow {
  readonly row: number;
  readonly label: string;
  readonly end: string;
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
}

/** Parts with a value, those with an interval first: what rests on few issues stands apart. */
function rowsOf(parts: readonly PartScore[]): readonly PartRow[] {
  const known = parts.filter(({ value }) => value !== null);
  const sure = known.filter(({ low }) => low !== null);
  const thin = known.filter(({ low }) => low === null);
  const gap = sure.length > 0 && thin.length > 0 ? 1 : 0;
  return [...sure, ...thin].map(({ title, joint, value, low, high }, i) => ({
    row: i < sure.length ? i : i + gap,
    label: `${title} (${joint})`,
    end: decimal(value),
    value: value ?? 0,
    low,
    high,
  }));
}

/** Dot and interval of each topic or catalog; without an interval (fewer than five issues) the dot is hollow. */
export function drawBreakdown(
  kind: 'topic' | 'catalog',
  parts: readonly PartScore[],
  range: readonly [number, number],
  frame: Frame,
): Drawing {
  const rows = rowsOf(parts);
  const sure = rows.filter(({ low }) => low !== null);
  const thin = rows.filter(({ low }) => low === null);
  const last = rows.at(-1)?.row ?? 0;
  const first = thin[0];
  const byValue = parts.toSorted((x, y) => (y.value ?? -Infinity) - (x.value ?? -Infinity));
  const [best, worst] = [byValue[0], byValue.at(-1)];
  const label = `Alignment by ${kind}, ${counted(parts.length, kind)}${best && worst ? `: from ${best.title}, ${decimal(best.value)}, to ${worst.title}, ${decimal(worst.value)}` : ''}.`;
  const heading =
    sure.length > 0 && first
      ? [{ row: first.row - 1, label: 'Fewer than five issues', end: '' }]
      : [];
  return drawChart(label, frame, {
    ...rowLayout(last + 1, frame),
    x: { domain: range, axis: null },
    marks: [
      Plot.gridX(scaleTicks(range), grid),
      Plot.axisX(scaleTicks(range), { ...scaleAxis, anchor: 'top' }),
      ...estimateMarks(rows, 'x', 'row'),
      ...rowTexts(sure, frame, 'strong'),
      ...rowTexts(thin, frame, 'muted'),
      ...rowTexts(heading, frame, 'heading strong'),
    ],
  });
}
