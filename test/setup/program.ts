import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';
import { isStale } from '../../scripts/stamp.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Makes the program anew if the sources are no longer what it was made of. */
function refresh(): void {
  if (!isStale(root)) return;
  process.stderr.write('The sources have changed: building.\n');
  execFileSync(process.execPath, ['scripts/build.mjs'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

/** Before tests of the built program, and before each further run where vitest watches. */
export function setup(project: TestProject): void {
  refresh();
  project.onTestsRerun(async () => refresh());
}
