import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { watch } from '../../src/cli/watch.ts';

const over = new Error('enough rounds');

it('sees a file that is written while the round that comes upon it goes on', async () => {
  const path = join(mkdtempSync(join(tmpdir(), 'align-watch-')), 'votes.csv');
  const rounds: (readonly string[])[] = [];
  const watched = watch({
    files: () => [],
    besides: () => [path],
    round: async (changed) => {
      rounds.push(changed);
      if (rounds.length > 1) throw over;
      writeFileSync(path, 'new');
    },
  });
  await expect(watched).rejects.toBe(over);
  expect(rounds).toEqual([[], [path]]);
});
