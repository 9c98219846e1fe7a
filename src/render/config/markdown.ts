import { codeSpan, escapeMarkdown, markdownDocument, markdownTable } from '../kit/markdown.ts';
import type { Renderable } from '../renderable.ts';
import type { Renderer } from '../renderer.ts';
import { columns, heading, rowsOf } from './rows.ts';

/** What is in force, and who said it, as a table. */
export const render: Renderer<Renderable['config']> = (config) =>
  markdownDocument([
    escapeMarkdown(heading(config)),
    markdownTable(
      columns,
      rowsOf(config).map(([name = '', value = '', from = '']) => [
        codeSpan(name),
        escapeMarkdown(value),
        codeSpan(from),
      ]),
    ),
  ]);
