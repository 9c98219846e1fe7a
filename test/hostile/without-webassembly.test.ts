import { describe, expect, it } from 'vitest';
import { shell } from './support.ts';

const args = ['matrix', '-f', 'csv'];

describe('without WebAssembly', () => {
  it('pairs are counted all the same', () => {
    const usual = shell('"$@"', args);
    const without = shell('NODE_OPTIONS=--jitless "$@"', args);
    expect(usual.stdout).toContain('CHN');
    expect(without).toMatchObject({ status: usual.status, stdout: usual.stdout });
  });

  it.skipIf(process.platform !== 'linux')('so they are where memory is limited', () => {
    const usual = shell('"$@"', args);
    expect(shell('ulimit -v 3000000; "$@"', args)).toEqual(usual);
  });
});
