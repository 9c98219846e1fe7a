import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import stringWidth from 'fast-string-width';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasTerminal, onTerminal, type Terminal } from './terminal.ts';

const folder = mkdtempSync(join(tmpdir(), 'align-pager-'));
const programs = join(folder, 'bin');
const PATH = `${programs}:${process.env['PATH']}`;

const long = 'align score china russia --full';
const start = 'China – Russia';
const end = 'Why, with sources: align explain chn rus';
/** What a pager did with a text is marked at the left. */
const mark = 'paged| ';
const marking = `sed 's/^/${mark}/'`;

const policy = `assertions:
${Array.from({ length: 40 }, (_, i) => `  - {id: a${i}, between: [china, russia], atLeast: 0.99}\n`).join('')}`;

const broken = `catalog: broken\nissues:\n${'  - {id: a}\n'.repeat(40)}`;

describe.skipIf(!hasTerminal)('the pager', () => {
  beforeAll(() => {
    mkdirSync(programs);
    const program = (name: string, script: string) => {
      writeFileSync(join(programs, name), `#!/bin/sh\n${script}\n`);
      chmodSync(join(programs, name), 0o755);
    };
    program('less', `echo "less $LESS $LESSCHARSET $#"; ${marking}`);
    program('cat', 'echo cat is no pager; exec /bin/cat');
    program('patient', 'wc -c; trap "echo interrupted" INT; echo waiting; sleep 1; echo over');
    program('hasty', 'wc -c; echo waiting; exec sleep 30');
    writeFileSync(join(folder, 'policy.yaml'), policy);
    writeFileSync(join(folder, 'broken.yaml'), broken);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('shows what is longer than the window, in its width and colours', async () => {
    const shown = await onTerminal(long, { columns: 72, env: { PAGER: marking } });
    const lines = shown.trimEnd().split('\n');
    expect(lines.length).toBeGreaterThan(24);
    expect(lines.filter((line) => !line.startsWith(mark))).toEqual([]);
    expect(shown).toContain(`${mark}\u001b[1m${start}`);
    const widest = Math.max(...lines.map((line) => stringWidth(line.slice(mark.length))));
    expect(widest).toBeGreaterThan(60);
    expect(widest).toBeLessThanOrEqual(72);
  });

  it('is less, told to keep colours and to leave what fits', async () => {
    expect(await onTerminal(long, { env: { PATH } })).toMatch(/^less FRX utf-8 0\npaged\| /);
    const own = { PATH, LESS: 'S', LESSCHARSET: 'latin1' };
    expect(await onTerminal(long, { env: own })).toMatch(/^less S latin1 0\npaged\| /);
    expect(await onTerminal(long, { env: { PATH, PAGER: 'less -R' } })).toMatch(
      /^less FRX utf-8 1/,
    );
  });

  it('takes help and errors of a catalog too, and the exit code is what it would be', async () => {
    const env = { PAGER: marking };
    expect(await onTerminal('align score --help --all', { env })).toMatch(/^paged\| Usage/);
    expect(await onTerminal('align --no-pager score --help --all', { env })).toMatch(/^Usage/);
    const check = 'align check policy.yaml -q; echo "exit $?"';
    const failed = await onTerminal(check, { cwd: folder, env });
    expect(failed).toContain(`${mark}`);
    expect(failed).toMatch(/\nexit 1\n$/);
  });

  it.each<[string, string, Terminal]>([
    ['an answer that fits', 'align score china russia', { rows: 60 }],
    ['--no-pager', `${long} --no-pager`, {}],
    ['an empty PAGER', long, { env: { PAGER: '' } }],
    ['PAGER=cat', long, { env: { PAGER: 'cat', PATH } }],
    ['a pipeline that gives a terminal', long, { env: { CI: 'true', PAGER: marking } }],
    ['a terminal that can do nothing', long, { env: { TERM: 'dumb', PAGER: marking } }],
    ['a pipe', `${long} | /bin/cat`, {}],
    ['a pager that there is none of', long, { env: { PAGER: 'no-such-pager -R' } }],
    ['a shell’s pager that there is none of', long, { env: { PAGER: 'no-such-pager "-R"' } }],
    [
      'a watch',
      'trap : INT; align validate broken.yaml --watch',
      { typed: [['watching for changes', '\u0003']] },
    ],
  ])('leaves alone %s', async (_, line, { env = { PAGER: marking }, ...terminal }) => {
    // What a shell says of a program that it does not find is not the answer.
    const shown = await onTerminal(line, { cwd: folder, env, ...terminal });
    expect(shown).toContain(line.includes('watch') ? 'broken.yaml' : start);
    if (line.includes('--full')) expect(shown).toContain(end);
    expect(shown).not.toContain(mark);
    expect(shown).not.toContain('no pager');
  });

  it('leaves alone what goes to a file', async () => {
    const env = { PAGER: marking };
    expect(await onTerminal(`${long} -q -o full.txt -f table`, { cwd: folder, env })).toBe('');
    expect(readFileSync(join(folder, 'full.txt'), 'utf8')).toContain(start);
  });

  it('that is closed before the end is no error', async () => {
    const all = 'align matrix -f csv; echo "exit $?"';
    expect(await onTerminal(all, { env: { PAGER: 'true' } })).toBe('exit 0\n');
    const check = 'align check policy.yaml -q; echo "exit $?"';
    expect(await onTerminal(check, { cwd: folder, env: { PAGER: 'true' } })).toBe('exit 1\n');
  });

  it('decides what Ctrl-C means', async () => {
    const line = `trap : INT; ${long}; echo "exit $?"`;
    const typed = [['waiting', '\u0003']] as const;
    const stays = await onTerminal(line, { env: { PATH, PAGER: 'patient' }, typed });
    expect(stays).toMatch(/waiting\n(?:\^C)?interrupted\nover\nexit 0\n$/);
    const ends = await onTerminal(line, { env: { PATH, PAGER: 'hasty' }, typed });
    expect(ends).toMatch(/waiting\n(?:\^C)?(?:\n)?exit 0\n$/);
  });
});
