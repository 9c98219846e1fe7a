import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { align } from './align.ts';

const periods = ['--before', '2021..2024', '--after', '2025'];

describe('align drift', () => {
  it('leads with the same texts, then tells agenda from behaviour', async () => {
    const { stdout, stderr, exitCode } = await align(['drift', 'usa', 'uk', ...periods], {
      env: { COLUMNS: '80' },
    });
    expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 });
    expect(stdout).toMatch(
      /On the \d+ texts that return their agreement fell from 0\.\d\d to 0\.\d\d/,
    );
    expect(stdout.indexOf('On the')).toBeLessThan(stdout.indexOf('Over all issues'));
    expect(stdout).toContain('Votes that changed');
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  });

  it('each period is the score of it, and topics in CSV add up to the change', async () => {
    const { stdout } = await align(['drift', 'china', 'russia', ...periods, '-f', 'json']);
    const drift = JSON.parse(stdout);
    const one = ['score', 'china', 'russia', '--from', '2025', '--to', '2025', '-f', 'json'];
    const { alignment } = JSON.parse((await align(one)).stdout);
    expect(drift.after).toMatchObject({ value: alignment.value, low: alignment.low });
    const csv = await align(['drift', 'china', 'russia', ...periods, '-f', 'csv']);
    const rows: Record<string, string>[] = parse(csv.stdout, { columns: true });
    const sum = rows.reduce(
      (all, row) => all + Number(row['agenda']) + Number(row['behaviour']),
      0,
    );
    expect(sum).toBeCloseTo(drift.change, 12);
  });

  it.each([
    [['usa', 'uk'], 2, /name both\n.*--before 2016\.\.2020 --after 2021\.\.2025/],
    [['usa', 'uk', '--before', '2020', '--after', '2019'], 2, /overlap, or the later one/],
    [['usa', 'uk', '--before', '2020..2016', '--after', '2021'], 2, /ends before it begins/],
    [['usa', 'uk', '--before', '2016..2017..2018', '--after', '2021'], 2, /is no period/],
    [['usa', 'uk', '--before', 'soon', '--after', '2021'], 2, /"soon" is no date/],
    [['usa', 'uk', ...periods, '-m', 'kappa'], 2, /kappa does not decompose/],
    [['usa', 'uk', ...periods, '--from', '2020'], 2, /unknown option '--from'/],
    [['usa', 'uk', '--before', '1950', '--after', '2025'], 4, /joint issue/],
  ] as const)('%j is refused', async (args, code, message) => {
    const { stdout, stderr, exitCode } = await align(['drift', ...args]);
    expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: code });
    expect(stderr).toMatch(message);
  });
});
