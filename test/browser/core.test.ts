import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as core from '../../src/core.ts';
import { hasChromium, launchChromium, requiresChromium } from './chromium.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const texts = {
  countries: readFileSync(`${root}/dist/data/countries.json`, 'utf8'),
  catalog: readFileSync(`${root}/data/catalogs/eurasia-2020.yaml`, 'utf8'),
  cameo: readFileSync(`${root}/dist/data/cameo.json`, 'utf8'),
  policy: 'assertions:\n  - {id: near, between: [china, russia], atLeast: 0.5, measure: kappa}\n',
};

/**
 * Every measure, and every analysis of a catalog that is read from text. It is sent to the browser as it stands
 * here, so it knows nothing but what it is given.
 */
async function answerAll(library: typeof core, given: typeof texts): Promise<unknown> {
  const bytes = (text: string) => new TextEncoder().encode(text);
  const atlas = library.createAtlas(
    library.readCountries(JSON.parse(given.countries)),
    () => new Map(),
  );
  const goldstein = new Map(
    Object.entries<{ label: string; goldstein: number }>(JSON.parse(given.cameo)),
  );
  const context = { atlas, cameoCodes: new Set(goldstein.keys()) };
  const { catalog, findings } = library.readCatalog(bytes(given.catalog), 'own.yaml', context);
  if (!catalog) return findings;
  const open = library.createLibrary([catalog], atlas, { goldstein });
  const questionOf = (...sides: string[]) => library.putQuestion({}, { catalogs: [], sides });
  const opened = await library.openQuestionIn(open, questionOf('china', 'russia'));
  const { evidence, filter, settings } = opened;
  const sides = library.dyadOf(opened);
  const compared = await library.openQuestionIn(
    open,
    library.putQuestion(
      { versus: { from: '2020-01-01', to: '2020-06-30' } },
      { catalogs: [], sides: ['china', 'russia'] },
    ),
  );
  const known = library.everySide(evidence, open.nameOf);
  const policy = await library.findPolicy(
    open,
    library.readPolicy(bytes(given.policy), 'own.yaml'),
    'own.yaml',
  );
  const about = { id: policy.id, title: null, file: 'own.yaml' };
  const answers = {
    measures: library.measures.map(({ id, compute }) => [
      id,
      compute(library.crossTabulate([0, 1, 2, 2, 0, null], [0, 2, 2, 1, 2, 0], 3), 'linear'),
    ]),
    score: library.scoreDyad(evidence, ...sides, settings),
    explanation: library.explainDyad(evidence, ...sides, settings, filter),
    report: library.reportDyad(evidence, ...sides, known, settings, filter),
    overTime: await library.changeOverTime(opened, library.scoreDyad(evidence, ...sides, settings)),
    versus: library.versusOf(await library.openVersus(compared), compared),
    comparison: library.compareSides(evidence, known.slice(0, 4), settings),
    matrix: await library.matrixOf(await library.lookUpIn(open, questionOf())),
    ranking: await library.rankOf(await library.lookUpIn(open, questionOf('china'))),
    check: await library.checkClaims(await library.openClaims(open, policy), {}, about),
  };
  return JSON.parse(JSON.stringify(answers));
}

describe.skipIf(!hasChromium && !requiresChromium)('the core in Chromium', () => {
  let browser: Browser;
  let bundle: string;
  beforeAll(async () => {
    browser = await launchChromium();
    const { outputFiles } = await build({
      stdin: { contents: "export * from 'align-cli/core';", resolveDir: root },
      bundle: true,
      platform: 'browser',
      format: 'iife',
      globalName: 'core',
      write: false,
      logLevel: 'silent',
    });
    bundle = outputFiles[0]!.text;
  }, 60_000);
  afterAll(() => browser?.close());

  test('answers as it does here', async () => {
    const page = await browser.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.addScriptTag({ content: bundle });
    const there = await page.evaluate(`(${answerAll.toString()})(core, ${JSON.stringify(texts)})`);
    const here = (await answerAll(core, texts)) as Record<string, unknown>;
    expect(there).toEqual(here);
    expect(complaints).toEqual([]);
    expect(here).toMatchObject({ score: { coverage: { joint: 17 } }, check: { passed: 1 } });
  });
});
