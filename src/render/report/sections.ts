import type { DyadReport, Heatmap } from '../../analysis/report.ts';
import type { InteractionsResult } from '../../results/interactions.ts';
import { findMeasure } from '../../measures/registry.ts';
import { drawHeatmap } from '../kit/charts/heatmap.ts';
import { drawInteractions } from '../kit/charts/interactions.ts';
import { stepLabels } from '../kit/charts/palette.ts';
import { drawPositions, mostDisagreements } from '../kit/charts/positions.ts';
import { drawBreakdown } from '../kit/charts/breakdown.ts';
import { left, right } from '../kit/columns.ts';
import type { Page } from '../explanation/page.ts';
import { joined } from '../kit/joined.ts';
import { count, counted, decimal, interval, signed } from '../kit/numbers.ts';
import { measureSymbols } from '../kit/wording.ts';
import { periodFigures } from '../interactions/period-figures.ts';
import type { Renderable } from '../renderable.ts';
import { interactionWords, unlistedWords } from '../score/words.ts';
import { findDisagreements } from '../../analysis/disagreements.ts';
import { estimateTable } from '../kit/html/estimates.ts';
import { dataTable, figure } from '../kit/html/figure.ts';
import { isolated, type Markup, markup } from '../kit/html/markup.ts';
import { driftSection, trendSection } from './over-time.ts';
import { issueSection } from './issue-table.ts';
import type { PartScore } from '../../results/score.ts';
import type { Section } from '../kit/html/page.ts';
import { paragraphs, prose } from '../kit/html/prose.ts';
import { citations } from '../kit/html/sources.ts';
import { dates, depthTitles, robustnessSentence } from './words.ts';
import { depths, type SectionId } from '../../results/vocabulary.ts';

/** The headline by topic or by catalog. */
function breakdownSection(
  kind: 'topic' | 'catalog',
  parts: readonly PartScore[],
  { range }: DyadReport,
): Section {
  const plural = `${kind}s`;
  const rows = parts.map((part) => ({ ...part, name: isolated(part.title), n: part.joint }));
  return {
    id: plural,
    title: `By ${kind}`,
    body: figure(
      (frame) => drawBreakdown(kind, parts, range, frame),
      `Alignment within each ${kind}, with its 95 % interval; the number of issues in brackets. A hollow dot rests on fewer than five issues and has no interval.`,
      {
        title: `The ${plural} as a table`,
        table: estimateTable(kind === 'topic' ? 'Topic' : 'Catalog', `Alignment by ${kind}`, rows),
      },
    ),
  };
}

/** Nothing where there is but one. */
function catalogSection(report: DyadReport): readonly Section[] {
  const { catalogs } = report.score;
  if (catalogs.length < 2) return [];
  const parts = catalogs.map(({ short, ...part }) => ({ ...part, title: short }));
  return [breakdownSection('catalog', parts, report)];
}

function disagreementSection({ score }: DyadReport): Section {
  const all = findDisagreements(score.issues);
  const [a, b] = score.countries;
  const rest = all.length - mostDisagreements;
  const body =
    all.length === 0
      ? markup`<p>They take the same position on every joint issue of this selection.</p>`
      : figure(
          (frame) => drawPositions(score.issues, score.countries, frame),
          markup`Where ${isolated(a.name)} and ${isolated(b.name)} stand on the ${
            rest > 0
              ? `${mostDisagreements} of ${all.length} matters that divide them most`
              : counted(all.length, 'matter') + ' that divide them'
          }, most divisive first; a vote that recurs stands once. <a href="#issues">All joint issues</a> are in a table below.`,
        );
  return { id: 'partings', title: 'Where they part', body };
}

/** From the deepest to none. */
const deepestFirst = depths.toReversed();

