import { describe, expect, it } from 'vitest';
import { align } from './align.ts';

/** All that stands between the tags of a picture, in its order. */
function textsOf(svg: string): string[] {
  return [...svg.matchAll(/<(?:text|tspan)[^>]*>([^<]+)</g)].map(([, text]) => text!);
}

async function draw(...args: string[]): Promise<string> {
  const { stdout, stderr, exitCode } = await align([...args, '-f', 'svg']);
  expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 });
  expect(stdout).not.toMatch(/\b(?:NaN|undefined|Infinity)\b/);
  expect(stdout).toContain('prefers-color-scheme:dark');
  return stdout;
}

describe('pictures of what changed', () => {
  it('of a trend have a title with the countries, a description, and breaks in words', async () => {
    const svg = await draw('trend', 'usa', 'uk');
    const title = 'United States – United Kingdom: agreement by year';
    expect(svg).toContain(`<title>${title}</title>`);
    expect(svg).toContain(`aria-label="${title}"`);
    expect(svg).toMatch(
      /<desc>[^<]*20 points from 2006 to 2025\. 2023: another agenda;[^<]*<\/desc>/,
    );
    const texts = textsOf(svg);
    expect(texts).toContain(title);
    expect(texts.some((text) => text.startsWith('2023: another agenda; mean agreement'))).toBe(
      true,
    );
  });

  it('of several name each dyad above its own chart', async () => {
    const svg = await draw('trend', 'usa', 'uk', 'france', 'china');
    const texts = textsOf(svg);
    expect(texts.join(' ')).toContain('United States with United Kingdom, France, China');
    for (const other of ['United Kingdom', 'France', 'China'])
      expect(texts).toContain(`United States – ${other}`);
    expect(svg.match(/<svg y="/g)).toHaveLength(3);
  });

  it('of one country against its own past say so', async () => {
    expect(textsOf(await draw('trend', 'usa')).join(' ')).toContain(
      'United States and its own past',
    );
  });

  it('of a drift have then and now, and the topics with both effects', async () => {
    const periods = ['--before', '2013..2020', '--after', '2021..2025'];
    const svg = await draw('drift', 'usa', 'uk', ...periods);
    const texts = textsOf(svg);
    expect(texts.join(' ')).toContain(
      'United States – United Kingdom: agreement, 2013–2020 to 2021–2025',
    );
    const { stdout } = await align(['drift', 'usa', 'uk', ...periods, '-f', 'json']);
    const { before, sameTexts, topics } = JSON.parse(stdout);
    expect(texts).toContain(`All issues, 2013–2020 (${before.n})`);
    expect(texts).toContain(`Same texts, 2021–2025 (${sameTexts.series})`);
    for (const { title } of topics.slice(0, 5)) expect(texts).toContain(title);
  });

  it('by a divergence have no same texts beside them, which are on another scale', async () => {
    const svg = await draw(
      'drift',
      'usa',
      'uk',
      '--before',
      '2020',
      '--after',
      '2025',
      '-m',
      'divergence',
    );
    expect(textsOf(svg).join(' ')).not.toContain('Same texts,');
  });
});

describe('pages of what changed', () => {
  it.each([
    [
      ['trend', 'usa', 'uk', 'france'],
      ['dyad-1', 'dyad-2', 'methods'],
    ],
    [
      ['trend', 'usa'],
      ['dyad-1', 'methods'],
    ],
    [
      ['trend', 'usa', 'uk', '--window', '3'],
      ['dyad-1', 'methods'],
    ],
    [
      ['drift', 'usa', 'uk', '--before', '2013..2020', '--after', '2021..2025'],
      ['periods', 'topics', 'texts', 'methods'],
    ],
  ] as const)('of %j have their sections and their numbers as tables', async (args, sections) => {
    const { stdout, exitCode } = await align([...args, '-f', 'html']);
    expect(exitCode).toBe(0);
    const ids = [...stdout.matchAll(/<section id="([^"]+)"/g)].map(([, id]) => id);
    expect(ids).toEqual(sections);
    expect(stdout).toMatch(/<details><summary>[^<]+as a table<\/summary>/);
    expect(stdout).not.toMatch(/\b(?:NaN|undefined|Infinity)\b/);
  });

  it('of a report tell what changed, or why that cannot be told', async () => {
    const { stdout } = await align(['report', 'usa', 'uk']);
    expect(stdout).toMatch(/<section id="years"[^]*<li>2023: another agenda;/);
    expect(stdout).toMatch(
      /<section id="drift"[^]*2021–2025, the last five years of the joint issues, against 2006–2020/,
    );
    const short = await align([
      'report',
      'china',
      'russia',
      '-c',
      'eurasia-2020',
      '--from',
      '2020',
    ]);
    const words = short.stdout.replaceAll(/<[^>]+>/g, '');
    expect(words).toContain('There is no trend to show: the joint issues are all of 2020.');
    expect(words).toContain('The last five years are not compared with those before:');
    const markdown = await align(['report', 'usa', 'uk', '-f', 'markdown']);
    expect(markdown.stdout).toMatch(/### Over time\n\n[^#]*- 2023: another agenda/);
    expect(markdown.stdout).toContain('### What moved lately');
  });

  it.each(['trend', 'drift'])('a %s that cannot be told is not drawn', async (chart) => {
    const { stdout, stderr, exitCode } = await align([
      'report',
      'china',
      'russia',
      '-c',
      'eurasia-2020',
      '--from',
      '2020',
      '--chart',
      chart,
      '-f',
      'svg',
    ]);
    expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: 4 });
    expect(stderr).toContain(`there is no ${chart} to draw`);
  });
});
