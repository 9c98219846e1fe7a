import { left, right } from '../kit/columns.ts';
import { toCsv } from '../kit/csv.ts';
import { toJson } from '../kit/json.ts';
import { escapeMarkdown, heading, markdownDocument, markdownTable } from '../kit/markdown.ts';
import { provenanceLine } from '../kit/markdown-provenance.ts';
import { periodWords } from '../kit/dates.ts';
import { count, decimal, interval } from '../kit/numbers.ts';
import { headlineFigure } from '../score/words.ts';
import type { Renderable } from '../renderable.ts';
import type { Renderer } from '../renderer.ts';
import { stanceWords } from '../kit/wording.ts';
import type { ComparedDyad } from '../../results/dyads.ts';

type Comparison = Renderable['comparison'];

export const renderComparisonJson: Renderer<Comparison> = ({ provenance, ...result }) =>
  toJson({ ...result, provenance });

export const renderComparisonCsv: Renderer<Comparison> = ({ dyads, measure }, context) =>
  toCsv<ComparedDyad>(
    {
      country_a: ({ a }) => a,
      country_b: ({ b }) => b,
      from: ({ period }) => period?.from ?? null,
      to: ({ period }) => period?.to ?? null,
      n: ({ n }) => n,
      [measure]: ({ value }) => value,
      low: ({ low }) => low,
      high: ({ high }) => high,
      band: ({ verdict }) => verdict.band,
      percentile: ({ percentile }) => percentile.value,
      typical: ({ percentile }) => percentile.typical,
      parting_topic: ({ parting }) => parting.topic?.id ?? null,
      parting_issue: ({ parting }) => parting.issue?.id ?? null,
    },
    dyads,
    context,
  );

/** `China – Russia` */
export function pairName({ countries }: Comparison, { a, b }: ComparedDyad): string {
  const name = (code: string) => countries.find((each) => each.code === code)?.name ?? code;
  return `${name(a)} – ${name(b)}`;
}

/** The crisis or vote that tells two apart, with both positions. */
export function partingWords({ parting: { issue } }: ComparedDyad): string {
  if (issue === null) return 'nothing in this selection';
  const [x, y] = issue.positions.map((label) => stanceWords(issue.scale, label));
  return `${issue.title}: ${x ?? ''} / ${y ?? ''}`;
}

export const renderComparisonMarkdown: Renderer<Comparison> = (result) =>
  markdownDocument([
    heading(2, result.countries.map(({ name }) => name).join(', ')),
    markdownTable(
      [
        left('Dyad'),
        right(result.measure),
        left('95 %'),
        right('n'),
        left('Period'),
        left('Verdict'),
        right('Typical'),
        left('Costs most'),
        left('What separates them'),
      ],
      result.dyads.map((dyad) => [
        escapeMarkdown(pairName(result, dyad)),
        headlineFigure({ measure: result.measure, value: dyad.value }),
        interval(dyad.low, dyad.high),
        count(dyad.n),
        dyad.period ? periodWords(dyad.period) : '',
        escapeMarkdown(dyad.verdict.text),
        decimal(dyad.percentile.typical),
        escapeMarkdown(dyad.parting.topic?.title ?? ''),
        escapeMarkdown(partingWords(dyad)),
      ]),
    ),
    provenanceLine(result.provenance),
  ]);
