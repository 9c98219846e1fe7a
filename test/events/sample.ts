import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { onTestFinished } from 'vitest';
import { rmSync } from 'node:fs';
import { bundledCameo } from '../../src/bundle/bundled.ts';

/** An event as tests write it. */
export interface SampleEvent {
  readonly day: string;
  readonly source: string;
  readonly target: string;
  readonly cameo: string;
}

/** Events between four countries, made up without chance: every day another pair and another code. */
export const sample: readonly SampleEvent[] = Array.from({ length: 240 }, (_, i) => {
  const countries = ['USA', 'RUS', 'CHN', 'IND'];
  const codes = ['042', '057', '190', '010', '1212', '0311', '112', '036'];
  const source = countries[(i * 7 + Math.floor(i / 5)) % 4]!;
  const target = countries[(i * 3 + 1 + Math.floor(i / 9)) % 4]!;
  const month = String((i % 12) + 1).padStart(2, '0');
  const day = `${2018 + Math.floor(i / 60)}-${month}-${String((i % 28) + 1).padStart(2, '0')}`;
  return { day, source, target, cameo: codes[(i * 5 + Math.floor(i / 7)) % codes.length]! };
}).filter(({ source, target }) => source !== target);

export const weightOf = (cameo: string): number => bundledCameo().get(cameo)!.goldstein;

/** A folder that is gone when the test is over. @returns the path of a file in it */
export function folder(): (name: string, content?: string | Uint8Array) => string {
  const home = mkdtempSync(join(tmpdir(), 'align-events-test-'));
  onTestFinished(() => rmSync(home, { recursive: true }));
  return (name, content) => {
    const path = join(home, name);
    mkdirSync(dirname(path), { recursive: true });
    if (content !== undefined) writeFileSync(path, content);
    return path;
  };
}

export const csvOf = (
  events: readonly SampleEvent[],
  separator = ',',
  header = ['day', 'source', 'target', 'cameo', 'goldstein'],
): string =>
  [
    header,
    ...events.map(({ day, source, target, cameo }) => [
      day,
      source,
      target,
      cameo,
      String(weightOf(cameo)),
    ]),
  ]
    .map((row) => `${row.join(separator)}\n`)
    .join('');

/** A statement of DuckDB, to write files with. */
export async function duckDb(sql: string): Promise<void> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  await connection.run(sql);
  connection.closeSync();
  instance.closeSync();
}

/** Lines of a catalog that is about two issues of the four, so that they can be scored. */
const issues = `topics: {x: X}
sources: {s: {title: A sample}}
issues:
  - {id: one, title: One, topic: x, date: 2019, sources: [s], positions: {usa: support, russia: oppose, china: oppose, india: neutral}}
`;

const title = 'catalog: c\ntitle: C\n';

/** A catalog whose interactions are the sample, listed. */
export const listed = `${title}${issues}interactions:\n${sample
  .map(
    ({ day, source, target, cameo }, i) =>
      `  - {id: e${i}, title: E ${i}, date: ${day}, actor: ${source}, target: ${target}, cameo: "${cameo}", sources: [s]}\n`,
  )
  .join('')}`;

/** A catalog with one source of events. */
export const summed = (source: string): string =>
  `${title}${issues}events:\n  - {id: ev, title: Sample, engine: duckdb, sources: [s], ${source}}\n`;

export const plainTable =
  'layout: table, columns: {date: day, source: source, target: target, cameo: cameo, goldstein: goldstein}, countries: iso3';
