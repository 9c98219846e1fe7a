import { messageLines, tallyWords } from './words.ts';
import { logLines } from '../../plain-text.ts';
import type { Renderable } from '../renderable.ts';
import type { Renderer } from '../renderer.ts';
import { type Annotation, workflowCommand } from '../kit/workflow-commands.ts';
import type { AssertionResult } from '../../results/check.ts';

const levels: Readonly<Record<AssertionResult['status'], Annotation['level'] | undefined>> = {
  passed: undefined,
  failed: 'error',
  missing: 'error',
  skipped: 'notice',
};

function annotate(assertion: AssertionResult, check: Renderable['check']): readonly string[] {
  const { id, status, line, column } = assertion;
  const level = levels[status];
  if (level === undefined) return [];
  const message = messageLines(assertion, check).join('\n');
  const { file } = check.policy;
  return [workflowCommand({ level, file, line, column, title: id, message })];
}

/** Workflow commands that put every failure beside its line of the policy, then the tally. */
export const render: Renderer<Renderable['check']> = (check) => {
  const { policy } = check;
  return [
    ...check.assertions.flatMap((assertion) => annotate(assertion, check)),
    logLines(`${policy.title ?? policy.id}: ${tallyWords(check)}`),
    '',
  ].join('\n');
};
