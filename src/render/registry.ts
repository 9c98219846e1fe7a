import { plainResult } from '../plain-text.ts';
import type { RenderContext, Renderer } from './renderer.ts';
import type { Renderable } from './renderable.ts';

type Kind = keyof Renderable;
type Load<K extends Kind> = () => Promise<Renderer<Renderable[K]>>;

/** Every renderer, by kind of result and format, loaded when it is asked for. */
const renderers: { readonly [K in Kind]: Readonly<Record<string, Load<K>>> } = {
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
    json: () => import('./bibliography.ts').then((m) => m.renderCitationsJson),
    'csl-json': () => import('./bibliography.ts').then((m) => m.renderCslJson),
    markdown: () => import('./markdown/citations.ts').then((m) => m.renderCitationsMarkdown),
    bibtex: () => import('./bibliography.ts').then((m) => m.renderBibtex),
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
};

/** Formats that carry text as it is and have their own ways to keep it harmless. */
const exact = new Set(['json', 'csv', 'csl-json']);

/** Kinds of results that have no text but that of catalogs, of `align` itself, and in their provenance. */
const ofCatalogs: ReadonlySet<Kind> = new Set<Kind>([
  'score',
  'comparison',
  'explanation',
  'issueExplanation',
  'rank',
]);

/** A result with plain text only; looking for other text takes a while. */
function withPlainText<K extends Kind>(
  kind: K,
  result: Renderable[K],
  { isPlainEdition }: RenderContext,
): Renderable[K] {
  if (!ofCatalogs.has(kind) || !('provenance' in result) || !isPlainEdition)
    return plainResult(result);
  const { provenance } = result;
  const isPlain =
    provenance.catalogs.length > 0 &&
    provenance.catalogs.every(({ sha256 }) => isPlainEdition(sha256));
  return isPlain ? { ...result, provenance: plainResult(provenance) } : plainResult(result);
}

/** The renderer of a kind of result in a format that the command offers. */
export async function rendererOf<K extends Kind>(
  kind: K,
  format: string,
): Promise<Renderer<Renderable[K]>> {
  const load = renderers[kind][format];
  if (!load) throw new Error(`nothing renders ${kind} as ${format}`);
  const render = await load();
  return exact.has(format)
    ? render
    : (result, context) => render(withPlainText(kind, result, context), context);
}
