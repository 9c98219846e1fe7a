import { mkdtempSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { execa } from 'execa';
import { expect, test } from 'vitest';
import { catalogOf, issueLine, times } from './inputs.ts';

const bin = fileURLToPath(new URL('../../bin/align.js', import.meta.url));
const yaml = createRequire(import.meta.url).resolve('yaml');
const tell =
  'data:text/javascript,process.on("exit",()=>process.stderr.write(String(process.resourceUsage().maxRSS)))';

/** The most memory that a program took, in kB. */
async function memoryOf(...args: readonly string[]): Promise<number> {
  const { stderr } = await execa(process.execPath, ['--import', tell, ...args], { reject: false });
  return Number(/\d+$/.exec(stderr)?.[0]);
}

function fileOf(content: string): string {
  const file = join(mkdtempSync(join(tmpdir(), 'align-memory-')), 'c.yaml');
  writeFileSync(file, content);
  return file;
}

/** What the parser takes for the same file. */
const parserAlone = (file: string) =>
  memoryOf(
    '-e',
    `require(${JSON.stringify(yaml)}).parseDocument(require('fs').readFileSync(${JSON.stringify(file)}, 'utf8')).toJS()`,
  );

test('a valid catalog of some megabytes takes little more memory than parsing it', async () => {
  const note = 'something that was said by it on that occasion';
  const held = times(6, (i) => `c${i}`).join('');
  const file = fileOf(catalogOf(times(18_000, (i) => issueLine(i, `, note: ${note} ${held}`))));
  expect(await memoryOf(bin, 'validate', file)).toBeLessThan(1.3 * (await parserAlone(file)));
});

test('a small file of nothing but repeated keys takes no more than a small file', async () => {
  const file = fileOf(`{${times(21_500, () => 'a').join(',')}}\n`);
  expect(await memoryOf(bin, 'validate', file)).toBeLessThan(200_000);
});
