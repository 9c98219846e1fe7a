import type { DriftTopic } from '../../../results/drift.ts';
import { signed } from '../numbers.ts';
import { drawChart, type Drawing, type Frame, Plot } from './draw.ts';
import { axis, grid } from './marks.ts';
import { rowLayout, rowTexts } from './rows.ts';

/** More topics are left to the table. */
export const mostTopics = 16;

/** At the right of a wide chart, for two numbers a row; the second begins so far before the end. */
const [endRoom, numberRoom] = [118, 58] as const;

/** A round number that all effects lie within. */
function reach(topics: readonly DriftTopic[]): number {
  const most = Math.max(
    ...topics.flatMap(({ agenda, behaviour }) => [Math.abs(agenda), Math.abs(behaviour)]),
  );
  return [0.02, 0.04, 0.1, 0.2, 0.4, 1].find((bound) => most <= bound) ?? 2;
}

/** Two bars a topic: points of the change that come from its share of the agenda, and from its mean. */
export function drawDrift(label: string, topics: readonly DriftTopic[], frame: Frame): Drawing {
  const shown = topics.slice(0, mostTopics);
  const rows = shown.map((topic, row) => ({
    ...topic,
    row,
    label: topic.title,
    end: signed(topic.behaviour, 3),
    first: signed(topic.agenda, 3),
  }));
  const wide = frame === 'wide';
  const layout = rowLayout(rows.length, frame);
  const marginTop = layout.marginTop + 24;
  // On a narrow chart labels stand above the bars.
  const [middle, thick] = wide ? [-0.02, 1] : [0.1, 0.6];
  const edge = reach(shown);
  const ticks = [-edge, -edge / 2, 0, edge / 2, edge];
  const bar = (what: 'agenda' | 'behaviour', className: string, from: number, to: number) =>
    Plot.rect(rows, {
      x1: 0,
      x2: what,
      y1: ({ row }: { readonly row: number }) => row + from,
      y2: ({ row }: { readonly row: number }) => row + to,
      className,
      fill: 'currentColor',
    });
  const place = { frameAnchor: 'top-left', dy: 8 - marginTop } as const;
  const left = wide ? -layout.marginLeft : -layout.marginLeft + 2;
  const key = (name: string, className: string, dx: number) => [
    Plot.dot([0], {
      ...place,
      symbol: 'square',
      r: 5,
      dx: dx + 6,
      className,
      fill: 'currentColor',
    }),
    Plot.text([name], {
      ...place,
      dx: dx + 17,
      textAnchor: 'start',
      lineAnchor: 'middle',
      className: 'strong',
    }),
  ];
  return drawChart(label, frame, {
    ...layout,
    marginTop,
    marginRight: wide ? endRoom : layout.marginRight,
    height: layout.height + 24,
    x: { domain: [-edge, edge], axis: null },
    marks: [
      Plot.gridX(ticks, grid),
      // At the edges of a narrow chart there is no room for labels.
      Plot.axisX(wide ? ticks : ticks.slice(1, -1), {
        ...axis,
        anchor: 'top',
        tickFormat: (value: number) => signed(value, 2),
      }),
      Plot.ruleX([0], { className: 'mid-line' }),
      bar('agenda', 'muted', middle - 0.28 * thick, middle),
      bar('behaviour', 'fill-a', middle + 0.04 * thick, middle + 0.32 * thick),
      Plot.text(rows, {
        y: 'row',
        text: 'first',
        frameAnchor: 'right',
        textAnchor: 'end',
        dx: (wide ? endRoom : layout.marginRight - 8) - numberRoom,
        dy: wide ? 0 : -17,
        fontVariant: 'tabular-nums',
        className: 'muted',
      }),
      ...rowTexts(rows, frame, 'strong', wide ? { marginRight: endRoom } : { labelEms: 17 }),
      ...key('another agenda', 'muted', left),
      ...key('another behaviour', 'fill-a', left + 132),
    ],
  });
}
