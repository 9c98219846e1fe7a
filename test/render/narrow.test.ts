import { rm } from 'node:fs/promises';
import stringWidth from 'fast-string-width';
import { afterAll, describe, expect, it } from 'vitest';
import { hostileFolder } from './hostile.ts';
import { invocations, runHere } from './invocations.ts';

const folder = hostileFolder();
afterAll(() => rm(folder, { recursive: true }));

const widths = [40, 60] as const;
const wide = '400';

/** Formats that are set in lines; tables for programs and Markdown are as wide as they are. */
const ofText = invocations().filter(({ format }) => format === 'table' || format === 'text');

/** An address stays whole, so that it can be followed. */
const address = /^\s*(?:\[\d+\] )?https?:\/\/\S+$/;

async function linesOf(argv: readonly string[], columns: string): Promise<readonly string[]> {
  const { out } = await runHere(argv, folder, { COLUMNS: columns });
  return out.split('\n');
}

/** The same questions of what comes with the program, whose words are words. */
const stands: Readonly<Record<string, string>> = {
  three: 'brics',
  'issue-1': 'ladakh-2020',
  hostile: 'eurasia-2020',
};

function ofBundled(argv: readonly string[]): readonly string[] {
  const at = argv.indexOf('--catalog');
  return argv.toSpliced(at, 2).map((word) => stands[word] ?? word);
}

/** These show more or other things where there is more room, words of their own among them. */
const isDrawn = (argv: readonly string[]) =>
  ['matrix', 'map'].includes(argv[0]!) || argv[1] === 'positions';

const longestWord = 28;

/** What stands between spaces, but for how many more there are than there is room for. */
function partsOf(lines: readonly string[]): ReadonlySet<string> {
  return new Set(
    lines
      .join(' ')
      .replaceAll(/\d+(?= more)/g, '')
      .split(/\s+/),
  );
}

/** Whether something may stand on a line by itself of a word: all, a part between hyphens and strokes, or of an address. */
function isWhole(part: string, words: ReadonlySet<string>): boolean {
  const isLabel = part.endsWith(':') && words.has(part.slice(0, -1));
  // Scales, curves and dendrograms are drawn to the width.
  const isLine = !/[\p{L}\p{N}]/u.test(part) || part.includes('…');
  if (isLabel || isLine || words.has(part)) return true;
  return [...words].some(
    (word) =>
      word.includes(part) &&
      (word.length > longestWord || /^(?:.*[-–/_])?$/.test(word.slice(0, word.indexOf(part)))) &&
      (word.length > longestWord || word.endsWith(part) || /[-–/_]$/.test(part)),
  );
}

describe.each(ofText.map(({ argv }) => [argv.join(' '), argv] as const))('align %s', (_, argv) => {
  it.each(widths)('keeps within %i columns, whatever a catalog says', async (width) => {
    const lines = await linesOf(argv, String(width));
    const over = lines.filter((line) => stringWidth(line) > width && !address.test(line));
    expect(over).toEqual([]);
  });
});

const ownFiles = new Set(['check', 'diff', 'validate']);

describe.each(
  ofText
    .filter(({ command, argv }) => !ownFiles.has(command) && !isDrawn(argv))
    .filter(({ argv }) => argv.at(argv.indexOf('--catalog') + 1) === 'hostile.yaml')
    .map(({ argv }) => ofBundled(argv))
    .map((argv) => [argv.join(' '), argv] as const),
)('align %s', (_, argv) => {
  it('breaks no word', async () => {
    const words = partsOf(await linesOf(argv, wide));
    for (const width of widths) {
      const lines = await linesOf(argv, String(width));
      const broken = [...partsOf(lines)].filter((part) => !isWhole(part, words));
      expect(broken, `${width} columns`).toEqual([]);
      const over = lines.filter((line) => stringWidth(line) > width && !address.test(line));
      expect(over, `${width} columns`).toEqual([]);
    }
  });
});
