import type { MatrixReport, RankedDyad } from '../../analysis/report.ts';
import { drawHeatmap } from '../kit/charts/heatmap.ts';
import { left, right } from '../kit/columns.ts';
import { count, decimal, interval } from '../kit/numbers.ts';
import { closestFirst, heatmapLegend, pair } from '../report/sections.ts';
import { dataTable, figure } from '../kit/html/figure.ts';
import { isolated, type Markup, markup } from '../kit/html/markup.ts';
import type { Section } from '../kit/html/page.ts';

type NameOf = (code: string) => Markup;

export function nameOfCountries({ heatmap }: MatrixReport): NameOf {
  const names = new Map(heatmap.countries.map(({ code, name }) => [code, name]));
  return (code) => isolated(names.get(code) ?? code);
}

function ranking(dyads: readonly RankedDyad[], label: string, nameOf: NameOf): Markup {
  return dataTable(
    [left('Pair'), right('Score'), right('95 % interval'), right('n')],
    dyads.map(({ a, b, value, low, high, n }) => ({
      cells: [pair([nameOf(a), nameOf(b)]), decimal(value), interval(low, high), count(n)],
    })),
    { label },
  );
}

/** The parts of a matrix report in the order of the page, before methods. */
export function matrixSections(report: MatrixReport): readonly Section[] {
  const { heatmap, range, closest, farthest, minJoint } = report;
  const nameOf = nameOfCountries(report);
  const rows = closestFirst(heatmap).map(({ names, value, n }) => ({
    cells: [
      ...names,
      { content: decimal(value), sort: value ?? '' },
      { content: count(n), sort: n },
    ],
  }));
  return [
    {
      id: 'heatmap',
      title: 'All pairs',
      broad: heatmap.countries.length > 14,
      body: markup`${heatmapLegend(range)}
${figure(
  (frame) => drawHeatmap(heatmap, range, frame),
  'Countries with similar scores stand together. An empty cell has no joint issue. Pairs rest on different numbers of issues: the table has them.',
)}`,
    },
    {
      id: 'closest',
      title: 'Closest and farthest',
      body: markup`<p class="note">Only pairs with at least ${count(minJoint)} joint issues, half as many as the median pair.</p>
<h3>Closest</h3>
${ranking(closest, 'Closest pairs', nameOf)}
<h3>Farthest</h3>
${ranking(farthest, 'Farthest pairs', nameOf)}`,
    },
    {
      id: 'pairs',
      title: 'Every pair',
      body: markup`<form class="filters" hidden aria-label="Filter the pairs">
<label>Words<input name="words" type="search" autocomplete="off"></label>
<output aria-live="polite"></output>
</form>
${dataTable(
  [
    { title: 'Country', by: 'ascending' },
    { title: 'and', by: 'ascending' },
    { ...right('Score'), by: 'descending' },
    { ...right('n'), by: 'descending' },
  ],
  rows,
  { label: 'Every pair, closest first', sortable: true, dense: true },
)}`,
    },
  ];
}
