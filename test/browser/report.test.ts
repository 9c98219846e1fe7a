import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { align } from '../cli/align.ts';
import { hostileFolder, hostileTexts } from '../render/hostile.ts';
import { hasChromium, launchChromium, requiresChromium } from './chromium.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

if (!hasChromium && !requiresChromium)
  process.stderr.write(
    'No Chromium: the reports are not opened. Set ALIGN_CHROMIUM to one to run these tests.\n',
  );

const sixty =
  'usa uk france germany russia china india brazil south-africa japan canada australia italy spain poland ukraine turkey iran iraq israel saudi-arabia egypt nigeria kenya ethiopia mexico argentina chile colombia peru venezuela cuba bolivia ecuador indonesia malaysia singapore thailand vietnam philippines south-korea north-korea pakistan bangladesh sri-lanka nepal kazakhstan uzbekistan belarus armenia azerbaijan georgia sweden norway finland denmark netherlands belgium greece hungary'.split(
    ' ',
  );

const reports = {
  dyad: ['report', 'china', 'russia'],
  matrix: ['report', '--matrix'],
  sixty: ['report', '--matrix', ...sixty],
  hostile: ['report', 'china', 'russia', '-c', 'hostile.yaml'],
  trend: ['trend', 'usa', 'uk', 'china'],
  drift: ['drift', 'usa', 'uk', '--before', '2013..2020', '--after', '2021..2025'],
  interactions: ['interactions', 'china', 'russia'],
  hostileInteractions: ['interactions', 'china', '-c', 'hostile.yaml'],
  hostileTrend: ['trend', 'china', 'russia', '-c', 'hostile.yaml'],
} as const;
type Name = keyof typeof reports;
const names = Object.keys(reports) as Name[];
const patience = 240_000;
const widths = [360, 768, 1280] as const;

/** The slow checks of accessibility: all of them once, colours in every look. */
const allRules = { resultTypes: ['violations'] };
const colours = { ...allRules, runOnly: ['color-contrast'] };

const looks = [
  { name: 'light', width: 1280, rules: allRules, media: { media: 'screen', colorScheme: 'light' } },
  { name: 'dark', width: 360, rules: colours, media: { media: 'screen', colorScheme: 'dark' } },
  { name: 'print', width: 768, rules: colours, media: { media: 'print', colorScheme: 'light' } },
] as const;

