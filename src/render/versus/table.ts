import { type Column, growing, left, right } from '../kit/columns.ts';
import { count, counted, decimal, interval, signed } from '../kit/numbers.ts';
import { leastWidth } from '../kit/pieces.ts';
import { paragraph, table, wrap } from '../kit/text.ts';
import { titleWithExtent } from '../kit/title.ts';
import type { Renderable } from '../renderable.ts';
import type { Renderer } from '../renderer.ts';
import { overlapWord, rowsOf, type VersusRow, versusPeriodWords, versusWords } from './words.ts';

const mostTopics = 8;
/** From these widths on both periods stand on one line, and clusters beside the issues. */
const [oneLine, withClusters] = [78, 104] as const;

const half = ({ n, value, low, high }: VersusRow['before']): readonly string[] => [
  count(n),
  decimal(value),
  interval(low, high).replaceAll(' ', ''),
];

/** Both periods on a line, with their clusters where there is room. */
function across(width: number) {
  const wide = width >= withClusters;
  const columns = (name: string): readonly Column[] => [
    right('n'),
    ...(wide ? [right('clusters')] : []),
    right(name),
    left('95 %'),
  ];
  const cells = (of: VersusRow['before']) => {
    const [n = '', ...rest] = half(of);
    return [n, ...(wide ? [count(of.clusters)] : []), ...rest];
  };
  return {
    columns: [
      growing(''),
      ...columns('then'),
      ...columns('now'),
      right('change'),
      left('intervals'),
    ],
    rows: (row: VersusRow) => [
      [
        row.title,
        ...cells(row.before),
        ...cells(row.after),
        signed(row.change, 2),
        overlapWord(row),
      ],
    ],
  };
}

/** Of the other columns where one period stands below the other. */
const others = 50;

/** One period below the other, for a narrow window; what does not fit of a title stands beside the later one. */
const below = (width: number) => ({
  columns: [
    growing(''),
    left(''),
    right('n'),
    right(''),
    left('95 %'),
    right('change'),
    left('intervals'),
  ],
  rows: (row: VersusRow) => {
    const [first = '', ...rest] = wrap(
      row.title,
      Math.max(leastWidth(row.title, true), width - others),
    );
    return [
      [first, 'then', ...half(row.before), '', ''],
      [rest.join(' '), 'now', ...half(row.after), signed(row.change, 2), overlapWord(row)],
    ];
  },
});

/** Then and now in words, and side by side in one table. */
export const render: Renderer<Renderable['versus']> = (result, context) => {
  const { width, color } = context;
  const [a, b] = result.countries;
  const all = rowsOf(result);
  const topics = all.filter(({ group }) => group === 'topic');
  const shown = result.full ? topics : topics.slice(0, mostTopics);
  const rest = topics.length - shown.length;
  const { columns, rows } = width >= oneLine ? across(width) : below(width);
  const extent = `then ${versusPeriodWords(result.before)} · now ${versusPeriodWords(result.after)}`;
  const groups = (['alignment', 'measure', 'catalog'] as const).map((group) =>
    all.filter((row) => row.group === group),
  );
  const lines = [...groups, shown]
    .filter((group) => group.length > 0)
    .flatMap((group, i) => [...(i > 1 ? [['']] : []), ...group.flatMap(rows)]);
  return [
    ...titleWithExtent(`${a.name} – ${b.name}`, extent, context),
    '',
    ...versusWords(result).map((words) => paragraph(words, width, '  ')),
    '',
    table(columns, lines, width, { indent: '  ', header: color.bold }),
    ...(rest > 0 ? [`  ${color.dim(`and ${counted(rest, 'more topic')}: --full`)}`] : []),
    '',
  ].join('\n');
};
