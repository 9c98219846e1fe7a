import { logLines, plainResult } from '../plain-text.ts';
import type { Renderer } from './renderer.ts';
import type { Renderable } from './renderable.ts';

const json = () => import('./kit/json.ts');

/**
 * Every kind of result with the formats it is written in, the default first. To add a format, write its
 * renderer and name it here: the choices of commands, their checks, the extensions of files and
 * completion follow. Renderers are loaded when they are asked for.
 */
const renderers = {
  score: {
    table: () => import('./score/table.ts'),
    json: () => import('./score/json.ts'),
    csv: () => import('./score/csv.ts'),
    markdown: () => import('./score/markdown.ts'),
  },
  comparison: {
    table: () => import('./comparison/table.ts'),
    json,
    csv: () => import('./comparison/csv.ts'),
    markdown: () => import('./comparison/markdown.ts'),
  },
  versus: {
    table: () => import('./versus/table.ts'),
    json: () => import('./versus/json.ts'),
    csv: () => import('./versus/csv.ts'),
    markdown: () => import('./versus/markdown.ts'),
  },
  explanation: {
    table: () => import('./explanation/table.ts'),
    json: () => import('./explanation/json.ts'),
    csv: () => import('./explanation/csv.ts'),
    markdown: () => import('./explanation/markdown.ts'),
    html: () => import('./explanation/html.ts'),
  },
  issueExplanation: {
    table: () => import('./issue-explanation/table.ts'),
    json: () => import('./issue-explanation/json.ts'),
    csv: () => import('./issue-explanation/csv.ts'),
    markdown: () => import('./issue-explanation/markdown.ts'),
    html: () => import('./issue-explanation/html.ts'),
  },
  import: {
    table: () => import('./import/table.ts'),
    json,
  },
  matrix: {
    table: () => import('./matrix/table.ts'),
    json: () => import('./matrix/json.ts'),
    csv: () => import('./matrix/csv.ts'),
    markdown: () => import('./matrix/markdown.ts'),
  },
  wideMatrix: {
    csv: () => import('./wide-matrix/csv.ts'),
  },
  trend: {
    table: () => import('./trend/table.ts'),
    json,
    csv: () => import('./trend/csv.ts'),
    markdown: () => import('./trend/markdown.ts'),
    html: () => import('./trend/html.ts'),
    svg: () => import('./trend/svg.ts'),
  },
  drift: {
    table: () => import('./drift/table.ts'),
    json,
    csv: () => import('./drift/csv.ts'),
    markdown: () => import('./drift/markdown.ts'),
    html: () => import('./drift/html.ts'),
    svg: () => import('./drift/svg.ts'),
  },
  interactions: {
    table: () => import('./interactions/table.ts'),
    json: () => import('./interactions/json.ts'),
    csv: () => import('./interactions/csv.ts'),
    markdown: () => import('./interactions/markdown.ts'),
    html: () => import('./interactions/html.ts'),
    svg: () => import('./interactions/svg.ts'),
  },
  diff: {
    table: () => import('./diff/table.ts'),
    json: () => import('./diff/json.ts'),
    csv: () => import('./diff/csv.ts'),
    markdown: () => import('./diff/markdown.ts'),
  },
  grid: {
    table: () => import('./grid/table.ts'),
    json,
    csv: () => import('./grid/csv.ts'),
    markdown: () => import('./grid/markdown.ts'),
  },
  blocs: {
    table: () => import('./blocs/table.ts'),
    json: () => import('./blocs/json.ts'),
    csv: () => import('./blocs/csv.ts'),
    markdown: () => import('./blocs/markdown.ts'),
    html: () => import('./blocs/html.ts'),
    svg: () => import('./blocs/svg.ts'),
  },
  map: {
    table: () => import('./map/table.ts'),
    json,
    csv: () => import('./map/csv.ts'),
    markdown: () => import('./map/markdown.ts'),
    html: () => import('./map/html.ts'),
    svg: () => import('./map/svg.ts'),
  },
  movers: {
    table: () => import('./movers/table.ts'),
    json,
    csv: () => import('./movers/csv.ts'),
    markdown: () => import('./movers/markdown.ts'),
  },
  idealPoints: {
    table: () => import('./ideal-points/table.ts'),
    json: () => import('./ideal-points/json.ts'),
    csv: () => import('./ideal-points/csv.ts'),
    markdown: () => import('./ideal-points/markdown.ts'),
    svg: () => import('./ideal-points/svg.ts'),
    html: () => import('./ideal-points/html.ts'),
  },
  rank: {
    table: () => import('./rank/table.ts'),
    json: () => import('./rank/json.ts'),
    csv: () => import('./rank/csv.ts'),
    markdown: () => import('./rank/markdown.ts'),
  },
  check: {
    table: () => import('./check/table.ts'),
    json: () => import('./check/json.ts'),
    markdown: () => import('./check/markdown.ts'),
    junit: () => import('./check/junit.ts'),
    github: () => import('./check/github.ts'),
  },
  overview: {
    table: () => import('./overview/table.ts'),
    json: () => import('./overview/json.ts'),
    csv: () => import('./overview/csv.ts'),
    markdown: () => import('./overview/markdown.ts'),
  },
  listing: {
    table: () => import('./listing/table.ts'),
    json: () => import('./listing/json.ts'),
    csv: () => import('./listing/csv.ts'),
    markdown: () => import('./listing/markdown.ts'),
  },
  issue: {
    table: () => import('./issue/table.ts'),
    json,
    markdown: () => import('./issue/markdown.ts'),
  },
  catalog: {
    table: () => import('./catalog/table.ts'),
    json,
    markdown: () => import('./catalog/markdown.ts'),
  },
  citations: {
    text: () => import('./citations/text.ts'),
    markdown: () => import('./citations/markdown.ts'),
    bibtex: () => import('./citations/bibtex.ts'),
    'csl-json': () => import('./citations/csl-json.ts'),
    json,
  },
  validation: {
    table: () => import('./validation/table.ts'),
    json: () => import('./validation/json.ts'),
    markdown: () => import('./validation/markdown.ts'),
    github: () => import('./validation/github.ts'),
    sarif: () => import('./validation/sarif.ts'),
  },
  report: {
    html: () => import('./report/html.ts'),
    markdown: () => import('./report/markdown.ts'),
    svg: () => import('./report/svg.ts'),
  },
  matrixReport: {
    html: () => import('./matrix-report/html.ts'),
    svg: () => import('./matrix-report/svg.ts'),
  },
  export: {
    csv: () => import('./export/csv.ts'),
    json: () => import('./export/json.ts'),
    xlsx: () => import('./export/xlsx.ts'),
  },
  config: {
    table: () => import('./config/table.ts'),
    json,
    markdown: () => import('./config/markdown.ts'),
  },
  schema: { json },
} satisfies { readonly [K in Kind]: Readonly<Record<string, Load<K>>> };

