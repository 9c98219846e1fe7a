import { drawScatter } from '../kit/charts/scatter.ts';
import { left, right } from '../kit/columns.ts';
import { groupFacts } from '../kit/group.ts';
import { dataTable, figure } from '../kit/html/figure.ts';
import { groupProvenance, leftOutNote } from '../kit/html/group.ts';
import { isolated, markup } from '../kit/html/markup.ts';
import { renderPage } from '../kit/html/page.ts';
import { count, counted, countedSides, decimal, percent } from '../kit/numbers.ts';
import type { Renderable } from '../renderable.ts';
import type { Renderer } from '../renderer.ts';
import { axisWords, fitWords } from './words.ts';

/** The map as one page, with the places of all countries and how well it fits. */
export const render: Renderer<Renderable['map']> = (result) => {
  const { points, axes, eigenvalues, negative, provenance } = result;
  const countries = countedSides(points);
  const places = dataTable(
    [
      { title: 'Country', by: 'ascending' },
      { ...right('Axis 1'), by: 'descending' },
      { ...right('Axis 2'), by: 'descending' },
      { ...right('Error'), by: 'descending' },
    ],
    points.map(({ name, x, y, error }) => ({
      cells: [
        isolated(name),
        ...[x, y, error].map((value) => ({ content: decimal(value), sort: value })),
      ],
    })),
    { label: 'Places of the countries', sortable: true },
  );
  const largest = dataTable(
    [left('Axis'), right('Eigenvalue'), right('Share of all')],
    axes.map(({ eigenvalue, share }, i) => ({
      cells: [
        count(i + 1),
        decimal(eigenvalue, 3),
        share === null ? decimal(null) : percent(share),
      ],
    })),
    { label: 'The axes' },
  );
  return renderPage({
    title: `${countries}: map of divergences`,
    description: `Classical scaling of the divergences of ${countries}.`,
    header: markup`<p class="kicker">Map · ${groupFacts(result).join(' · ')}</p>
<h1>Where ${countries} stand</h1>
<p class="lead">Near each other on the map are countries whose positions are near. Fit: ${fitWords(result)}.</p>`,
    sections: [
      {
        id: 'map',
        title: 'The map',
        body: markup`${figure(
          (frame) => drawScatter(points, [axes[0].share, axes[1].share], frame),
          `${axisWords(result)}. A dot without a label had no room for one.`,
        )}
${leftOutNote(result)}`,
      },
      {
        id: 'fit',
        title: 'How well it fits',
        body: markup`<p class="note">${counted(eigenvalues.length, 'eigenvalue')} in all, ${count(negative.n)} of them below 0.</p>
${largest}`,
      },
      {
        id: 'places',
        title: 'Places',
        body: markup`<p class="note">Error: how far the distances of a country on the map are from its divergences, on average.</p>
${places}`,
      },
      {
        id: 'methods',
        title: 'Methods in brief',
        body: markup`<div class="methods"><p>Classical scaling (Torgerson 1952): the squared divergences of all dyads, centred by row and column, are taken apart into eigenvectors, of which the first two are the axes. Divergence is 1 less the place of the measure between its farthest and its nearest value. Countries with too few joint issues with others are left out.</p></div>`,
      },
    ],
    footer: groupProvenance(provenance),
  });
};