function depthBar({ depth }: DyadReport['score']): Markup {
  const total = depths.reduce((sum, level) => sum + depth[level], 0);
  const widths = deepestFirst.map((level) => (total === 0 ? 0 : (depth[level] / total) * 1000));
  const parts = deepestFirst.map((level, i) => {
    const width = widths[i] ?? 0;
    const x = widths.slice(0, i).reduce((sum, each) => sum + each, 0);
    return (
      width > 0 &&
      markup`<rect class="bar-${depths.indexOf(level)}" x="${(x + 1).toFixed(1)}" width="${Math.max(0, width - 2).toFixed(1)}" height="10"/>`
    );
  });
  return markup`<svg class="bar" viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true">${parts}</svg>`;
}

function depthSection({ score }: DyadReport): Section {
  const rows = deepestFirst.map((level) => {
    const [title, meaning] = depthTitles[level];
    const chip = markup`<span class="whole"><span class="chip bar-${depths.indexOf(level)}"></span>${title}</span>`;
    return { cells: [chip, meaning, count(score.depth[level])] };
  });
  return {
    id: 'depth',
    title: 'Together, or side by side',
    body: markup`${depthBar(score)}
${dataTable([left('Depth'), left('They …'), right('Issues')], rows, { label: 'Joint issues by depth' })}`,
  };
}

/** Told in words alone, where anything is known. */
function membershipSection({ sections }: Page): readonly Section[] {
  return sections.some(({ id }) => id === 'memberships')
    ? [{ id: 'memberships', title: 'Memberships', body: markup`` }]
    : [];
}

const directions = { mutual: '↔', 'a-to-b': '→', 'b-to-a': '←' } as const;

function interactionSection(
  { score, sources }: DyadReport,
  byYear: InteractionsResult | null,
): Section {
  const { interactions, countries } = score;
  const [a, b] = countries;
  const refs = citations(sources);
  const words = {
    mutual: 'both',
    'a-to-b': `${a.name} to ${b.name}`,
    'b-to-a': `${b.name} to ${a.name}`,
  };
  const rows = interactions.events.toReversed().map((event) => ({
    cells: [
      isolated(event.title),
      dates(event.date),
      markup`<span aria-hidden="true">${directions[event.direction]}</span> ${isolated(words[event.direction])}`,
      markup`${signed(event.goldstein)}<span class="sub">${event.label}</span>`,
      refs(event.sources),
    ],
  }));
  const chart = figure(
    (frame) => drawInteractions(interactions.events, countries, frame),
    'Events in the order of time, one a column, on the Goldstein scale from −10 (most conflictual) to +10 (most cooperative). The years stand where they begin.',
    {
      title: 'Events as a table',
      table: dataTable(['Event', 'Date', 'Who', 'Weight', 'Sources'].map(left), rows, {
        label: 'Events between the two, latest first',
        cards: true,
      }),
    },
  );
  const body =
    interactions.n === 0
      ? markup`<p>The catalogs record no interaction between them in this period.</p>`
      : markup`<p>${joined([interactionWords(interactions), unlistedWords(interactions)])}</p>\n${byYear && periodFigures(byYear)}${interactions.events.length > 0 && chart}`;
  return { id: 'interactions', title: 'Interactions', body };
}

/** Pairs of a heatmap with the names of both, the closest first. */
export function closestFirst({ countries, dyads }: Heatmap) {
  const nameOf = new Map(countries.map(({ code, name }) => [code, name]));
  return dyads
    .toSorted((x, y) => (y.value ?? -2) - (x.value ?? -2) || y.n - x.n)
    .map((dyad) => ({
      ...dyad,
      names: [dyad.a, dyad.b].map((code) => isolated(nameOf.get(code) ?? code)),
    }));
}

export const pair = ([a, b]: readonly Markup[]) => markup`${a} – ${b}`;

export function heatmapLegend(range: readonly [number, number]): Markup {
  return markup`<ul class="legend" aria-label="Colours of the scores">${stepLabels(range).map((label, i) => markup`<li class="swatch-${i}">${label}</li>`)}</ul>`;
}

