import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { ruleTexts } from '../../src/catalog/rule-texts.ts';
import { runHere } from './invocations.ts';

const uri = z.string().refine((text) => URL.canParse(text, 'file:///folder/'));
const words = z.strictObject({ text: z.string().min(1) });
const location = z.strictObject({
  physicalLocation: z.strictObject({
    artifactLocation: z.strictObject({ uri }),
    region: z.strictObject({
      startLine: z.int().positive(),
      startColumn: z.int().positive(),
    }),
  }),
});

/** The part of SARIF 2.1.0 that is written, as section 3 of the standard has it. */
const sarif = z.strictObject({
  $schema: z.literal('https://json.schemastore.org/sarif-2.1.0.json'),
  version: z.literal('2.1.0'),
  runs: z.tuple([
    z.strictObject({
      tool: z.strictObject({
        driver: z.strictObject({
          name: z.literal('align'),
          semanticVersion: z.string().regex(/^\d+\.\d+\.\d+/),
          rules: z.array(z.strictObject({ id: z.string(), shortDescription: words, help: words })),
        }),
      }),
      columnKind: z.literal('utf16CodeUnits'),
      artifacts: z.array(z.strictObject({ location: z.strictObject({ uri }) })),
      results: z.array(
        z.strictObject({
          ruleId: z.string(),
          ruleIndex: z.int().nonnegative(),
          level: z.enum(['error', 'warning']),
          message: words,
          locations: z.tuple([location]),
        }),
      ),
      properties: z.looseObject({ provenance: z.looseObject({}) }),
    }),
  ]),
});

async function runOf(cwd: string, ...argv: string[]) {
  const { out, code } = await runHere(['validate', ...argv, '-f', 'sarif'], cwd);
  const [run] = sarif.parse(JSON.parse(out)).runs;
  return { run, code };
}

const bad = `catalog: bad
title: Bad
topics: {war: War}
sources: {paper: {title: Paper}, spare: {title: Spare}}
issues:
  - {id: one, title: One, topic: wars, date: 2020, positions: {Chyna: support}, sources: [paper]}
  - {id: two, title: Two, topic: wars, date: 2020, positions: {China: support}, sources: [paper]}
`;

function folderOf(files: Readonly<Record<string, string>>): string {
  const cwd = mkdtempSync(join(tmpdir(), 'align-sarif-'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(cwd, name), text);
  return cwd;
}

it('has every finding with its rule, level and place, and the rules with what they ask for', async () => {
  const { run, code } = await runOf(folderOf({ 'bad.yaml': bad }), 'bad.yaml');
  expect(code).toBe(1);
  expect(run.artifacts).toEqual([{ location: { uri: 'bad.yaml' } }]);
  expect(
    run.results.map(({ ruleId, level, locations: [{ physicalLocation }] }) => [
      `${physicalLocation.region.startLine}:${physicalLocation.region.startColumn}`,
      ruleId,
      level,
    ]),
  ).toEqual([
    ['4:34', 'unused-source', 'warning'],
    ['6:34', 'unknown-topic', 'error'],
    ['6:64', 'unknown-country', 'error'],
    ['7:34', 'unknown-topic', 'error'],
  ]);
  expect(run.results[2]?.message.text).toBe('no country is called "Chyna"\ndid you mean China?');
  const { rules } = run.tool.driver;
  expect(rules.map(({ id }) => id)).toEqual(['unknown-country', 'unknown-topic', 'unused-source']);
  for (const { id, shortDescription } of rules) expect(shortDescription.text).toBe(ruleTexts[id]);
  for (const { ruleId, ruleIndex } of run.results) expect(rules[ruleIndex]?.id).toBe(ruleId);
});

it('has no results where there is nothing to complain about', async () => {
  const good = bad.replace(', spare: {title: Spare}', '').replaceAll('wars', 'war');
  const { run, code } = await runOf(folderOf({ 'a.yaml': good.replace('Chyna', 'China') }), '.');
  expect([code, run.results, run.tool.driver.rules]).toEqual([0, [], []]);
});

it('has more findings than a table shows, and is what a file of its extension holds', async () => {
  const sources = Array.from({ length: 150 }, (_, i) => `s${i}: {title: S}`).join(', ');
  const cwd = folderOf({ 'a.yaml': bad.replace('spare: {title: Spare}', sources) });
  expect((await runOf(cwd, 'a.yaml')).run.results).toHaveLength(153);
  expect(await runHere(['validate', 'a.yaml', '-o', 'out.sarif'], cwd)).toMatchObject({ out: '' });
});

it('has names of files as URIs, whatever is in them', async () => {
  const cwd = folderOf({ 'a #1%?:.yaml': bad });
  mkdirSync(join(cwd, 'sub'));
  writeFileSync(join(cwd, 'sub', 'ü.yaml'), bad);
  const { run } = await runOf(cwd, 'a #1%?:.yaml', 'sub');
  expect(run.artifacts.map(({ location: { uri: each } }) => each)).toEqual([
    'a%20%231%25%3F%3A.yaml',
    'sub/%C3%BC.yaml',
  ]);
  const elsewhere = await runOf(tmpdir(), join(cwd, 'sub', 'ü.yaml'));
  const [artifact] = elsewhere.run.artifacts;
  expect(new URL(artifact!.location.uri, 'file:///').pathname).toMatch(/sub\/%C3%BC\.yaml$/);
});

it('has text that a terminal would obey as escapes', async () => {
  const cwd = folderOf({ 'a.yaml': bad.replace('Chyna', String.raw`"\e[31m\u202e\x9b"`) });
  const { out } = await runHere(['validate', 'a.yaml', '-f', 'sarif'], cwd);
  // oxlint-disable-next-line no-control-regex
  expect(out).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
  const { run } = await runOf(cwd, 'a.yaml');
  expect(run.results[2]?.message.text).toContain('"\u001b[31m\u202e\u009b"');
});
