import { provenanceSection } from '../kit/html/about.ts';
import { dataTable, figure } from '../kit/html/figure.ts';
import { isolated, type Markup, markup } from '../kit/html/markup.ts';
import { renderPage, type Section } from '../kit/html/page.ts';
import { periodWords } from '../kit/dates.ts';
import { joined } from '../kit/joined.ts';
import type { Renderable } from '../renderable.ts';
import type { Renderer } from '../renderer.ts';
import { drawPart, drawPeriods } from './charts.ts';
import { type Part, partsOf, titledColumns } from './parts.ts';
import { breaksInWords, breakWords, interactionsTitle, periodUnit, totalWords } from './words.ts';

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

const captions = [
  'How many were cooperative (weight above 0), above the line, and conflictual (below 0), below it.',
  'The mean Goldstein weight with its 95 % interval. A hollow dot rests on fewer than five interactions and has no interval.',
] as const;

function periodSection(result: Interactions, part: Part): Section {
  const { breaks } = result;
  const items = (breaks ?? []).map((each) => markup`<li>${breakWords(each)}</li>\n`);
  const drawn = drawPeriods(result, 'wide').map((_, i) => {
    const caption = joined(
      [
        captions[i],
        i === 1 &&
          items.length > 0 &&
          'Upright lines are breaks, broad level lines the means of the years between them.',
      ],
      ' ',
    );
    return figure(
      (frame) => drawPeriods(result, frame)[i]!,
      caption,
      i === 1 ? { title: 'The numbers as a table', table: tableOf(part) } : undefined,
    );
  });
  return {
    id: 'periods',
    title: `By ${periodUnit(result)}`,
    body: markup`<p>${breaksInWords(result)}</p>
${items.length > 0 && markup`<ul class="items">\n${items}</ul>`}
${drawn}${note(part)}`,
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

const methods = markup`<div class="methods">
<h3>Interactions</h3>
<p>Events carry a CAMEO code and its Goldstein weight, from −10 (most conflictual) to +10 (most cooperative). One among several countries counts once here, and once for each partner. The sources record more of some years than of others, so that every number of interactions stands beside that of all interactions of the sources in the same time. They are no part of any score of alignment.</p>
<h3>Interval and breaks</h3>
<p>Wilson’s 95 % interval of the mean weight, each interaction a piece of evidence of its own; it knows nothing of errors in coding, nor of one event that was coded twice. Fewer than five interactions have none. Breaks are change points of the yearly mean: the least penalised sum of squares, years with five interactions or more, three years or more between breaks (Jackson et al. 2005), each year weighed by its interval and by what years vary by besides. A break may be another coverage as well as another behaviour.</p>
</div>`;

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
      { id: 'methods', title: 'Methods in brief', body: methods },
    ],
    footer: provenanceSection(provenance),
  });
};
