import { plainResult } from '../plain-text.ts';
import type { Renderer } from './renderer.ts';
import type { Renderable } from './renderable.ts';

/**
 * Every kind of result with the formats it is written in, the default first. To add a format, write its
 * renderer and name it here: the choices of commands, their checks, the extensions of files and
 * completion follow. Renderers are loaded when they are asked for.
 */
const renderers = {
  score: {
    table: () => import('./terminal/score.ts').then((m) => m.renderScore),
    json: () => import('./json.ts').then((m) => m.renderScoreJson),
    csv: () => import('./csv.ts').then((m) => m.renderScoreCsv),
    markdown: () => import('./markdown/score.ts').then((m) => m.renderScoreMarkdown),
  },
  comparison: {
    table: () => import('./terminal/comparison.ts').then((m) => m.renderComparison),
    json: () => import('./comparison.ts').then((m) => m.renderComparisonJson),
    csv: () => import('./comparison.ts').then((m) => m.renderComparisonCsv),
    markdown: () => import('./comparison.ts').then((m) => m.renderComparisonMarkdown),
  },
  explanation: {
    table: () => import('./terminal/explain.ts').then((m) => m.renderExplanation),
    json: () => import('./explain/data.ts').then((m) => m.renderExplanationJson),
    csv: () => import('./explain/data.ts').then((m) => m.renderExplanationCsv),
    markdown: () => import('./markdown/explain.ts').then((m) => m.renderExplanationMarkdown),
    html: () => import('./html/explain.ts').then((m) => m.renderExplanationHtml),
  },
  issueExplanation: {
    table: () => import('./terminal/explain-issue.ts').then((m) => m.renderIssueExplanation),
    json: () => import('./explain/data.ts').then((m) => m.renderIssueExplanationJson),
    csv: () => import('./explain/data.ts').then((m) => m.renderIssueExplanationCsv),
    markdown: () => import('./markdown/explain.ts').then((m) => m.renderIssueExplanationMarkdown),
    html: () => import('./html/explain.ts').then((m) => m.renderIssueExplanationHtml),
  },
  import: {
    table: () => import('./import.ts').then((m) => m.renderImport),
    json: () => import('./import.ts').then((m) => m.renderImportJson),
  },
  matrix: {
    table: () => import('./terminal/heatmap.ts').then((m) => m.renderMatrix),
    json: () => import('./matrix-json.ts').then((m) => m.renderMatrixJson),
    csv: () => import('./matrix-csv.ts').then((m) => m.renderMatrixCsv),
    markdown: () => import('./markdown/matrix.ts').then((m) => m.renderMatrixMarkdown),
  },
  wideMatrix: {
    csv: () => import('./matrix-csv.ts').then((m) => m.renderWideCsv),
  },
  rank: {
    table: () => import('./terminal/rank.ts').then((m) => m.renderRank),
    json: () => import('./rank.ts').then((m) => m.renderRankJson),
    csv: () => import('./rank.ts').then((m) => m.renderRankCsv),
    markdown: () => import('./markdown/rank.ts').then((m) => m.renderRankMarkdown),
  },
  check: {
    table: () => import('./terminal/check.ts').then((m) => m.renderCheck),
    json: () => import('./check-json.ts').then((m) => m.renderCheckJson),
    markdown: () => import('./markdown/check.ts').then((m) => m.renderCheckMarkdown),
    junit: () => import('./junit.ts').then((m) => m.renderCheckJunit),
    github: () => import('./github.ts').then((m) => m.renderCheckGithub),
  },
  overview: {
    table: () => import('./terminal/listing.ts').then((m) => m.renderOverview),
    json: () => import('./listing.ts').then((m) => m.renderOverviewJson),
    csv: () => import('./listing.ts').then((m) => m.renderOverviewCsv),
    markdown: () => import('./listing.ts').then((m) => m.renderOverviewMarkdown),
  },
  listing: {
    table: () => import('./terminal/listing.ts').then((m) => m.renderListing),
    json: () => import('./listing.ts').then((m) => m.renderListingJson),
    csv: () => import('./listing.ts').then((m) => m.renderListingCsv),
    markdown: () => import('./listing.ts').then((m) => m.renderListingMarkdown),
  },
  issue: {
    table: () => import('./terminal/issue.ts').then((m) => m.renderIssue),
    json: () => import('./listing.ts').then((m) => m.renderIssueJson),
    markdown: () => import('./markdown/issue.ts').then((m) => m.renderIssueMarkdown),
  },
  catalog: {
    table: () => import('./terminal/issue.ts').then((m) => m.renderCatalog),
    json: () => import('./listing.ts').then((m) => m.renderCatalogJson),
    markdown: () => import('./markdown/issue.ts').then((m) => m.renderCatalogMarkdown),
  },
  citations: {
    text: () => import('./bibliography.ts').then((m) => m.renderCitations),
    markdown: () => import('./markdown/citations.ts').then((m) => m.renderCitationsMarkdown),
    bibtex: () => import('./bibliography.ts').then((m) => m.renderBibtex),
    'csl-json': () => import('./bibliography.ts').then((m) => m.renderCslJson),
    json: () => import('./bibliography.ts').then((m) => m.renderCitationsJson),
  },
  validation: {
    table: () => import('./validation.ts').then((m) => m.renderValidation),
    json: () => import('./validation.ts').then((m) => m.renderValidationJson),
    markdown: () => import('./markdown/validation.ts').then((m) => m.renderValidationMarkdown),
    github: () => import('./validation.ts').then((m) => m.renderValidationGithub),
  },
  report: {
    html: () => import('./html/renderers.ts').then((m) => m.renderReportHtml),
    markdown: () => import('./markdown/report.ts').then((m) => m.renderReportMarkdown),
    svg: () => import('./html/renderers.ts').then((m) => m.renderReportSvg),
  },
  matrixReport: {
    html: () => import('./html/renderers.ts').then((m) => m.renderMatrixReportHtml),
    svg: () => import('./html/renderers.ts').then((m) => m.renderMatrixReportSvg),
  },
  schema: {
    json: () => import('./json.ts').then((m) => m.toJson),
  },
} satisfies { readonly [K in Kind]: Readonly<Record<string, Load<K>>> };

