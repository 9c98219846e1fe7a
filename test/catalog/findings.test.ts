import stringWidth from 'fast-string-width';
import { describe, expect, test } from 'vitest';
import {
  countFindings,
  type Finding,
  formatFinding,
  sortFindings,
} from '../../src/catalog/findings.ts';

function finding(excerpt: string, column: number, more: Partial<Finding> = {}): Finding {
  return {
    file: 'a.yaml',
    line: 3,
    column,
    code: 'rule',
    severity: 'error',
    message: 'is wrong',
    excerpt,
    ...more,
  };
}

/** The text that stands right above the caret, as seen in a terminal. */
function underCaret(excerpt: string, column: number): string {
  const [, line = '', caret = ''] = formatFinding(finding(excerpt, column)).split('\n');
  const at = caret.indexOf('^');
  let width = 0;
  for (const character of line) {
    if (width === at) return character;
    width += stringWidth(character);
  }
  return '';
}

test('place, severity, message and rule stand on the first line', () => {
  expect(formatFinding(finding('', 1)).split('\n')).toEqual(['a.yaml:3:1: error: is wrong [rule]']);
});

test('the hint comes last', () => {
  const text = formatFinding(finding('a: b', 4, { hint: 'try c' }));
  expect(text).toBe('a.yaml:3:4: error: is wrong [rule]\n    a: b\n       ^\n    try c');
});

describe('the caret stands under the character that the column names', () => {
  const lines: Readonly<Record<string, string>> = {
    plain: '  china: {stance: X}',
    tab: '\tchina:\t{stance:\tX}',
    CJK: '  中国: {stance: X}',
    emoji: '  note: 😀😀 X',
    accents: '  co\u0301te: X',
    long: `  note: ${'word '.repeat(60)}X ${'word '.repeat(60)}`,
    'long CJK': `  note: ${'中'.repeat(200)}X${'国'.repeat(200)}`,
  };
  test.each(Object.entries(lines))('%s', (_, line) => {
    expect(underCaret(line, line.indexOf('X') + 1)).toBe('X');
  });
});

test('long lines are shown in part', () => {
  const [, line = ''] = formatFinding(finding('x'.repeat(10_000), 5000)).split('\n');
  expect(line.length).toBeLessThan(200);
});

test('findings are in the order of the file, once each', () => {
  const list = [
    finding('', 2, { line: 10 }),
    finding('', 9, { line: 9 }),
    finding('', 10, { line: 9 }),
  ];
  const sorted = sortFindings([...list, ...list]);
  expect(sorted.map(({ line, column }) => [line, column])).toEqual([
    [9, 9],
    [9, 10],
    [10, 2],
  ]);
});

test('errors and warnings are counted apart', () => {
  const warning = finding('', 1, { severity: 'warning' });
  expect(countFindings([finding('', 1)])).toBe('1 error');
  expect(countFindings([warning, warning])).toBe('2 warnings');
  expect(countFindings([finding('', 1), finding('', 2), warning])).toBe('2 errors and 1 warning');
});
