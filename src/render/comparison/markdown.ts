import { left, right } from '../kit/columns.ts';
import { periodWords } from '../kit/dates.ts';
import {
  escapeMarkdown,
  heading,
  markdownDocument,
  markdownTable,
  provenanceLine,
} from '../kit/markdown.ts';
import { count, decimal, interval } from '../kit/numbers.ts';
import type { Renderable } from '../renderable.ts';
import type { Renderer } from '../renderer.ts';
import { headlineFigure } from '../score/words.ts';
import { pairName, partingWords } from './words.ts';

/** A row a dyad, with what separates each. */
export const render: Renderer<Renderable['comparison']> = (result) =>
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
        escapeMarkdown(partingWords(result, dyad)),
      ]),
    ),
    provenanceLine(result.provenance),
  ]);
