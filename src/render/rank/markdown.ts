import { left, right } from '../kit/columns.ts';
import { joined } from '../kit/joined.ts';
import { count, countedSides, decimal, interval } from '../kit/numbers.ts';
import { rankFacts } from './words.ts';
import type { Renderable } from '../renderable.ts';
import type { Renderer } from '../renderer.ts';
import {
  escapeMarkdown,
  heading,
  markdownDocument,
  markdownTable,
  provenanceLine,
} from '../kit/markdown.ts';

type Rank = Renderable['rank'];

/** Rows one after the other, the first of which has this rank. */
function listed(rows: Rank['ranked'], first: number): string {
  return markdownTable(
    [right(''), left('Country'), right('n'), right('Value'), left('95 %')],
    rows.map(({ name, n, value, low, high }, i) => [
      count(first + i),
      escapeMarkdown(name),
      count(n),
      decimal(value),
      interval(low, high),
    ]),
  );
}

/** Nearest and farthest countries, as many of either as the table in the terminal shows. */
export const render: Renderer<Rank> = (result) => {
  const { country, ranked, leftOut, of } = result;
  const facts = joined([
    ...rankFacts(result),
    leftOut.length > 0 && `${countedSides(leftOut)} left out`,
  ]);
  const whole = ranked.length === of;
  const half = ranked.length / 2;
  return markdownDocument([
    heading(2, country.name),
    escapeMarkdown(facts),
    heading(3, whole ? 'From the nearest' : 'Nearest'),
    listed(whole ? ranked : ranked.slice(0, half), 1),
    ...(whole ? [] : [heading(3, 'Farthest'), listed(ranked.slice(half), of - half + 1)]),
    provenanceLine(result.provenance),
  ]);
};
