import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { align } from './align.ts';

const cwd = fileURLToPath(new URL('golden/interactions', import.meta.url));

const ask = (args: readonly string[], COLUMNS = '80') =>
  align([...args, '-m', 'cooperation', '-c', 'invented.yaml'], { cwd, env: { COLUMNS } });

/** What of a page is its own, not the style and script that all have. */
function ownPart(format: string, text: string): string {
  return format === 'html' ? text.slice(text.indexOf('<header>'), text.indexOf('<script>')) : text;
}

describe('--measure cooperation', () => {
  it.each([
    ['matrix', [], ['table', 'json', 'csv', 'markdown']],
    ['rank', ['china', '--min-joint', '1'], ['table', 'json', 'csv', 'markdown']],
    ['trend', ['china', 'russia'], ['table', 'json', 'csv', 'markdown', 'html', 'svg']],
  ] as const)('of align %s, in every format', async (command, args, formats) => {
    for (const format of formats) {
      const { stdout, stderr, exitCode } = await ask([command, ...args, '-f', format]);
      expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 });
      await expect(ownPart(format, stdout)).toMatchFileSnapshot(
        `golden/cooperation/${command}.${format}.golden`,
      );
    }
  });

  it('of align matrix by year, and as a square', async () => {
    const years = await ask(['matrix', '--by', 'year', '-f', 'csv']);
    const rows = parse<Record<string, string>>(years.stdout, { bom: true, columns: true });
    expect(rows.length).toBeGreaterThan(3);
    for (const row of rows) {
      expect(row).toMatchObject({ agreement: '', identical: '', s: '', kappa: '', pi: '' });
      expect(Math.abs(Number(row['cooperation']))).toBeLessThanOrEqual(10);
      expect(row['period']).toMatch(/^\d{4}$/);
    }
    const wide = await ask(['matrix', 'china', 'russia', '--wide', '-f', 'csv']);
    const [, first] = parse(wide.stdout, { bom: true });
    expect(first?.[0]).toBe('CHN');
    expect(Number.isNaN(Number(first?.at(-1)))).toBe(false);
  });

  it.each([
    [['matrix', '--by', 'session', '-f', 'csv'], 2, 'interactions belong to no session'],
    [['trend', 'china', 'russia', '--by', 'session'], 2, 'interactions belong to no session'],
    [['matrix', 'china'], 2, 'a matrix needs two countries or blocs at least'],
    [['trend', 'china'], 2, 'cooperation is between two sides'],
    [['matrix', '-t', 'trade', '--distance', 'linear'], 2, 'leave --distance, --topic out'],
    [['rank', 'china', '--cluster', 'issue'], 2, 'leave --cluster out'],
    [['matrix', 'tonga', 'kiribati'], 4, 'no two of these countries have an interaction'],
    [['trend', 'tonga', 'kiribati'], 4, 'no two of these countries have an interaction'],
    [['rank', 'tonga'], 4, 'no country has 5 interactions with Tonga'],
    [['rank', 'china', '--min-joint', '999'], 4, 'the most is'],
    [['score', 'china', 'russia'], 2, 'align matrix, rank and trend measure it'],
  ] as const)('refuses %j', async (args, expected, message) => {
    const { stdout, stderr, exitCode } = await ask(args);
    expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: expected });
    expect(stderr).toContain(message);
  });

  it('says which of the sides have no interaction', async () => {
    const { stdout, stderr, exitCode } = await ask(['matrix', 'china', 'russia', 'tonga']);
    expect([stderr, exitCode]).toEqual(['align: no interaction in this selection: Tonga\n', 0]);
    expect(stdout).toContain('Tonga');
  });

  it('is not touched by what a project says of issues, and says nothing of it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'align-cooperation-'));
    const settings = 'defaults:\n  topic: [none]\n  absent: half\n';
    const catalogs = `catalogs: [${JSON.stringify(join(cwd, 'invented.yaml'))}]\n`;
    writeFileSync(join(folder, 'align.yaml'), catalogs + settings);
    const args = ['rank', 'china', '-m', 'cooperation', '--min-joint', '1', '-f', 'json'];
    const { stdout, stderr, exitCode } = await align(args, { cwd: folder });
    expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 });
    const alone = await ask(args.slice(0, 2).concat(args.slice(4)));
    const [inProject, without] = [stdout, alone.stdout].map((text) => JSON.parse(text));
    expect(inProject.ranked).toEqual(without.ranked);
    expect(inProject.provenance.options).not.toHaveProperty('topic');
    expect(inProject.provenance.options).not.toHaveProperty('absent');
    expect(inProject.provenance.options).toMatchObject({ measure: 'cooperation' });
  });
});
