import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { driftOf } from '../../src/analysis/drift.ts';
import { moversOf } from '../../src/analysis/movers.ts';
import { openLibrary } from '../../src/question/open-library.ts';
import type { Library } from '../../src/question/library.ts';
import { type OpenedQuestion, openQuestionIn } from '../../src/question/look-up.ts';
import { putQuestion } from '../../src/question/question.ts';
import { importRecord } from '../../src/rollcalls/import/run.ts';
import { scratch, testAtlas, unData } from '../rollcalls/support.ts';

const folder = join(unData ?? '', 'layouts');

/** The votes of 2021 and of 2025 as two strangers kept them, in two layouts; see `ALIGN_UN_DATA` in CONTRIBUTING.md. */
describe.skipIf(unData === undefined || !existsSync(folder))('2021 against 2025', () => {
  const file = scratch();
  let library: Library;

  async function imported(id: string, name: string, body?: string): Promise<string> {
    const options = { file: join(folder, name), id, atlas: testAtlas(), ...(body ? { body } : {}) };
    const { catalog, record } = await importRecord(options);
    const path = file(join(id, 'catalog.yaml'));
    mkdirSync(dirname(path), { recursive: true });
    file(join(id, 'catalog.yaml'), catalog);
    file(join(id, record?.[0] ?? ''), record?.[1] ?? '');
    return path;
  }

  beforeAll(async () => {
    library = await openLibrary([
      await imported('by-name', 'wide-by-name-2020-2021-slice.csv.gz', 'UNGA'),
      await imported('by-code', 'wide-2025-ga-as-found.csv.gz'),
    ]);
  });

  const open = (year: number, sides: readonly string[]): Promise<OpenedQuestion> =>
    openQuestionIn(
      library,
      putQuestion({ from: `${year}-01-01`, to: `${year}-12-31` }, { catalogs: [], sides }),
    );

  it.each([
    ['ukraine', 'russia', { before: 0.64, after: 0.63 }, { before: 0.58, after: 0.72 }],
    ['usa', 'uk', { before: 0.67, after: 0.57 }, { before: 0.74, after: 0.28 }],
  ])('%s and %s: what changed on the same texts, and on all', async (a, b, same, all) => {
    const drift = driftOf(await open(2021, [a, b]), await open(2025, [a, b]))!;
    const { sameTexts, before, after, change, agenda, behaviour } = drift;
    expect(Math.abs(sameTexts.series - 62)).toBeLessThanOrEqual(6);
    const pairs = [
      [sameTexts.before, same.before],
      [sameTexts.after, same.after],
      [before.value, all.before],
      [after.value, all.after],
    ] as const;
    for (const [found, known] of pairs) expect(Math.abs(found! - known)).toBeLessThanOrEqual(0.03);
    expect(agenda + behaviour).toBeCloseTo(change, 12);
  });

  it('Argentina moved most, and China did not', async () => {
    const { countries, tested } = moversOf(await open(2021, []), await open(2025, []), 0.05);
    expect(tested).toBeGreaterThan(15_000);
    expect(countries[0]?.code).toBe('ARG');
    expect(countries.map(({ code }) => code)).not.toContain('CHN');
  });
});
