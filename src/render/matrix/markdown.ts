import type { ArrangedDyad } from '../../analysis/arrange.ts';
import { type ArrangedMatrix, arrangeMatrix } from '../../analysis/arranged-matrix.ts';
import { isCooperation } from '../../measures/cooperation.ts';
import { left, right } from '../kit/columns.ts';
import { matrixFacts } from './words.ts';
import { count, counted, decimal } from '../kit/numbers.ts';
import type { Renderable } from '../renderable.ts';
import type { Renderer } from '../renderer.ts';
import {
  escapeMarkdown,
  heading,
  markdownDocument,
  markdownTable,
  provenanceLine,
} from '../kit/markdown.ts';

/** A wider table than this is read by nobody. */
const mostColumns = 15;

function square({ countries, values }: ArrangedMatrix): string {
  if (countries.length > mostColumns)
    return `The square of ${counted(countries.length, 'country')} is too wide to read; \`--format csv --wide\` has it.`;
  return markdownTable(
    [left(''), ...countries.map(({ code }) => right(code))],
    countries.map(({ name }, i) => [
      escapeMarkdown(name),
      ...(values[i] ?? []).map((value, j) => {
        if (i === j) return '';
        return decimal(Number.isNaN(value) ? null : value);
      }),
    ]),
  );
}

function extremes(title: string, dyads: readonly ArrangedDyad[]): string {
  if (dyads.length === 0) return '';
  const table = markdownTable(
    [left('Dyad'), right('n'), right('Value')],
    dyads.map(({ a, b, n, value }) => [escapeMarkdown(`${a} – ${b}`), count(n), decimal(value)]),
  );
  return `${heading(3, title)}\n\n${table}`;
}

/** Every dyad where there are few countries, and the closest and farthest; alike countries stand together. */
export const render: Renderer<Renderable['matrix'], Iterable<string>> = ({
  provenance,
  ...result
}) => {
  const matrix = arrangeMatrix(result);
  const { countries, closest, farthest } = matrix;
  const few = countries.length < 3;
  const text = markdownDocument([
    heading(2, `${isCooperation(matrix.measure) ? 'Cooperation' : 'Alignment'} of every pair`),
    escapeMarkdown(matrixFacts(matrix).join(' · ')),
    square(matrix),
    few ? '' : extremes('Closest', closest),
    few ? '' : extremes('Farthest', farthest),
    provenanceLine(provenance),
  ]);
  return [text];
};
