import type { AssertionResult, CheckResult } from '../analysis/check.ts';
import { hintWords, messageWords, tallyWords } from './check-words.ts';
import type { Renderable } from './renderable.ts';
import type { Renderer } from './renderer.ts';

/** Escapes of GitHub's workflow commands: line ends in the message, in a property separators too. */
function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

const commands: Readonly<Record<AssertionResult['status'], string | undefined>> = {
  passed: undefined,
  failed: 'error',
  missing: 'error',
  skipped: 'notice',
};

function annotate(assertion: AssertionResult, check: CheckResult): readonly string[] {
  const command = commands[assertion.status];
  if (command === undefined) return [];
  const hint = hintWords(assertion, check);
  const place = [
    `file=${escapeProperty(check.policy.file.replaceAll('\\', '/'))}`,
    `line=${assertion.line}`,
    `col=${assertion.column}`,
    `title=${escapeProperty(assertion.id)}`,
  ].join(',');
  const text = [messageWords(assertion), ...(hint === null ? [] : [hint])].join('\n');
  return [`::${command} ${place}::${escapeData(text)}`];
}

/** Workflow commands that put every failure beside its line of the policy, then the tally. */
export const renderCheckGithub: Renderer<Renderable['check']> = (check) => {
  const { policy } = check;
  return [
    ...check.assertions.flatMap((assertion) => annotate(assertion, check)),
    `${policy.title ?? policy.id}: ${tallyWords(check)}`,
    '',
  ].join('\n');
};
