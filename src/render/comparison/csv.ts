import { toCsv, weightsColumn } from '../kit/csv.ts';
import type { Renderable } from '../renderable.ts';
import type { Renderer } from '../renderer.ts';
import type { ComparedDyad } from '../../results/dyads.ts';

/** A row a dyad. */
export const render: Renderer<Renderable['comparison']> = (
  { dyads, measure, provenance },
  context,
) =>
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
      ...weightsColumn(provenance),
    },
    dyads,
    context,
  );
