import { expect, test } from 'vitest';
import type { Io } from '../../src/cli/io.ts';
import { report } from '../../src/cli/report-error.ts';

test('an answer that no text can hold is not a bug', () => {
  const written: string[] = [];
  const io = { stderr: { write: (text: string) => written.push(text) } } as unknown as Io;
  let thrown: unknown;
  try {
    'x'.repeat(2 ** 28).repeat(8);
  } catch (error) {
    thrown = error;
  }
  expect(report(thrown, io, false)).toBe(3);
  expect(written.join('')).toMatch(/longer than one text can be\n.*--format csv/);
});