describe.skipIf(!hasChromium && !requiresChromium)('reports in Chromium', () => {
  let browser: Browser;
  let folder: string;
  const fileOf = (name: Name) => join(folder, `${name}.html`);

  beforeAll(async () => {
    folder = hostileFolder();
    for (const name of names) {
      // Elsewhere than beside the catalog, which is pointed out where it is not the one that is meant.
      const cwd = reports[name].some((word) => word === 'hostile.yaml') ? { cwd: folder } : {};
      const { exitCode, stderr } = await align([...reports[name], '-o', fileOf(name)], cwd);
      expect(stderr).toBe('');
      expect(exitCode).toBe(0);
    }
    browser = await launchChromium();
  }, patience);

  afterAll(async () => {
    await browser?.close();
    if (folder) await rm(folder, { recursive: true });
  });

  /** Opens a report and notes whatever the browser complains about or asks for. */
  async function open(name: Name, width = 1280, javaScriptEnabled = true) {
    const context = await browser.newContext({
      viewport: { width, height: 900 },
      javaScriptEnabled,
    });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(`${message.type()}: ${message.text()}`));
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('dialog', (dialog) => complaints.push(`dialog: ${dialog.message()}`));
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    const url = pathToFileURL(fileOf(name)).href;
    await page.goto(url);
    return { page, complaints, requests, url, close: () => context.close() };
  }

  function overflow(page: Page): Promise<number> {
    return page.evaluate<number>('document.scrollingElement.scrollWidth - innerWidth');
  }

  describe.each(names)('%s', (name) => {
    test('asks for nothing but its file and makes no complaint', async () => {
      const { page, complaints, requests, url, close } = await open(name);
      for (const summary of await page.locator('summary').all()) await summary.click();
      await page.waitForLoadState('networkidle');
      expect(requests.filter((request) => !request.startsWith('data:'))).toEqual([url]);
      expect(complaints).toEqual([]);
      await close();
    });

    test.each(looks)(
      'overflows nowhere and is accessible in $name',
      async ({ width, rules, media }) => {
        const { page, complaints, close } = await open(name);
        await page.emulateMedia(media);
        for (const details of await page.locator('details').all())
          await details.evaluate((element) => element.setAttribute('open', ''));
        for (const each of widths) {
          await page.setViewportSize({ width: each, height: 900 });
          expect(await overflow(page), `${each} px`).toBeLessThanOrEqual(0);
        }
        await page.setViewportSize({ width, height: 900 });
        // Through the debugger, which the page's own policy does not bind.
        await page.evaluate(axe);
        const violations = await page.evaluate<string[]>(
          `axe.run(${JSON.stringify(rules)}).then(({ violations }) =>
          violations.map(({ id, nodes }) => id + ': ' + nodes[0].html))`,
        );
        expect(violations).toEqual([]);
        expect(complaints).toEqual([]);
        await close();
      },
      patience,
    );

    test('shows one drawing of each chart, within the page', async () => {
      for (const width of [360, 1280]) {
        const { page, close } = await open(name, width);
        const figures = await page.locator('figure').evaluateAll((elements) =>
          elements.map((figure) => {
            const charts = [...figure.querySelectorAll('svg.chart')];
            // Of one that is scrolled, what can be seen at a time.
            const boxes = charts.map((chart) =>
              (chart.closest('.scrolled') ?? chart).getBoundingClientRect(),
            );
            return boxes.filter((box) => box.width > 0 && box.height > 0);
          }),
        );
        expect(figures.length).toBeGreaterThan(0);
        for (const shown of figures) {
          expect(shown).toHaveLength(1);
          expect(shown[0]?.x).toBeGreaterThanOrEqual(0);
          expect((shown[0]?.x ?? 0) + (shown[0]?.width ?? 0)).toBeLessThanOrEqual(width);
        }
        await close();
      }
    });
  });

  test.each([360, 768, 1280])(
    'every label of sixty countries can be read at %i px, and stays in sight',
    async (width) => {
      const { page, close } = await open('sixty', width);
      const chart = page.locator('#heatmap svg.chart:visible');
      const sizes = await chart.evaluate((svg) => {
        const shown = svg.getBoundingClientRect().width;
        const scale = shown / (svg.getAttribute('viewBox') ?? '').split(' ').map(Number)[2]!;
        return [...svg.querySelectorAll('text')]
          .filter((text) => text.textContent !== '')
          .map((text) => scale * Number(text.closest('[font-size]')?.getAttribute('font-size')));
      });
      // Names at the left, codes above and below.
      expect(sizes).toHaveLength(3 * sixty.length);
      expect(Math.min(...sizes)).toBeGreaterThanOrEqual(7.5);
      const boxes = await chart.evaluate((svg) =>
        [...svg.querySelectorAll('text')].map((text) => {
          const { x, y, width: w, height } = text.getBoundingClientRect();
          return { x, y, right: x + w, bottom: y + height };
        }),
      );
      const [rows, above] = [boxes.slice(0, 60), boxes.slice(60, 120)];
      // A box has room above and below its letters.
      for (let i = 1; i < 60; i++) {
        expect(rows[i]!.y).toBeGreaterThan((rows[i - 1]!.y + rows[i - 1]!.bottom) / 2);
        expect(above[i]!.x).toBeGreaterThan((above[i - 1]!.x + above[i - 1]!.right) / 2);
      }
      if (width === 360) {
        const box = page.locator('#heatmap .scrolled:visible');
        await box.evaluate((element) => element.scrollTo(400, 0));
        expect(await box.evaluate((element) => element.scrollLeft)).toBe(400);
        const heads = await box.locator('svg.heads').boundingBox();
        expect(heads?.x).toBe((await box.boundingBox())?.x);
        expect(await box.locator('svg.heads text').allTextContents()).toContain('USA');
      }
      await close();
    },
  );

  test.each([
    ['sixty', 16],
    ['dyad', 30],
  ] as const)('printed, %s takes at most %i pages', async (name, most) => {
    const { page, close } = await open(name);
    const paper = (await page.pdf({ format: 'A4', preferCSSPageSize: true })).toString('latin1');
    const pages = paper.match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
    expect(pages).toBeGreaterThan(1);
    expect(pages).toBeLessThanOrEqual(most);
    await page.emulateMedia({ media: 'print' });
    await page.setViewportSize({ width: 673, height: 1000 });
    // What cannot be broken and is higher than a page less a heading leaves the page before it empty.
    const heights = await page
      .locator('figure')
      .evaluateAll((all) => all.map((figure) => figure.getBoundingClientRect().height));
    expect(Math.max(...heights)).toBeLessThan((265 - 60) * (96 / 25.4));
    await close();
  });

  test('paper has the issues on which the two part, and says how many more there are', async () => {
    const { page, close } = await open('dyad');
    const rows = page.locator('#issues tbody tr');
    const all = await rows.count();
    const note = page.locator('#issues .on-paper');
    expect(await note.isVisible()).toBe(false);
    await page.emulateMedia({ media: 'print' });
    const shown = page.locator('#issues tbody tr:visible');
    const parting = await shown.count();
    expect(parting).toBeGreaterThan(0);
    expect(await page.locator('#issues tbody tr[data-nearness=same]:visible').count()).toBe(0);
    expect(await note.textContent()).toBe(
      `On paper are the ${parting} issues on which they part; the file has ${all - parting} more, on which their positions are the same.`,
    );
    // Who asks for those with the same positions has them on paper.
    await page.emulateMedia({ media: 'screen' });
    await page.locator('#issues select[name=nearness]').selectOption('same');
    await page.emulateMedia({ media: 'print' });
    expect(await shown.count()).toBe(all - parting);
    expect(await note.isVisible()).toBe(false);
    await close();
  });

  const firstCells = (page: Page, column: number) =>
    page
      .locator('table[data-sortable] tbody tr:visible')
      .evaluateAll(
        (rows, index) => rows.map((row) => row.children[index]?.textContent ?? ''),
        column,
      );

  test('issues are sorted by the heads of their columns', async () => {
    const { page, close } = await open('dyad');
    const head = page.locator('table[data-sortable] th', { hasText: 'Date' });
    const latestFirst = await firstCells(page, 1);
    await head.getByRole('button').focus();
    await page.keyboard.press('Enter');
    expect(await head.getAttribute('aria-sort')).toBe('descending');
    await page.keyboard.press('Enter');
    expect(await head.getAttribute('aria-sort')).toBe('ascending');
    const oldestFirst = await firstCells(page, 1);
    expect(oldestFirst).toHaveLength(latestFirst.length);
    const begins = oldestFirst.map((date) => date.split(' – ')[0]);
    expect(begins).toEqual([...begins].sort());
    expect(oldestFirst[0]).not.toBe(latestFirst[0]);
    await close();
  });

  test('numbers are sorted as numbers', async () => {
    const { page, close } = await open('matrix');
    const head = page.locator('table[data-sortable] th', { hasText: /^n$/ });
    await head.getByRole('button').click();
    const counts = (await firstCells(page, 3)).map(Number);
    expect(counts).toEqual([...counts].sort((x, y) => y - x));
    expect(counts[0]).toBeGreaterThan(counts.at(-1) ?? Infinity);
    await close();
  });

  test('filters narrow the issues together and say how many are left', async () => {
    const { page, close } = await open('dyad');
    const all = (await firstCells(page, 0)).length;
    await page.getByRole('combobox', { name: 'Positions' }).selectOption('opposed');
    const opposed = await firstCells(page, 0);
    expect(opposed.length).toBeGreaterThan(0);
    expect(opposed.length).toBeLessThan(all);
    await page.getByRole('searchbox').fill('DEATH penalty');
    const found = await firstCells(page, 0);
    expect(found.length).toBeGreaterThan(0);
    expect(found.every((title) => /death penalty/i.test(title))).toBe(true);
    expect(await page.locator('output').textContent()).toBe(`${found.length} of ${all} shown`);
    await close();
  });

  test('without script there are neither filters nor buttons, and every issue', async () => {
    const { page, close } = await open('dyad', 1280, false);
    expect(await page.locator('.filters').isVisible()).toBe(false);
    expect(await page.locator('th button').count()).toBe(0);
    expect(await page.locator('table[data-sortable] tbody tr').count()).toBeGreaterThan(100);
    await close();
  });

  test('what changed is told in words, drawn, and there as a table', async () => {
    const { page, close } = await open('dyad');
    for (const [id, charts] of [
      ['years', 1],
      ['drift', 2],
    ] as const) {
      const section = page.locator(`#${id}`);
      expect((await section.locator('p').first().textContent())?.length).toBeGreaterThan(20);
      expect(await section.locator('svg.chart:visible').count()).toBe(charts);
      for (const label of await section
        .locator('svg.chart:visible')
        .evaluateAll((all) => all.map((chart) => chart.getAttribute('aria-label') ?? '')))
        expect(label).toMatch(/\w{4}/);
      const tables = section.locator('details');
      expect(await tables.count()).toBe(charts);
      await tables.first().locator('summary').click();
      expect(await tables.first().locator('tbody tr:visible').count()).toBeGreaterThan(1);
    }
    await close();
  });

  test('no text of a chart of change is cut off at its edges', async () => {
    for (const name of ['dyad', 'trend', 'drift'] as const)
      for (const width of [360, 1280]) {
        const { page, close } = await open(name, width);
        const cut = await page
          .locator(name === 'dyad' ? '#years svg.chart, #drift svg.chart' : 'svg.chart')
          .evaluateAll((charts) =>
            charts.flatMap((chart) => {
              const box = chart.getBoundingClientRect();
              return [...chart.querySelectorAll('text')]
                .filter((text) => {
                  const own = text.getBoundingClientRect();
                  return own.width > 0 && (own.left < box.left - 1 || own.right > box.right + 1);
                })
                .map((text) => text.textContent);
            }),
          );
        expect(cut, `${name} at ${width} px`).toEqual([]);
        await close();
      }
  });

  test('hostile text is text', async () => {
    const { page, complaints, close } = await open('hostile');
    expect(await page.locator('script').count()).toBe(1);
    expect(await page.locator('img').count()).toBe(0);
    const text = (await page.locator('#issues').textContent()) ?? '';
    const plain = hostileTexts.filter((each) => /^[\x20-\x7E]+$/.test(each));
    expect(plain.length).toBeGreaterThan(5);
    for (const each of plain) expect(text).toContain(each.trim());
    // oxlint-disable-next-line no-control-regex
    expect(text).not.toMatch(/[\u0000-\u0008\u001B\u202A-\u202E]/);
    expect(complaints).toEqual([]);
    await close();
  });

  test('charts on their own are drawn without complaint', async () => {
    for (const chart of ['topics', 'positions', 'interactions', 'trend', 'drift', 'matrix']) {
      const file = join(folder, `${chart}.svg`);
      await align([...reports.hostile, '--chart', chart, '-o', file], { cwd: folder });
      const page = await browser.newPage();
      const complaints: string[] = [];
      page.on('console', (message) => complaints.push(message.text()));
      await page.goto(pathToFileURL(file).href);
      const root = await page.evaluate<unknown>(`({
        name: document.documentElement.nodeName,
        broken: document.querySelector('parsererror') !== null,
        width: document.documentElement.getBoundingClientRect().width,
      })`);
      expect(root).toEqual({ name: 'svg', broken: false, width: 760 });
      expect(complaints).toEqual([]);
      await page.close();
    }
  });
});
