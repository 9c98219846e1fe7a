import { drawIdealPoints } from '../kit/charts/ideal-points.ts';
import { left, right } from '../kit/columns.ts';
import { provenanceSection } from '../kit/html/about.ts';
import { dataTable, figure } from '../kit/html/figure.ts';
import { isolated, type Markup, markup } from '../kit/html/markup.ts';
import { renderPage } from '../kit/html/page.ts';
import { count, decimal, interval, percent } from '../kit/numbers.ts';
import type { Renderable } from '../renderable.ts';
import type { Renderer } from '../renderer.ts';
import { bySession } from './by-session.ts';
import { extentWords, latestPoints, nameOf, noteWords, rankWords, titleWords } from './words.ts';

type Result = Renderable['idealPoints'];

function latest(result: Result): Markup {
  return dataTable(
    [left('Country'), right('Point'), right('90 % interval'), right('Rank'), right('Percentile')],
    latestPoints(result).map((point) => ({
      cells: [
        isolated(nameOf(result, point.country)),
        decimal(point.value),
        interval(point.low, point.high),
        rankWords(point, result),
        percent(point.percentile),
      ],
    })),
    { label: 'The countries of the chart in their last session' },
  );
}

/** All countries in the last session that any of them has. */
function everyone(result: Result): Markup {
  const last = Math.max(...result.points.map(({ session }) => session));
  const own = result.points
    .filter(({ session }) => session === last)
    .toSorted((x, y) => x.rank - y.rank);
  return markup`<form class="filters" hidden aria-label="Filter the countries">
<label>Words<input name="words" type="search" autocomplete="off"></label>
<output aria-live="polite"></output>
</form>
${dataTable(
  [
    { title: 'Country', by: 'ascending' },
    { ...right('Rank'), by: 'ascending' },
    { ...right('Point'), by: 'descending' },
    right('90 % interval'),
    { ...right('Votes'), by: 'descending' },
  ],
  own.map(({ country, rank, value, low, high, n }) => ({
    cells: [
      isolated(nameOf(result, country)),
      { content: count(rank), sort: rank },
      { content: decimal(value), sort: value },
      interval(low, high),
      { content: count(n), sort: n },
    ],
  })),
  { label: 'Countries in the last session', sortable: true },
)}`;
}

const method = markup`<div class="methods">
<p>A country’s ideal point is its place on the one dimension that best tells who votes yes, abstains or votes no. Each text has two cut points on it and a discrimination, by which it separates the two sides; a country’s point moves from session to session by a random walk (Bailey, Strezhnev and Voeten 2017). It is fitted by an approximation rather than by sampling, so that the same votes give the same points.</p>
<p>Votes alone do not fix the level and the scale of a session. They come from the walk and from texts that return in the next session under the same title with nearly the same votes; where there is none, they are a convention, and a change of all countries at once cannot be told from a change of agenda.</p>
</div>`;

/** The chart, the numbers behind it and what to make of them, as one page. */
export const render: Renderer<Result> = (result) => {
  const { charted, catalogs, provenance } = result;
  const names = charted.map((code) => nameOf(result, code));
  const title = titleWords(result);
  const { columns, rows } = bySession(result);
  return renderPage({
    title: `${names.join(', ')}: ${title.toLowerCase()}`,
    description: `${title} of ${names.join(', ')}, ${extentWords(result)}.`,
    header: markup`<p class="kicker">${extentWords(result)}</p>
<h1>${title}</h1>
${noteWords(result).map((note) => markup`<p>${note}</p>\n`)}`,
    sections: [
      {
        id: 'chart',
        title: 'Over time',
        body: figure(
          (frame) => drawIdealPoints(result, frame),
          'Points with their 90 % intervals, which are for positions within a session.',
          {
            title: 'The numbers by session',
            table: dataTable(
              columns,
              rows.map((cells) => ({ cells })),
              { label: 'Points by session' },
            ),
          },
        ),
      },
      { id: 'latest', title: 'In the last session', body: latest(result) },
      ...(result.countries.length > charted.length
        ? [{ id: 'everyone', title: 'Every country', body: everyone(result) }]
        : []),
      { id: 'methods', title: 'Methods in brief', body: method },
    ],
    footer: provenanceSection(provenance, catalogs),
  });
};
