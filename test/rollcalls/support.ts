import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll } from 'vitest';
import { compileCountries, compileNames } from '../../src/bundle/compile-countries.ts';
import { type Atlas, createAtlas } from '../../src/countries/resolve.ts';
import { readRecord } from '../../src/rollcalls/read.ts';
import type { RollCallRecord } from '../../src/rollcalls/record.ts';
import type { RecordTexts } from '../../src/rollcalls/series/record-series.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

let atlas: Atlas | undefined;

export function testAtlas(): Atlas {
  if (!atlas) {
    const data = compileCountries(readFileSync(join(root, 'data/countries.yaml'), 'utf8'));
    atlas = createAtlas(data, () => compileNames(data));
  }
  return atlas;
}

/** A directory of this test file's own, gone afterwards. */
export function scratch(): (name: string, content?: string | Buffer) => string {
  const directory = mkdtempSync(join(tmpdir(), 'align-'));
  afterAll(() => rmSync(directory, { recursive: true, force: true }));
  return (name, content) => {
    const path = join(directory, name);
    if (content !== undefined) writeFileSync(path, content);
    return path;
  };
}

/** Where no series and no other titles matter. */
export const noTexts: RecordTexts = { seriesOf: () => undefined, titleOf: () => undefined };

export function recordOf(csv: string): RollCallRecord {
  const { record, findings } = readRecord(Buffer.from(csv), 'votes.csv');
  if (!record)
    throw new Error(findings.map(({ line, message }) => `${line}: ${message}`).join('\n'));
  return record;
}

/** Where the General Assembly's record is kept, if it is. */
export const unData = [process.env['ALIGN_UN_DATA'], join(root, '../shared/un')].find(
  (path) => path !== undefined && existsSync(join(path, 'UNVotes.csv.gz')),
);