function neighbourSection({ neighbourhood, range }: DyadReport): Section {
  const rows = closestFirst(neighbourhood).map(({ names, n, value }) => ({
    cells: [pair(names), decimal(value), count(n)],
  }));
  return {
    id: 'neighbours',
    title: 'In company',
    body: markup`${heatmapLegend(range)}
${figure(
  (frame) => drawHeatmap(neighbourhood, range, frame),
  'All pairs among the two, the countries that the catalogs cover best and those nearest to the two. Countries with similar scores stand together. Pairs rest on different numbers of issues: see the table.',
  {
    title: 'Pairs as a table',
    table: dataTable([left('Pair'), right('Score'), right('n')], rows, {
      label: 'Pairs of the neighbourhood',
      dense: true,
    }),
  },
)}`,
  };
}

const ruleWords: Readonly<Record<string, string>> = {
  exclude: 'absences left out',
  half: 'one absence counts half',
  abstain: 'absence read as neutral',
  disagree: 'one absence counts as disagreement',
};

function robustnessSection({ score }: DyadReport): Section {
  const { sensitivity, alignment, measures, issues } = score;
  const change = (value: number | null) =>
    value === null || alignment.value === null ? '' : signed(value - alignment.value, 3);
  const titleOf = (id: string) => issues.find((issue) => issue.id === id)?.title ?? id;
  const { min, max } = sensitivity.leaveOneOut;
  const rows = [
    ...Object.entries(sensitivity.absent).map(([rule, value]) => ({
      cells: [ruleWords[rule] ?? rule, decimal(value, 3), change(value)],
    })),
    ...(min === null
      ? []
      : [min, max].map(({ value, issue }) => ({
          cells: [markup`without “${isolated(titleOf(issue))}”`, decimal(value, 3), change(value)],
        }))),
  ];
  const coefficients = measures.map(({ id, value, low, high, reason }) => ({
    cells: [
      markup`${findMeasure(id)?.name ?? id}${measureSymbols[id] !== undefined && measureSymbols[id] !== id && markup` (${measureSymbols[id]})`}`,
      decimal(value),
      interval(low, high) || (value === null ? (reason ?? '') : ''),
    ],
  }));
  return {
    id: 'robustness',
    title: 'How robust is it?',
    body: markup`${robustnessSentence(score)}
${dataTable([left('If …'), right('Score'), right('Change')], rows, { label: 'The score under other choices' })}
${
  coefficients.length > 0 &&
  markup`<h3>By other measures</h3>
${dataTable([left('Measure'), right('Value'), right('95 % interval')], coefficients, { label: 'The same issues by other measures' })}`
}`,
  };
}

/** Which parts of the explanation stand with which charts. */
const told: Readonly<Record<string, readonly SectionId[]>> = {
  topics: ['together'],
  partings: ['apart'],
  depth: ['depth', 'stakes'],
  memberships: ['memberships'],
  interactions: ['interactions'],
  robustness: ['doubt'],
};

/**
 * The parts of a dyad's report in the order of the page, before sources and methods: all in short, then each
 * chart and what there is to say about it.
 */
export function dyadSections(
  { overTime, interactionsByYear, ...report }: Omit<Renderable['report'], 'chart' | 'provenance'>,
  page: Page,
): readonly Section[] {
  const charted = [
    ...catalogSection(report),
    breakdownSection('topic', report.score.topics, report),
    disagreementSection(report),
    depthSection(report),
    ...membershipSection(page),
    interactionSection(report, interactionsByYear),
    trendSection(overTime),
    driftSection(overTime),
    neighbourSection(report),
    robustnessSection(report),
  ].map(({ id, title, body }) => ({
    id,
    title,
    body: markup`${body}\n${(told[id] ?? []).map((part) => prose(page, part))}`,
  }));
  const summary = page.sections
    .filter(({ id }) => id === 'summary')
    .map((section) => ({
      id: section.id,
      title: section.title,
      body: paragraphs(section, page),
    }));
  return [...summary, ...charted, issueSection(report)];
}
