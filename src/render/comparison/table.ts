import { growing, left, right } from '../kit/columns.ts';
import { pairName, partingWords } from './words.ts';
import { periodWords } from '../kit/dates.ts';
import { count, counted, decimal, interval } from '../kit/numbers.ts';
import type { Renderable } from '../renderable.ts';
import type { Renderer } from '../renderer.ts';
import { headlineFigure } from '../score/words.ts';
import { questionFlags } from '../kit/question-flags.ts';
import { measureSymbols } from '../kit/wording.ts';
import { paragraph, table } from '../kit/text.ts';
import { tone } from '../kit/tone.ts';

/** A row a dyad, closest first, then what separates each pair. */
export const render: Renderer<Renderable['comparison']> = (result, context) => {
  const { width, color } = context;
  const { dyads, countries, measure, provenance } = result;
  const rows = dyads.map((dyad) => [
    pairName(result, dyad),
    tone(
      color,
      measure === 'agreement' ? dyad.value : null,
    )(headlineFigure({ measure, value: dyad.value })),
    interval(dyad.low, dyad.high),
    count(dyad.n),
    dyad.verdict.text,
    decimal(dyad.percentile.typical),
  ]);
  const scores = table(
    [
      growing('Dyad'),
      {
        title: measure === 'agreement' ? 'Alignment' : (measureSymbols[measure] ?? measure),
        align: 'right',
      },
      left('95 %'),
      right('n'),
      growing(''),
      right('typical'),
    ],
    rows,
    width,
    { indent: '  ', header: color.bold },
  );
  const partings = table(
    [
      growing('What separates them'),
      growing('Topic that costs most'),
      growing('To be named first'),
    ],
    dyads.map((dyad) => [
      pairName(result, dyad),
      dyad.parting.topic?.title ?? '',
      partingWords(result, dyad),
    ]),
    width,
    { indent: '  ', header: color.bold },
  );
  const [first] = dyads;
  const next = first
    ? `align explain ${first.a.toLowerCase()} ${first.b.toLowerCase()}${questionFlags(provenance)}`
    : '';
  const extent = [
    ...(result.period ? [periodWords(result.period)] : []),
    counted(dyads.length, 'dyad'),
    counted(provenance.catalogs.length, 'catalog'),
  ].join(' · ');
  return [
    paragraph(color.bold(countries.map(({ name }) => name).join(', ')), width),
    color.dim(extent),
    '',
    scores,
    '',
    partings,
    '',
    color.dim(paragraph(`Why, with sources:  ${next}`, width, '  ')),
    '',
  ].join('\n');
};
