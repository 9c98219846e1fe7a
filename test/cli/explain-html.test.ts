import { describe, expect, it } from 'vitest';
import { align } from './align.ts';

describe.each([
  ['a dyad', ['china', 'russia', '--to', '2020-10-21']],
  ['one issue', ['china', 'russia', 'ladakh-2020']],
])('the explanation of %s as a page', (_name, operands) => {
  it('needs nothing from anywhere, and every mark leads to a source', async () => {
    const { stdout, stderr, exitCode } = await align(['explain', ...operands, '-f', 'html']);
    expect([exitCode, stderr]).toEqual([0, '']);
    expect(stdout).toContain('default-src &#39;none&#39;');
    expect(stdout).not.toMatch(/<(?:img|link rel="stylesheet"|script src)/);
    const ids = [...stdout.matchAll(/<li id="(source-[^"]+)"/g)].map(([, id]) => id);
    const marks = [...stdout.matchAll(/href="#(source-[^"]+)"/g)].map(([, id]) => id);
    expect(marks.length).toBeGreaterThan(2);
    expect(new Set(marks)).toEqual(new Set(ids));
  });
});
