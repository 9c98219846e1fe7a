import { workflowCommand } from '../kit/workflow-commands.ts';
import type { Renderable } from '../renderable.ts';
import type { Renderer } from '../renderer.ts';
import { summarize, summarizeCoded, summarizeComparison, summarizeFixes } from './words.ts';

/** A workflow command for every change and every finding, then how many there are. */
export const render: Renderer<Renderable['validation']> = (validation) =>
  [
    ...(validation.fixed?.shown ?? []).map((change) =>
      workflowCommand({ level: 'notice', title: 'fixed', ...change }),
    ),
    ...(validation.fixed?.rest ?? []),
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
    ...summarizeFixes(validation),
    summarize(validation),
    ...summarizeComparison(validation),
    ...summarizeCoded(validation).flatMap(({ head, scales }) => [head, ...scales]),
    '',
  ].join('\n');
