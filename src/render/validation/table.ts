import { plainText } from '../../plain-text.ts';
import { formatFinding } from '../../catalog/findings.ts';
import type { Renderable } from '../renderable.ts';
import type { Renderer } from '../renderer.ts';
import { paragraph } from '../kit/text.ts';
import { summarize, summarizeCoded, summarizeComparison, summarizeFixes } from './words.ts';

/** What was changed, then every finding with its line and a caret under the place, then how many there are. */
export const render: Renderer<Renderable['validation']> = (validation, { width }) => {
  const { shown = [], rest = [] } = validation.fixed ?? {};
  const changes = [
    ...shown.map(
      ({ file, line, column, message }) =>
        `${plainText(file)}:${line}:${column}: fixed: ${plainText(message)}`,
    ),
    ...rest,
  ];
  return [
    ...(changes.length > 0 ? [changes.join('\n')] : []),
    ...validation.findings.map(formatFinding),
    ...validation.rest,
    [
      ...summarizeFixes(validation),
      summarize(validation),
      ...summarizeComparison(validation),
      ...summarizeCoded(validation).flatMap(({ head, scales }) => [
        paragraph(head, width, '', '  '),
        ...scales.map((line) => paragraph(line, width, '  ', '    ')),
      ]),
    ].join('\n'),
  ]
    .join('\n\n')
    .concat('\n');
};
