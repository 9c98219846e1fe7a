import { methods, provenanceSection } from '../kit/html/about.ts';
import { markup } from '../kit/html/markup.ts';
import { renderPage } from '../kit/html/page.ts';
import { counted, countedSides, decimal } from '../kit/numbers.ts';
import type { Renderable } from '../renderable.ts';
import type { Renderer } from '../renderer.ts';
import { matrixSections, nameOfCountries } from './sections.ts';

/** All pairs of some countries as one page. */
export const render: Renderer<Renderable['matrixReport']> = ({ provenance, ...report }) => {
  const { heatmap, closest, farthest, issues, covered } = report;
  const nameOf = nameOfCountries(report);
  const [near, far] = [closest[0], farthest[0]];
  const countries = countedSides(heatmap.countries);
  const lead =
    near && far
      ? markup`Closest are ${nameOf(near.a)} and ${nameOf(near.b)} (<b>${decimal(near.value)}</b>), farthest apart ${nameOf(far.a)} and ${nameOf(far.b)} (<b>${decimal(far.value)}</b>).`
      : markup`There are too few pairs with enough joint issues to rank them.`;
  const header = markup`<p class="kicker">Alignment report</p>
<h1>Who stands with whom among ${countries}</h1>
<p class="lead">${lead} ${counted(heatmap.dyads.length, 'pair')}, ${counted(issues, 'issue')}; the catalogs know positions of ${counted(covered, 'country')}.</p>`;
  return renderPage({
    title: `${countries}: alignment report`,
    description: `Alignment of ${counted(heatmap.dyads.length, 'pair')} among ${countries} on ${counted(issues, 'issue')}.`,
    header,
    sections: [
      ...matrixSections(report),
      {
        id: 'methods',
        title: 'Methods in brief',
        body: methods(report.measure, provenance, 'matrix'),
      },
    ],
    footer: provenanceSection(provenance, report.catalogs),
  });
};
