import { interactionMethods, provenanceSection } from '../kit/html/about.ts';
import { dataTable, figure } from '../kit/html/figure.ts';
import { isolated, type Markup, markup } from '../kit/html/markup.ts';
import { renderPage, type Section } from '../kit/html/page.ts';
import { periodWords } from '../kit/dates.ts';
import { joined } from '../kit/joined.ts';
import type { Renderable } from '../renderable.ts';
import type { Renderer } from '../renderer.ts';
import { drawPart } from './charts.ts';
import { periodFigures } from './period-figures.ts';
import { type Part, partsOf, titledColumns } from './parts.ts';
import { interactionsTitle, periodUnit, totalWords } from './words.ts';

type Interactions = Renderable['interactions'];

function tableOf(part: Part): Markup {
  const columns = titledColumns(part);
  return dataTable(
    columns,
    part.rows.map((cells) => ({
      cells: cells.map((cell, place) =>
        columns[place]?.align === 'right' ? cell : isolated(cell),
      ),
    })),
    { label: `${part.title}: numbers` },
  );
}

const note = ({ note: text }: Part) => text !== '' && markup`<p class="note">${text}</p>`;

function periodSection(result: Interactions, part: Part): Section {
  return {
    id: 'periods',
    title: `By ${periodUnit(result)}`,
    body: markup`${periodFigures(result, tableOf(part))}${note(part)}`,
  };
}

function sectionOf(result: Interactions, part: Part): Section {
  const { what, title } = part;
  if (what === 'period') return periodSection(result, part);
  if (what === 'event') return { id: 'events', title, body: markup`${tableOf(part)}${note(part)}` };
  const body = figure(
    (frame) => drawPart(result, part, frame),
    'Cooperative interactions to the right, conflictual ones to the left; at the end the mean Goldstein weight.',
    { title: 'The numbers as a table', table: tableOf(part) },
  );
  return { id: what, title, body: markup`${body}${note(part)}` };
}

/** A section for each part: its chart, with the numbers as a table. */
export const render: Renderer<Interactions> = (result) => {
  const { countries, period, provenance } = result;
  const title = `${interactionsTitle(result)}: interactions`;
  const span = period ? periodWords(period) : '';
  const [a, b] = countries;
  return renderPage({
    title,
    description: `${title}, ${span}.`,
    header: markup`<p class="kicker">Interactions · ${span}</p>
<h1>${isolated(a.name)} ${b ? markup`and ${isolated(b.name)}` : 'with all others'}</h1>
<p class="lead">${joined(totalWords(result))}.</p>`,
    sections: [
      ...partsOf(result).map((part) => sectionOf(result, part)),
      { id: 'methods', title: 'Methods in brief', body: interactionMethods },
    ],
    footer: provenanceSection(provenance),
  });
};
