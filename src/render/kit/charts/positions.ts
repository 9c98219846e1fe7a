import { counted } from '../numbers.ts';
import { findDisagreements } from '../../../analysis/disagreements.ts';
import { disagreementTitle, isStanceScale } from '../wording.ts';
import { drawChart, type Drawing, type Frame, Plot } from './draw.ts';
import { dot, grid, ring } from './marks.ts';
import { rowLayout, rowTexts } from './rows.ts';
import type { SideLabel } from '../../../results/parts.ts';
import type { IssueScore } from '../../../results/score.ts';

/** More rows than this are left to the table. */
export const mostDisagreements = 24;

const stanceEnds = ['against', 'neutral', 'for'];
/** Where scales have labels of their own. */
const labelEnds = ['first label', '', 'last label'];

const anchors = ['start', 'middle', 'end'] as const;

/** Where each stands on the issues that divide them most: a dot for the first, a ring for the second. */
export function drawPositions(
  issues: readonly IssueScore[],
  countries: readonly [SideLabel, SideLabel],
  frame: Frame,
): Drawing {
  const all = findDisagreements(issues);
  const [a, b] = [countries[0].name, countries[1].name];
  const shown = all.slice(0, mostDisagreements);
  const ends = shown.every(({ scale }) => isStanceScale(scale)) ? stanceEnds : labelEnds;
  const rows = shown.flatMap((disagreement, row) => {
    const last = disagreement.issues.at(-1);
    if (!last) return [];
    const [x, y] = last.values;
    return [
      { row, label: disagreementTitle(disagreement), end: last.date.slice(0, 4), a: x, b: y },
    ];
  });
  const wide = frame === 'wide';
  const layout = rowLayout(rows.length, frame);
  const legend = wide ? 24 : 30;
  const top = layout.marginTop + legend;
  const place = { frameAnchor: 'top-left', dy: -top + 8 } as const;
  const left = wide ? -layout.marginLeft + 6 : 1;
  const key = (name: string, mark: typeof dot | typeof ring, dx: number) => [
    Plot.dot([0], { ...mark, ...place, dx }),
    Plot.text([name], {
      ...place,
      lineAnchor: 'middle',
      dx: dx + 10,
      textAnchor: 'start',
      className: 'strong',
    }),
  ];
  const both = rows.filter((row) => row.a !== null && row.b !== null);
  return drawChart(
    `Positions of ${a} and ${b} on ${counted(rows.length, 'matter')} of ${all.length} on which they differ.`,
    frame,
    {
      ...layout,
      height: layout.height + legend,
      marginTop: top,
      x: { domain: [-1, 1], axis: null },
      marks: [
        Plot.gridX([-1, 0, 1], grid),
        ...ends.map((word, i) =>
          Plot.text([word], {
            x: i - 1,
            frameAnchor: 'top',
            dy: -14,
            dx: (i - 1) * (wide ? 0 : 5),
            textAnchor: wide ? 'middle' : (anchors[i] ?? 'middle'),
            className: 'muted',
          }),
        ),
        Plot.link(both, { x1: 'a', x2: 'b', y: 'row', className: 'link', strokeWidth: 1.5 }),
        Plot.dot(
          rows.filter((row) => row.b !== null),
          { ...ring, x: 'b', y: 'row' },
        ),
        Plot.dot(
          rows.filter((row) => row.a !== null),
          { ...dot, x: 'a', y: 'row' },
        ),
        ...rowTexts(rows, frame, 'strong'),
        ...key(a, dot, left),
        ...key(b, ring, left + 26 + Math.min(a.length, 22) * 7),
      ],
    },
  );
}
