import {
  actualWords,
  decider,
  expectedWords,
  messageLines,
  statusWords,
  subjectWords,
  tallyWords,
} from './words.ts';
import { left, right } from '../kit/columns.ts';
import { joined } from '../kit/joined.ts';
import { count, interval } from '../kit/numbers.ts';
import type { Renderable } from '../renderable.ts';
import type { Renderer } from '../renderer.ts';
import {
  codeSpan,
  escapeMarkdown,
  heading,
  markdownDocument,
  markdownTable,
  provenanceLine,
} from '../kit/markdown.ts';

type Check = Renderable['check'];

function overview({ assertions }: Check): string {
  return markdownTable(
    [
      left(''),
      left('Assertion'),
      left('Of'),
      left('Found'),
      left('95 %'),
      right('n'),
      left('Expected'),
    ],
    assertions.map((assertion) => [
      assertion.passed ? statusWords[assertion.status] : `**${statusWords[assertion.status]}**`,
      codeSpan(assertion.id),
      escapeMarkdown(joined([subjectWords(assertion), decider(assertion)], ': ')),
      escapeMarkdown(actualWords(assertion)),
      assertion.quantity === 'score' ? interval(assertion.low, assertion.high) : '',
      count(assertion.n),
      expectedWords(assertion),
    ]),
  );
}

function details(check: Check): string {
  return check.assertions
    .filter(({ passed }) => !passed)
    .map((assertion) => {
      const lines = messageLines(assertion, check).map(escapeMarkdown);
      return `- ${codeSpan(assertion.id)}: ${lines.join('  \n  ')}`;
    })
    .join('\n');
}

/** For a pull request or a step summary; it changes only when an outcome does. */
export const render: Renderer<Check> = (check) =>
  markdownDocument([
    heading(2, check.policy.title ?? check.policy.id),
    escapeMarkdown(tallyWords(check)),
    overview(check),
    details(check),
    provenanceLine(check.provenance),
  ]);
