import { changeMethods, provenanceSection } from '../kit/html/about.ts';
import { isolated, markup } from '../kit/html/markup.ts';
import { renderPage, type Section } from '../kit/html/page.ts';
import type { Renderable } from '../renderable.ts';
import type { Renderer } from '../renderer.ts';
import { trendOfDyad } from './section.ts';
import { capital, dyadsOf, pairWords, pointWords, spanWords, trendTitle } from './words.ts';

/** A section a dyad: breaks in words, the chart, the numbers. */
export const render: Renderer<Renderable['trend']> = ({ provenance, ...trend }) => {
  const title = trendTitle(trend);
  const dyads = dyadsOf(trend).map((dyad, i): Section => ({
    id: `dyad-${i + 1}`,
    title: pairWords(trend, ...dyad),
    body: trendOfDyad(trend, dyad),
  }));
  const [first, ...others] = trend.countries.map(({ name }) => isolated(name));
  const names =
    others.length === 0
      ? markup`${first} and its own past`
      : markup`${first} ${others.length === 1 ? 'and' : 'with'} ${others.map((name, i) => markup`${i > 0 && (i === others.length - 1 ? ' and ' : ', ')}${name}`)}`;
  return renderPage({
    title,
    description: `${title}, ${spanWords(trend)}.`,
    header: markup`<p class="kicker">Alignment over time · ${spanWords(trend)}</p>
<h1>${names}</h1>
<p class="lead">${capital(pointWords(trend))}.</p>`,
    sections: [
      ...dyads,
      {
        id: 'methods',
        title: 'Methods in brief',
        body: changeMethods(trend.measure, provenance, 'trend'),
      },
    ],
    footer: provenanceSection(provenance),
  });
};
