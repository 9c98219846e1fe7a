import type { InteractionSums } from '../../results/interactions.ts';
import type { InteractionTotals } from '../../results/score.ts';
import { type Direction, directions } from '../../results/vocabulary.ts';
import { type CsvColumns, toCsv } from '../kit/csv.ts';
import type { Renderable } from '../renderable.ts';
import type { RenderContext, Renderer } from '../renderer.ts';

type Interactions = Renderable['interactions'];
type ByDirection = Readonly<Record<Direction, InteractionTotals>>;

const amounts: CsvColumns<InteractionSums> = {
  n: ({ n }) => n,
  cooperative: ({ cooperative }) => cooperative,
  conflictual: ({ conflictual }) => conflictual,
  mean_goldstein: ({ meanGoldstein }) => meanGoldstein,
  low: ({ low }) => low,
  high: ({ high }) => high,
  net: ({ net }) => net,
  cooperative_share: ({ cooperativeShare }) => cooperativeShare,
};

/** Number and net weight by who acted. */
const acted: CsvColumns<{ readonly byDirection: ByDirection }> = Object.fromEntries(
  directions.flatMap((direction) => {
    const name = direction.replaceAll('-', '_');
    return [
      [`${name}_n`, ({ byDirection }: { byDirection: ByDirection }) => byDirection[direction].n],
      [
        `${name}_net`,
        ({ byDirection }: { byDirection: ByDirection }) => byDirection[direction].net,
      ],
    ];
  }),
);

/** A row a period, or what else is asked for with `--by`; periods without an interaction included. */
export const render: Renderer<Interactions> = (result, context) => {
  const [a, b] = result.countries;
  const countries = { country_a: () => a.code, country_b: () => b?.code ?? null };
  const { by } = result;
  if (by === 'direction') return directionRows(result, countries, context);
  if (by === 'root')
    return toCsv<Interactions['roots'][number]>(
      { ...countries, root: ({ root }) => root, label: ({ label }) => label, ...amounts },
      result.roots,
      context,
    );
  if (by === 'partner')
    return toCsv<NonNullable<Interactions['partners']>[number]>(
      {
        country: () => a.code,
        partner: ({ code }) => code,
        partner_name: ({ name }) => name,
        ...amounts,
        ...acted,
      },
      result.partners ?? [],
      context,
    );
  return toCsv<Interactions['periods'][number]>(
    {
      ...countries,
      period: ({ period }) => period,
      of: ({ of }) => of,
      share: ({ share }) => share,
      ...amounts,
      ...acted,
    },
    result.periods,
    context,
  );
};

function directionRows(
  { byDirection }: Interactions,
  countries: CsvColumns<unknown>,
  context: RenderContext,
): string {
  const rows = directions.map((direction) => ({ direction, ...byDirection[direction] }));
  return toCsv<(typeof rows)[number]>(
    { ...countries, direction: ({ direction }) => direction, ...amounts },
    rows,
    context,
  );
}
