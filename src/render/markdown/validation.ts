import { countFindings } from '../../catalog/findings.ts';
import { left } from '../columns.ts';
import { counted } from '../numbers.ts';
import type { Renderable } from '../renderable.ts';
import type { Renderer } from '../renderer.ts';
import { summarizeComparison } from '../validation.ts';
import { codeSpan, escapeMarkdown, markdownDocument, markdownTable } from './markdown.ts';

/** Findings as a table, then how many there are. */
export const renderValidationMarkdown: Renderer<Renderable['validation']> = (validation) => {
  const { files, findings } = validation;
  const comparison = summarizeComparison(validation).map(escapeMarkdown);
  const extent = counted(files.length, 'catalog');
  if (findings.length === 0)
    return markdownDocument([`${extent}, nothing to complain about`, ...comparison]);
  return markdownDocument([
    `${countFindings(findings)} in ${extent}`,
    ...comparison,
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
  ]);
};
