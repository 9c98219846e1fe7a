import {
  actualWords,
  decider,
  expectedWords,
  messageLines,
  statusWords,
  subjectWords,
  tallyWords,
} from './words.ts';
import { growing, left, right } from '../kit/columns.ts';
import { joined } from '../kit/joined.ts';
import { count, interval } from '../kit/numbers.ts';
import type { Renderable } from '../renderable.ts';
import type { Palette, RenderContext, Renderer } from '../renderer.ts';
import { flow, paragraph, table } from '../kit/text.ts';
import type { AssertionResult } from '../../results/check.ts';

type Check = Renderable['check'];

function tone(color: Palette, status: AssertionResult['status']): Palette['bold'] {
  if (status === 'passed') return color.green;
  if (status === 'failed') return color.red;
  return status === 'missing' ? color.yellow : color.dim;
}

function overview({ assertions }: Check, { width, color }: RenderContext): string {
  return table(
    [
      left(''),
      width >= 80 ? left('Assertion') : growing('Assertion'),
      growing('Of'),
      growing('Found'),
      left(width >= 100 ? '95 %' : ''),
      right('n'),
      growing('Expected'),
    ],
    assertions.map((assertion) => [
      tone(color, assertion.status)(statusWords[assertion.status]),
      assertion.id,
      joined([subjectWords(assertion), decider(assertion)], ': '),
      actualWords(assertion),
      width >= 100 && assertion.quantity === 'score'
        ? interval(assertion.low, assertion.high).replaceAll(' ', '')
        : '',
      count(assertion.n),
      expectedWords(assertion),
    ]),
    width,
    { indent: '  ', header: color.bold },
  );
}

function details(check: Check, { width, color }: RenderContext): readonly string[] {
  return check.assertions
    .filter(({ passed }) => !passed)
    .map((assertion) => {
      const place = `${check.policy.file}:${assertion.line}:${assertion.column}: ${assertion.id}`;
      const [message = '', ...hint] = messageLines(assertion, check);
      return [
        color.bold(place),
        paragraph(message, width, '  '),
        ...hint.map((line) => color.dim(paragraph(line, width, '  '))),
      ].join('\n');
    });
}

/** What was asserted and what was found, then what failed and what to look at. */
export const render: Renderer<Check> = (check, context) => {
  const { policy } = check;
  const { color, width } = context;
  const title = color.bold(policy.title ?? policy.id);
  return [
    flow([title, color.dim(tallyWords(check))], '  ', width),
    overview(check, context),
    ...details(check, context),
  ]
    .join('\n\n')
    .concat('\n');
};
