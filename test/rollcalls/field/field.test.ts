import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { importRecord, type ImportOptions } from '../../../src/rollcalls/import/run.ts';
import { recordOf, testAtlas } from '../support.ts';
import { scoresOf } from './scores.ts';

interface Case {
  readonly file: string;
  readonly about: string;
  readonly options?: Partial<ImportOptions>;
  /** Agreement and joint issues by dyad, worked out from the votes before they were written in this way. */
  readonly absences?: number;
  /** First and last day, where the file writes them in another way. */
  readonly period?: { readonly from: string; readonly to: string };
  readonly doubtful?: readonly string[];
  readonly scores?: Readonly<Record<string, readonly [number, number]>>;
  /** Of the message or its hint. */
  readonly refusal?: string;
}

const here = fileURLToPath(new URL('.', import.meta.url));
const files = join(here, 'files');
const cases = JSON.parse(readFileSync(join(here, 'cases.json'), 'utf8')) as readonly Case[];

describe('files as people write them', () => {
  it('are all described', () => {
    expect(cases.length).toBeGreaterThanOrEqual(40);
    expect(cases.map(({ file }) => file).sort()).toEqual(readdirSync(files).sort());
  });

  it.each(cases)(
    '$about ($file)',
    async ({ file, options, absences, period, doubtful, scores, refusal }) => {
      const imported = importRecord({
        file: join(files, file),
        id: 'field',
        atlas: testAtlas(),
        ...options,
      });
      if (refusal !== undefined) {
        const error = (await imported.then(
          () => undefined,
          (reason: unknown) => reason,
        )) as (Error & { exitCode?: number; hint?: string }) | undefined;
        expect(error).toMatchObject({ name: 'UserError', exitCode: 3 });
        expect(`${error?.message} ${error?.hint}`).toMatch(new RegExp(refusal, 's'));
        return;
      }
      const outcome = await imported;
      const { summary } = outcome;
      if (doubtful !== undefined)
        expect(summary.doubtful.flatMap(({ examples }) => examples)).toEqual(doubtful);
      if (absences !== undefined) expect(summary.absences).toBe(absences);
      if (period !== undefined) expect(summary.period).toEqual(period);
      expect(scoresOf(outcome)).toEqual(scores);
    },
  );
});

/** Real files, where they are; see `ALIGN_UN_DATA` in CONTRIBUTING.md. */
const layouts = [process.env['ALIGN_UN_DATA'], join(here, '../../../../shared/un')]
  .map((path) => join(path ?? '', 'layouts'))
  .find((path) => existsSync(path));

describe.skipIf(layouts === undefined)('files as they were found', () => {
  const read = (file: string, more: Partial<ImportOptions> = {}) =>
    importRecord({ file: join(layouts ?? '', file), id: 'found', atlas: testAtlas(), ...more });

  it.each([
    ['long-layout-2024-09-ga-voting.csv.gz', {}, 52, 193, 'UNGA'],
    ['long-layout-2026-ga-voting.csv.gz', {}, 52, 193, 'UNGA'],
    ['long-layout-2026-sc-voting.csv.gz', {}, 77, 40, 'UNSC'],
    ['wide-2025-ga-as-found.csv.gz', {}, 192, 191, 'UNGA'],
    ['wide-2025-ga-and-sc-as-found.csv.gz', { body: 'UNGA' }, 192, 191, 'UNGA'],
    ['wide-2025-ga-and-sc-as-found.csv.gz', { body: 'UNSC' }, 44, 15, 'UNSC'],
    ['wide-by-name-2020-2021-slice.csv.gz', { body: 'UNGA' }, 188, 193, 'UNGA'],
    ['wide-by-name-2020-2021-slice.csv.gz', { body: 'UNSC' }, 114, 20, 'UNSC'],
    ['voeten-wide-2020-11-to-2024-06-slice.csv.gz', {}, 348, 193, 'UNGA'],
  ] as const)('%s %j', async (file, options, rollCalls, countries, body) => {
    const { summary, catalog } = await read(file, options);
    expect(summary).toMatchObject({ rollCalls, countries });
    expect(summary.doubtful).toEqual([]);
    // Names of countries that scrapers got wrong, without a vote in this slice.
    expect(summary.unread).toHaveLength(file.startsWith('wide-by-name') ? 12 : 0);
    expect(catalog).toContain(`body: ${body}`);
  });

  it('the Council has a title, a source and titles of its own', async () => {
    const { catalog, record } = await read('long-layout-2026-sc-voting.csv.gz');
    expect(catalog).toMatch(/title: .*Security Council/);
    expect(catalog).toContain('un-digital-library-council');
    expect(recordOf(record?.[1] ?? '').detail('title', 0)).toBe('Somalia: sanctions (2020)');
  });

  it('the same votes in two layouts are the same votes', async () => {
    const [one, other] = await Promise.all([
      read('long-layout-2024-09-ga-voting.csv.gz'),
      read('long-layout-2026-ga-voting.csv.gz'),
    ]);
    expect(scoresOf(one)).toEqual(scoresOf(other));
  });
});