export type Kind = keyof Renderable;
/** Some results may be larger than one string can be, and some formats are no text. */
type RendererOf<K extends Kind> = Renderer<
  Renderable[K],
  K extends 'export'
    ? Iterable<string | Uint8Array>
    : K extends 'matrix' | 'wideMatrix'
      ? Iterable<string>
      : string
>;
type Load<K extends Kind> = () => Promise<{ readonly render: RendererOf<K> }>;

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
  sarif: ['.sarif'],
  bibtex: ['.bib'],
  xlsx: ['.xlsx'],
};

/** The format that a file with this extension is written in, if it says anything of that. */
export function formatOfExtension(extension: string): Format | undefined {
  return (Object.keys(extensions) as Format[]).find((name) =>
    extensions[name]?.includes(extension),
  );
}

/** Formats that carry text as it is and have their own ways to keep it harmless. */
const exact: ReadonlySet<string> = new Set<Format>(['json', 'csv', 'csl-json', 'xlsx', 'sarif']);

/** Formats that are read in logs too. */
const logged: ReadonlySet<string> = new Set<Format>(['table', 'text', 'markdown']);

const none = () => '';

/** The renderer of a kind of result in a format; it gets plain text, unless the format keeps text exact. */
export async function rendererOf<K extends Kind>(
  kind: K,
  format: NoInfer<FormatOf<K>>,
): Promise<RendererOf<K>> {
  const load = renderers[kind][format] as Load<K>;
  const { render }: { readonly render: Renderer<Renderable[K], unknown> } = await load();
  if (exact.has(format)) return render as RendererOf<K>;
  const isForPeople = format === 'table' || format === 'text';
  const { weightsLines } = isForPeople ? await import('./kit/weights.ts') : { weightsLines: none };
  const renderPlain: typeof render = (result, context) => {
    const plain = plainResult(result);
    const text = render(plain, context);
    if (typeof text !== 'string' || !logged.has(format)) return text;
    return logLines(`${text}${weightsLines(plain, context)}`);
  };
  return renderPlain as RendererOf<K>;
}
