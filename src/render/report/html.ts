import { drawScore } from '../kit/charts/score.ts';
import { writePage } from '../explanation/page.ts';
import { count, counted, decimal, interval, signed } from '../kit/numbers.ts';
import type { Renderable } from '../renderable.ts';
import type { Renderer } from '../renderer.ts';
import { extentWords, headlineFigure } from '../score/words.ts';
import { methods, provenanceSection } from '../kit/html/about.ts';
import { dyadSections } from './sections.ts';
import { figure } from '../kit/html/figure.ts';
import { type Markup, markup } from '../kit/html/markup.ts';
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

/** A dyad as one page: the verdict and the doubt beside it first, the evidence and its sources last. */
export const render: Renderer<Renderable['report']> = ({ provenance, ...report }) => {
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
    footer: provenanceSection(provenance, report.catalogs),
  });
};
