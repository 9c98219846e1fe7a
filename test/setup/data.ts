import type { TestProject } from 'vitest/node';
import { makeData } from '../../scripts/data.mjs';

/** Before tests of the source: it reads catalogs and countries as they are compiled. */
export async function setup(project: TestProject): Promise<void> {
  await makeData();
  project.onTestsRerun(async () => void (await makeData()));
}
