import { drawScore } from '../kit/charts/score.ts';
import { writePage } from '../explanation/page.ts';
import { count, counted, decimal, interval, signed } from '../kit/numbers.ts';
import type { Renderable } from '../renderable.ts';
import type { Renderer } from '../renderer.ts';
import { extentWords, headlineFigure } from '../score/words.ts';
import { methods, provenanceList } from '../kit/html/about.ts';
import { dyadSections } from './sections.ts';
import { figure } from '../kit/html/figure.ts';
import { type Markup, markup } from '../kit/html/markup.ts';
import { matrixSections, nameOfCountries } from '../matrix-report/sections.ts';
import { renderPage, type Section } from '../kit/html/page.ts';
import { sourceList } from '../kit/html/sources.ts';
import { leadParagraph, verdictSentence } from './words.ts';
import type { ScoreResult } from '../../results/score.ts';

interface KeyFigure {
  readonly term: string;
  readonly value: string;
  readonly about: string;
}

function keyFigures(figures: readonly KeyFigure[]): Markup {
  return markup`<dl class="figures">${figures.map(
    ({ term, value, about }) =>
      markup`<div><dt>${term}</dt><dd><span class="figure-number">${value}</span> ${about}</dd></div>\n`,
  )}</dl>`;
}

function dyadFigures({ alignment, measures, depth, interactions }: ScoreResult): KeyFigure[] {
  const kappa = measures.find(({ id }) => id === 'kappa');
  const range = interval(alignment.low, alignment.high);
  const acted = depth.joint + depth.coordinated;
  return [
    {
      term: alignment.measure === 'agreement' ? 'Alignment' : `Alignment (${alignment.measure})`,
      value: headlineFigure(alignment),
      about: range === '' ? (alignment.reason ?? '') : `95 % interval ${range}`,
    },
    {
      term: 'Beyond chance (kappa)',
      value: decimal(kappa?.value ?? null),
      about: kappa ? interval(kappa.low, kappa.high) || (kappa.reason ?? '') : '',
    },
    {
      term: 'Acted together',
      value: count(acted),
      about: `of ${counted(depth.aligned, 'issue')} on which they stand on the same side`,
    },
    {
      term: 'Interactions (Goldstein)',
      value: signed(interactions.meanGoldstein),
      about: `mean of ${counted(interactions.n, 'interaction')}, from −10 to +10`,
    },
  ];
}

function closing(
  provenance: Renderable['report']['provenance'],
  catalogs: Renderable['report']['catalogs'],
): Markup {
  return markup`<section aria-labelledby="provenance-title">
<h2 id="provenance-title">Provenance</h2>
${provenanceList(provenance, catalogs)}
</section>`;
}

/** A dyad as one page: the verdict and the doubt beside it first, the evidence and its sources last. */
export const renderReportHtml: Renderer<Renderable['report']> = ({ provenance, ...report }) => {
  const { score, range, neighbourhood } = report;
  const page = writePage(report.explanation);
  // The marks of the prose count from 1: its sources come first.
  const cited = new Set(page.sources.map(({ id }) => id));
  const sources = [...page.sources, ...report.sources.filter(({ id }) => !cited.has(id))];
  const sentence = verdictSentence(score);
  const others = neighbourhood.dyads.filter(({ a, b }) =>
    score.countries.some(({ code }) => code !== a && code !== b),
  );
  const header = markup`<p class="kicker">Alignment report · ${extentWords(score)}</p>
<h1>${sentence}</h1>
${leadParagraph(score)}
<div class="score-figure">${figure(
    (frame) => drawScore(score, others, range, frame),
    'The dot is their score, the bar its 95 % interval; each stroke is another pair among the countries of the map below.',
  )}</div>
${keyFigures(dyadFigures(score))}`;
  const ending: readonly Section[] = [
    { id: 'sources', title: 'Sources', body: sourceList(sources) },
    {
      id: 'methods',
      title: 'Methods in brief',
      body: methods(score.alignment.measure, provenance, 'dyad'),
    },
  ];
  return renderPage({
    title: `${score.countries.map(({ name }) => name).join(' – ')}: alignment report`,
    description: `${sentence}: alignment ${headlineFigure(score.alignment)}, ${extentWords(score)}.`,
    header,
    sections: [...dyadSections({ ...report, sources }, page), ...ending],
    footer: closing(provenance, report.catalogs),
  });
};

/** All pairs of some countries as one page. */
export const renderMatrixReportHtml: Renderer<Renderable['matrixReport']> = ({
  provenance,
  ...report
}) => {
  const { heatmap, closest, farthest, issues, covered } = report;
  const nameOf = nameOfCountries(report);
  const [near, far] = [closest[0], farthest[0]];
  const countries = counted(heatmap.countries.length, 'country');
  const lead =
    near && far
      ? markup`Closest are ${nameOf(near.a)} and ${nameOf(near.b)} (<b>${decimal(near.value)}</b>), farthest apart ${nameOf(far.a)} and ${nameOf(far.b)} (<b>${decimal(far.value)}</b>).`
      : markup`There are too few pairs with enough joint issues to rank them.`;
  const header = markup`<p class="kicker">Alignment report</p>
<h1>Who stands with whom among ${countries}</h1>
<p class="lead">${lead} ${counted(heatmap.dyads.length, 'pair')}, ${counted(issues, 'issue')}; the catalogs know positions of ${counted(covered, 'country')}.</p>`;
  return renderPage({
    title: `${countries}: alignment report`,
    description: `Alignment of ${counted(heatmap.dyads.length, 'pair')} of countries on ${counted(issues, 'issue')}.`,
    header,
    sections: [
      ...matrixSections(report),
      {
        id: 'methods',
        title: 'Methods in brief',
        body: methods(report.measure, provenance, 'matrix'),
      },
    ],
    footer: closing(provenance, report.catalogs),
  });
};

export { renderMatrixReportSvg, renderReportSvg } from './svg.ts';
