import { workflowCommand } from '../kit/workflow-commands.ts';
import type { Renderable } from '../renderable.ts';
import type { Renderer } from '../renderer.ts';
import { summarize, summarizeComparison } from './words.ts';

/** A workflow command for every finding, then how many there are. */
export const render: Renderer<Renderable['validation']> = (validation) =>
  [
    ...validation.findings.map(({ code, severity, hint, message, file, line, column }) =>
      workflowCommand({
        level: severity,
        file,
        line,
        column,
        title: code,
        message: [message, ...(hint === undefined ? [] : [hint])].join('\n'),
      }),
    ),
    ...validation.rest,
    summarize(validation),
    ...summarizeComparison(validation),
    '',
  ].join('\n');
