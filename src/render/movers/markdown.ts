import { left, right } from '../kit/columns.ts';
import {
  escapeMarkdown,
  heading,
  markdownDocument,
  markdownTable,
  provenanceLine,
} from '../kit/markdown.ts';
import { count, decimal, signed } from '../kit/numbers.ts';
import type { Renderable } from '../renderable.ts';
import type { Renderer } from '../renderer.ts';
import { extentWords, nothingWords, pairWords, ruleWords, titleWords } from './words.ts';

type Movers = Renderable['movers'];

function countriesOf({ countries }: Movers): string {
  if (countries.length === 0) return '';
  return markdownTable(
    [left('Countries that moved'), right('Dyads moved'), right('Of'), right('Mean change')],
    countries.map(({ name, meanDifference, dyads, moved }) => [
      escapeMarkdown(name),
      count(moved),
      count(dyads),
      decimal(meanDifference),
    ]),
  );
}

function dyadsOf(movers: Movers): string {
  return markdownTable(
    [
      left('Dyads that moved'),
      ...['Texts', 'Before', 'After', 'Change', 'At least'].map((title) => right(title)),
    ],
    movers.dyads.map(({ a, b, series, before, after, difference, lower }) => [
      escapeMarkdown(pairWords(movers, a, b)),
      count(series),
      decimal(before),
      decimal(after),
      signed(difference, 2),
      decimal(lower),
    ]),
  );
}

/** For a bot: countries that moved, then dyads, then what it takes to be among them. */
export const render: Renderer<Movers> = (movers) =>
  markdownDocument([
    heading(2, titleWords(movers)),
    escapeMarkdown(extentWords(movers)),
    ...(movers.moved === 0
      ? [escapeMarkdown(nothingWords(movers))]
      : [countriesOf(movers), dyadsOf(movers)]),
    ...ruleWords(movers).map(escapeMarkdown),
    provenanceLine(movers.provenance),
  ]);
