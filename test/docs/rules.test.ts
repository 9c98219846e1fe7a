import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { ruleTexts } from '../../src/catalog/rule-texts.ts';
import { runHere } from '../render/invocations.ts';

const page = readFileSync(fileURLToPath(new URL('../../docs/rules.md', import.meta.url)), 'utf8');

interface Block {
  /** Whether it is YAML or CSV, and what the page says of it. */
  readonly info: string;
  readonly text: string;
}

function blocksOf(markdown: string): readonly Block[] {
  return [...markdown.matchAll(/^```(\w+ .+)\n([^]*?)^```$/gm)].map(([, info = '', text = '']) => ({
    info,
    text,
  }));
}

const textOf = (info: string) => blocksOf(page).find((each) => each.info === info)?.text ?? '';
const base = textOf('yaml base');
const record = textOf('csv record');

/** The parts of a catalog, each from its key to the next. */
function partsOf(text: string): readonly (readonly [key: string, part: string])[] {
  return text
    .split(/^(?=\w+:)/m)
    .map((part) => [/^(\w+):/.exec(part)?.[1] ?? '', part] as const);
}

/** The catalog that an example stands for: its own parts, and the others of that at the top of the page. */
function catalogOf(example: string): string {
  const own = new Set(partsOf(example).map(([key]) => key));
  if (own.has('')) return example;
  const rest = partsOf(base).filter(([key]) => !own.has(key));
  return rest.map(([, part]) => part).join('') + example;
}

/** Codes of what is found in an example and the files beside it, each once. */
async function codesOf(blocks: readonly Block[], against: boolean): Promise<readonly string[]> {
  const cwd = mkdtempSync(join(tmpdir(), 'align-rules-'));
  const files = blocks
    .filter(({ info }) => info.startsWith('yaml'))
    .map(({ info, text }, i) => {
      const encoding = info.endsWith('latin-1') ? 'latin1' : 'utf8';
      writeFileSync(join(cwd, `${i}.yaml`), Buffer.from(catalogOf(text), encoding));
      return `${i}.yaml`;
    });
  const votes = blocks.find(({ info }) => info.startsWith('csv'));
  if (votes) writeFileSync(join(cwd, 'votes.csv'), votes.text);
  if (against) {
    mkdirSync(join(cwd, 'record'));
    writeFileSync(join(cwd, 'record', 'votes.csv'), record);
    writeFileSync(
      join(cwd, 'record', 'catalog.yaml'),
      'catalog: record\ntitle: Record\nrollCalls: [{id: record, body: UNGA, file: votes.csv}]\n',
    );
  }
  const options = against ? ['--against', 'record'] : [];
  const { out, err } = await runHere(['validate', ...files, ...options, '-f', 'json'], cwd);
  expect(err).toBe('');
  const { diagnostics } = JSON.parse(out) as { diagnostics: readonly { code: string }[] };
  return [...new Set(diagnostics.map(({ code }) => code))].sort();
}

/** Sections on a code, and whether an official record is there. */
const sections = page.split(/^## /m).flatMap((chapter) =>
  chapter
    .split(/^### /m)
    .slice(1)
    .map((section) => {
      const [code = '', , about = ''] = section.split('\n');
      const isAgainst = chapter.startsWith('Against');
      return { code, about, isAgainst, blocks: blocksOf(section) };
    }),
);

/** What an example would be too long for; `test/hostile/size.test.ts` has them. */
const beyondLimits = ['limit', 'yaml-limit', 'yaml-resource-exhaustion'];
const withExamples = sections.filter(({ code }) => !beyondLimits.includes(code));

it('every rule has a section, with what it asks for', () => {
  const told = Object.fromEntries(sections.map(({ code, about }) => [code, about]));
  expect(told).toEqual(ruleTexts);
  expect(sections).toHaveLength(Object.keys(ruleTexts).length);
});

it('every code that the source gives is among the rules', () => {
  const files = [
    'catalog/document.ts',
    'catalog/shape.ts',
    'rollcalls/validate.ts',
    'rollcalls/compare-votes.ts',
    'rollcalls/read.ts',
    'rollcalls/read-votes.ts',
  ];
  const codes = files.flatMap((file) => {
    const path = fileURLToPath(new URL(`../../src/${file}`, import.meta.url));
    const code = /(?:code: |report\(\s*|wholeFile\(file, )'([a-z-]+)'/g;
    return [...readFileSync(path, 'utf8').matchAll(code)].map(([, each = '']) => each);
  });
  expect(codes).toContain('csv');
  expect(codes.filter((code) => !Object.hasOwn(ruleTexts, code))).toEqual([]);
});

describe.each(withExamples)('$code', ({ code, isAgainst, blocks }) => {
  const bad = blocks.filter(({ info }) => /^\w+ bad/.test(info));
  const good = blocks.filter(({ info }) => /^\w+ good/.test(info));

  it('the bad example gives that code alone', async () => {
    expect(await codesOf(bad, isAgainst)).toEqual([code]);
  });

  it('the good example gives nothing', async () => {
    expect(good.length).toBe(bad.length);
    expect(await codesOf(good, isAgainst)).toEqual([]);
  });
});
