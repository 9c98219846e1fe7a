import { plainLines } from '../../plain-text.ts';
import { messageLines } from './words.ts';
import type { Renderable } from '../renderable.ts';
import type { Renderer } from '../renderer.ts';
import type { AssertionResult } from '../../results/check.ts';

/** Text for an attribute or an element; characters that XML 1.0 forbids are replaced. */
function escapeXml(text: string): string {
  return plainLines(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&apos;');
}

const elements: Readonly<Partial<Record<AssertionResult['status'], string>>> = {
  failed: 'failure',
  // The assertion could not be judged, which is no verdict on it.
  missing: 'error',
  skipped: 'skipped',
};

function testCase(assertion: AssertionResult, check: Renderable['check']): string {
  const name = `name="${escapeXml(assertion.id)}" classname="${escapeXml(check.policy.id)}"`;
  const element = elements[assertion.status];
  if (element === undefined) return `    <testcase ${name}/>`;
  const [message = '', ...hint] = messageLines(assertion, check);
  const place = `${check.policy.file}:${assertion.line}:${assertion.column}`;
  const text = [`${place}: ${message}`, ...hint].join('\n');
  return [
    `    <testcase ${name}>`,
    `      <${element} type="${assertion.quantity}" message="${escapeXml(message)}">${escapeXml(text)}</${element}>`,
    '    </testcase>',
  ].join('\n');
}

/**
 * JUnit XML as Ant writes it and Jenkins, GitLab and others read it: a failed assertion is a failure,
 * one without evidence an error. It carries no times, since they would differ from run to run.
 */
export const render: Renderer<Renderable['check']> = (check) => {
  const { assertions, policy, failed, missing, skipped } = check;
  const counts = `tests="${assertions.length}" failures="${failed - missing}" errors="${missing}"`;
  const title = escapeXml(policy.title ?? policy.id);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="align check" ${counts}>`,
    `  <testsuite name="${title}" ${counts} skipped="${skipped}">`,
    ...assertions.map((assertion) => testCase(assertion, check)),
    '  </testsuite>',
    '</testsuites>',
    '',
  ].join('\n');
};