export type Kind = keyof Renderable;
/** A matrix may be larger than one string can be. */
type RendererOf<K extends Kind> = Renderer<
  Renderable[K],
  K extends 'matrix' | 'wideMatrix' ? Iterable<string> : string
>;
type Load<K extends Kind> = () => Promise<RendererOf<K>>;

export type FormatOf<K extends Kind> = keyof (typeof renderers)[K] & string;
type Format = { [K in Kind]: FormatOf<K> }[Kind];

/** The formats of a kind of result, the default first. */
export function formatsOf<K extends Kind>(kind: K): readonly FormatOf<K>[] {
  return Object.keys(renderers[kind]) as FormatOf<K>[];
}

/** Extensions of files that stand for a format, where there are any. */
const extensions: Readonly<Partial<Record<Format, readonly string[]>>> = {
  json: ['.json'],
  csv: ['.csv'],
  markdown: ['.md', '.markdown'],
  html: ['.html', '.htm'],
  svg: ['.svg'],
  junit: ['.xml'],
  bibtex: ['.bib'],
};

/** The format that a file with this extension is written in, if it says anything of that. */
export function formatOfExtension(extension: string): Format | undefined {
  return (Object.keys(extensions) as Format[]).find((name) =>
    extensions[name]?.includes(extension),
  );
}

/** Formats that carry text as it is and have their own ways to keep it harmless. */
const exact: ReadonlySet<string> = new Set<Format>(['json', 'csv', 'csl-json']);

/** The renderer of a kind of result in a format; it gets plain text, unless the format keeps text exact. */
export async function rendererOf<K extends Kind>(
  kind: K,
  format: NoInfer<FormatOf<K>>,
): Promise<RendererOf<K>> {
  const load = renderers[kind][format] as Load<K>;
  const render: Renderer<Renderable[K], unknown> = await load();
  return (
    exact.has(format) ? render : (result, context) => render(plainResult(result), context)
  ) as RendererOf<K>;
}
