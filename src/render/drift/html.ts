import { changeMethods, provenanceSection } from '../kit/html/about.ts';
import { askedPeriod } from '../kit/dates.ts';
import { isolated, markup } from '../kit/html/markup.ts';
import { renderPage } from '../kit/html/page.ts';
import type { Renderable } from '../renderable.ts';
import type { Renderer } from '../renderer.ts';
import { changedVotes, periodsOfDrift, topicsOfDrift } from './section.ts';
import { driftTitle, driftWords } from './words.ts';

/** What moved between two periods as a page: the same texts first. */
export const render: Renderer<Renderable['drift']> = ({ provenance, ...drift }) => {
  const [a, b] = drift.countries.map(({ name }) => isolated(name));
  return renderPage({
    title: driftTitle(drift),
    description: driftWords(drift).join(' '),
    header: markup`<p class="kicker">Drift · ${askedPeriod(drift.before)} against ${askedPeriod(drift.after)}</p>
<h1>What moved between ${a} and ${b}</h1>`,
    sections: [
      { id: 'periods', title: 'Then and now', body: periodsOfDrift(drift) },
      { id: 'topics', title: 'Agenda and behaviour', body: topicsOfDrift(drift) },
      { id: 'texts', title: 'Votes that changed on the same texts', body: changedVotes(drift) },
      {
        id: 'methods',
        title: 'Methods in brief',
        body: changeMethods(drift.measure, provenance, 'drift'),
      },
    ],
    footer: provenanceSection(provenance),
  });
};
