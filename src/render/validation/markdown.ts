import { left } from '../kit/columns.ts';
import type { Renderable } from '../renderable.ts';
import type { Renderer } from '../renderer.ts';
import { summarize, summarizeComparison } from './words.ts';
import { codeSpan, escapeMarkdown, markdownDocument, markdownTable } from '../kit/markdown.ts';

/** Findings as a table, then how many there are. */
export const render: Renderer<Renderable['validation']> = (validation) => {
  const { findings, rest } = validation;
  const summary = [summarize(validation), ...summarizeComparison(validation).map(escapeMarkdown)];
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
