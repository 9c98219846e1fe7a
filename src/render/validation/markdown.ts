import { left } from '../kit/columns.ts';
import type { Renderable } from '../renderable.ts';
import type { Renderer } from '../renderer.ts';
import { summarize, summarizeCoded, summarizeComparison, summarizeFixes } from './words.ts';
import { codeSpan, escapeMarkdown, markdownDocument, markdownTable } from '../kit/markdown.ts';

/** What was changed, as a table, if anything was. */
function changeTable({ fixed }: Renderable['validation']): string[] {
  if (!fixed || fixed.shown.length === 0) return [];
  const rows = fixed.shown.map(({ file, line, column, message }) => [
    codeSpan(`${file}:${line}:${column}`),
    escapeMarkdown(message),
  ]);
  return [markdownTable([left('Place'), left('Fixed')], rows), ...fixed.rest];
}

/** Findings as a table, then how many there are. */
export const render: Renderer<Renderable['validation']> = (validation) => {
  const { findings, rest } = validation;
  const summary = [
    ...summarizeFixes(validation),
    ...changeTable(validation),
    summarize(validation),
    ...summarizeComparison(validation).map(escapeMarkdown),
    ...summarizeCoded(validation).map(({ head, scales }) =>
      [head, ...scales].map(escapeMarkdown).join('; '),
    ),
  ];
  if (findings.length === 0) return markdownDocument(summary);
  return markdownDocument([
    ...summary,
    markdownTable(
      [left('Place'), left(''), left('Finding'), left('Hint'), left('Rule')],
      findings.map(({ file, line, column, severity, message, hint = '', code }) => [
        codeSpan(`${file}:${line}:${column}`),
        severity === 'error' ? '**error**' : severity,
        escapeMarkdown(message),
        escapeMarkdown(hint),
        codeSpan(code),
      ]),
    ),
    ...rest,
  ]);
};
