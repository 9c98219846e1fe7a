import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { csvOf, folder, listed, plainTable, sample, summed } from '../events/sample.ts';
import { align } from './align.ts';

describe('a report on interactions that are known by their sums', () => {
  const write = () => {
    const at = folder();
    at('events.csv', csvOf(sample));
    return {
      summed: at('summed.yaml', summed(`from: events.csv, ${plainTable}`)),
      listed: at('listed.yaml', listed),
      out: at('report.svg'),
    };
  };

  it('draws them year by year, on the page and alone', async () => {
    const files = write();
    const ask = (...args: readonly string[]) =>
      align(['report', 'usa', 'china', '-c', files.summed, ...args]);
    const alone = await ask('--chart', 'interactions', '-o', files.out);
    expect([alone.stderr, alone.exitCode]).toEqual(['', 0]);
    const svg = readFileSync(files.out, 'utf8');
    for (const year of ['2018', '2019', '2020', '2021']) expect(svg).toContain(`>${year}<`);
    expect(svg).toContain('mean Goldstein weight, 4 years from 2018 to 2021');
    const page = await ask();
    expect([page.stderr, page.exitCode]).toEqual(['', 0]);
    expect(page.stdout).toContain('mean Goldstein weight, 4 years from 2018 to 2021');
  });

  it('draws events that catalogs list one by one, as ever', async () => {
    const files = write();
    const args = ['report', 'usa', 'china', '-c', files.listed, '--chart', 'interactions'];
    await align([...args, '-o', files.out]);
    expect(readFileSync(files.out, 'utf8')).toContain('in the order of time');
  });

  it('refuses an empty chart', async () => {
    const { out } = write();
    const args = ['report', 'palau', 'tonga', '--chart', 'interactions', '-o', out];
    const { stdout, stderr, exitCode } = await align(args);
    expect([stdout, exitCode]).toEqual(['', 4]);
    expect(stderr).toContain('Palau and Tonga have no interactions');
  });

  it('says where they are to be seen when there is no joint issue', async () => {
    const files = write();
    const args = ['score', 'india', 'tonga', '-c', files.summed];
    const { stdout, stderr, exitCode } = await align(args);
    expect([stdout, exitCode]).toEqual(['', 4]);
    expect(stderr).toContain('align interactions has what they did');
  });
});
