import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { align } from './align.ts';

const directory = mkdtempSync(join(tmpdir(), 'align-consistency-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

const head = 'catalog: m\ntitle: M\nsources: {u: {title: U}}\ntopics: {x: X}\n';
const issue = (more: string) =>
  `  - {id: i, title: I, topic: x, date: 2020, sources: [u], ${more}}\n`;

function write(name: string, text: string | Buffer): string {
  writeFileSync(join(directory, name), text);
  return name;
}

async function codesOf(...args: string[]): Promise<readonly string[]> {
  const { stdout } = await align(['validate', ...args, '-f', 'json'], { cwd: directory });
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: { code: string; line: number }[] };
  return diagnostics.map(({ code, line }) => `${line} ${code}`);
}

describe('what goes against itself', () => {
  it.each([
    [
      'a label that stands twice',
      `${head}scales: {mine: [a, b, a]}\nissues:\n${issue('scale: mine, positions: {china: a}')}`,
      ['5 repeated-label'],
    ],
    [
      'a topic that stands twice',
      `${head}issues:\n${issue('positions: {china: support}').replace('topic: x', 'topic: [x, x]')}`,
      ['6 repeated-topic'],
    ],
    [
      'a country that deals with itself',
      `${head}interactions:\n  - {id: e, title: E, date: 2020, cameo: "050", actor: china, target: PRC, sources: [u]}\n`,
      ['6 interaction-with-itself'],
    ],
    [
      'acting together on opposite sides',
      `${head}issues:\n${issue('positions: {china: support, russia: oppose}, coordination: [{between: [china, russia], depth: joint}]')}`,
      ['6 coordination-apart'],
    ],
    [
      'acting together in absence',
      `${head}issues:\n${issue('vote: {body: B, resolution: R}, votes: {no: [china], absent: [russia]}, coordination: [{between: [china, russia], depth: joint}]')}`,
      ['6 coordination-apart'],
    ],
    [
      'acting together where only one takes a side',
      `${head}issues:\n${issue('positions: {china: support, russia: neutral}, coordination: [{between: [china, russia], depth: joint}]')}`,
      ['6 coordination-apart'],
    ],
    [
      'acting together on one side, or without any',
      `${head}issues:\n${issue('positions: {china: support, russia: strongly-support, usa: neutral, uk: neutral}, coordination: [{between: [china, russia], depth: joint}, {between: [usa, uk], depth: joint}]')}`,
      [],
    ],
    [
      'a series of two, and one of a single issue',
      `${head}issues:\n${issue('series: s, positions: {china: support}')}${issue('series: s, positions: {china: support}').replace('i, title: I', 'j, title: J')}${issue('series: alone, positions: {china: support}').replace('i, title: I', 'k, title: K')}`,
      [],
    ],
    [
      'a series whose name is no id',
      `${head}issues:\n${issue('series: Not an id, positions: {china: support}')}`,
      ['6 shape'],
    ],
    [
      'acting together on a scale without sides',
      `${head}scales: {mine: {labels: [a, b, c], neutral: none}}\nissues:\n${issue('scale: mine, positions: {china: b, russia: c, usa: b}, coordination: [{between: [china, russia], depth: joint}, {between: [china, usa], depth: joint}]')}`,
      ['7 coordination-apart'],
    ],
    [
      'a neutral label that is none of the labels',
      `${head}scales: {mine: {labels: [a, b], neutral: c}}\nissues:\n${issue('positions: {china: support}')}`,
      ['5 unknown-neutral'],
    ],
    [
      'a scale under the name of a built-in one',
      `${head}scales: {vote: [nay, aye], stance3: [oppose, neutral, support]}\nissues:\n${issue('positions: {china: support}')}`,
      ['5 built-in-scale'],
    ],
    [
      'a state that is gone',
      `${head}issues:\n${issue('positions: {ussr: support, china: support}')}`,
      ['6 state-that-is-gone'],
    ],
  ])('%s', async (_, text, codes) => {
    expect(await codesOf(write('case.yaml', text))).toEqual(codes);
  });

  it('names general codes where none begins alike', async () => {
    const text = `${head}interactions:\n  - {id: e, title: E, date: 2020, cameo: "9999", between: [china, russia], sources: [u]}\n`;
    const { stdout } = await align(['validate', write('cameo.yaml', text)], { cwd: directory });
    expect(stdout).toContain('allowed: 01, 02, 03');
  });
});

describe('everything at once', () => {
  const votes =
    'vote: {body: B, resolution: R, result: {yes: 1, no: 0, abstain: 0}}, votes: {yes: [china, russia], no: [usa]}';
  const text = `catalog: m\ntitle: M\nsources: {u: {title: U}, v: {title: V}}\ntopics: {x: X}\nissues:\n${issue(votes)}  - {id: w, title: W, topic: nope, date: 2020, sources: [u], positions: {china: support}}\nrollCalls: [{id: r, body: UNGA, file: nofile.csv}]\n`;

  it('a missing record beside an unknown topic', async () => {
    expect(await codesOf(write('m.yaml', text))).toEqual([
      '3 unused-source',
      '6 tally',
      '6 tally',
      '7 unknown-topic',
      '8 no-such-file',
    ]);
  });

  it('warnings beside a wrong shape', async () => {
    expect(await codesOf(write('shape.yaml', text.replace('title: M', 'title: 5')))).toEqual([
      '2 shape',
      '3 unused-source',
      '6 tally',
      '6 tally',
      '7 unknown-topic',
    ]);
  });

  it('files that are not there, and those that are empty or no text', async () => {
    const binary = write('binary.yaml', Buffer.from([0xff, 0xfe, 0, 1]));
    const files = [write('empty.yaml', ''), 'gone.yaml', binary, 'lost.yaml'];
    const { stdout, stderr, exitCode } = await align(['validate', ...files], { cwd: directory });
    expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: 3 });
    for (const name of ['empty.yaml:1:1', 'gone.yaml', 'binary.yaml:1:1', 'lost.yaml'])
      expect(stderr).toContain(name);
  });

  it('an issue of one id in two catalogs of one name', async () => {
    const one = `${head}issues:\n${issue('positions: {china: support}')}`;
    const codes = await codesOf(
      write('one.yaml', one),
      write('two.yaml', one.replace(': I', ': J')),
    );
    expect(codes).toEqual(['1 clash', '6 clash']);
  });

  it('files beside those of --catalog', async () => {
    const good = write('good.yaml', `${head}issues:\n${issue('positions: {china: support}')}`);
    expect(await codesOf(good, '-c', write('bad.yaml', text.replace(': m', ': n')))).toContain(
      '7 unknown-topic',
    );
  });
});
