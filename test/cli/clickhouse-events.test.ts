import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { execa } from 'execa';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import {
  type ClickHouseServers,
  fill,
  startServers,
  users,
  withoutClickHouse,
} from '../events/clickhouse-servers.ts';
import { generatedEvents, tabSeparated } from '../events/generated.ts';
import { align } from './align.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const events = generatedEvents(100_000);

const weighed = 'cameo: code, goldstein: goldstein';
const catalogText = (engine: string, from: string, weights = weighed) => `catalog: ev
title: Events
events:
  - id: generated
    title: Generated events
    engine: ${engine}
    from: ${JSON.stringify(from)}
    layout: table
    columns: {date: day, source: actor, target: recipient, ${weights}}
    countries: cameo
`;

interface Access {
  readonly user: string;
  readonly password: string;
}

const envOf = ({ user, password }: Access) => ({
  ALIGN_CLICKHOUSE_USER: user,
  ALIGN_CLICKHOUSE_PASSWORD: password,
});

describe.skipIf(withoutClickHouse)('interactions from ClickHouse', () => {
  let servers: ClickHouseServers;
  let folder: string;
  /** Each in a folder of its own, by one name, so that what is printed is the same. */
  const write = (name: string, engine: string, from: string, weights = weighed) => {
    mkdirSync(join(folder, name));
    writeFileSync(join(folder, name, 'events.yaml'), catalogText(engine, from, weights));
  };

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'align-events-'));
    servers = await startServers();
    await fill(servers, tabSeparated(events));
    const { first } = servers;
    await first.run(`CREATE VIEW events.endless AS SELECT toDate('2020-01-01') + number % 100 AS day,
      'USA' AS actor, 'CHN' AS recipient, '042' AS code, toFloat32(1) AS goldstein FROM system.numbers`);
    await first.run(
      'CREATE TABLE events.texts (day String, actor String, recipient String, code String, goldstein String) ENGINE = Memory',
    );
    await first.run(
      "INSERT INTO events.texts VALUES ('someday', 'USA', 'CHN', '042', 'much'), ('soon', 'CHN', 'USA', '042', '')",
    );
    await first.run('CREATE TABLE events.empty AS events.whole');
    await first.run(
      'CREATE TABLE events.days (day Array(Date), actor String, recipient String, code String, goldstein Float32) ENGINE = Memory',
    );
    for (const table of ['whole', 'everywhere', 'endless', 'texts', 'empty', 'days', 'nowhere'])
      write(table, 'clickhouse', `http://${first.host}/events/${table}`);
    const header = 'day\tactor\trecipient\tcode\tgoldstein';
    write('duckdb', 'duckdb', 'events.tsv');
    writeFileSync(
      join(folder, 'duckdb', 'events.tsv'),
      `${[header, ...tabSeparated(events)].join('\n')}\n`,
    );
  });
  afterAll(async () => {
    await servers?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const run = (args: readonly string[], catalog: string, access: Access = users.analyst) =>
    align([...args, '-c', 'eurasia-2025', '-c', 'events.yaml'], {
      cwd: join(folder, catalog),
      env: envOf(access),
    });

  const questions: readonly [readonly string[]][] = [
    [['score', 'usa', 'china', '--full']],
    [['explain', 'uk', 'russia']],
    [['score', 'usa', 'china', '-f', 'json']],
    [['report', 'turkey', 'ukraine', '-f', 'markdown']],
  ];

  /** All that is printed, but for where it says that it is from. */
  const withoutOrigin = (text: string) =>
    text
      .replaceAll(/"(?:version|engine|sha256)": "[^"]*"/g, '""')
      .replaceAll(/"from": \[[^\]]*\]/g, '""')
      .replaceAll(/[0-9a-f]{12,}/g, '');

  it.each(questions)('is the same to the last digit from all engines: %j', async (args) => {
    const answers = [];
    for (const catalog of ['whole', 'everywhere', 'duckdb']) {
      const { stdout, stderr, exitCode } = await run(args, catalog);
      expect(stderr).not.toContain('align:');
      expect(exitCode).toBe(0);
      expect(stdout).toMatch(/machine-coded|Generated events|"events"/);
      answers.push(withoutOrigin(stdout));
    }
    expect(answers[1]).toBe(answers[0]);
    expect(answers[2]).toBe(answers[0]);
  });

  it('is the same as of interactions that a catalog lists', async () => {
    const known = ['036', '040', '057', '112', '130', '173', '190'];
    const sample = events
      .filter(({ actor, recipient, code }) => {
        const sides = [actor, recipient];
        return sides.includes('USA') && sides.includes('CHN') && known.includes(code);
      })
      .map(({ day, actor, recipient, code }) => ({ day, actor, recipient, code }));
    expect(sample.length).toBeGreaterThan(100);
    const { first } = servers;
    await first.run(
      'CREATE TABLE events.sample (day Date, actor String, recipient String, code String) ENGINE = Memory',
    );
    await first.run(
      'INSERT INTO events.sample FORMAT TabSeparated',
      sample.map((event) => Object.values(event).join('\t')).join('\n'),
    );
    write('sample', 'clickhouse', `http://${first.host}/events/sample`, 'cameo: code');
    mkdirSync(join(folder, 'listed'));
    const listed = sample.map(
      ({ day, actor, recipient, code }, n) =>
        `  - {id: i${n}, title: Event ${n}, date: ${day}, actor: ${actor}, target: ${recipient}, cameo: "${code}"}`,
    );
    const text = `catalog: ev\ntitle: Events\ninteractions:\n${listed.join('\n')}\n`;
    writeFileSync(join(folder, 'listed', 'events.yaml'), text);
    const [fromServer, fromCatalog] = await Promise.all(
      ['sample', 'listed'].map(async (catalog) => {
        const { stdout } = await run(['score', 'usa', 'china', '-f', 'json'], catalog);
        const { interactions } = z
          .object({ interactions: z.record(z.string(), z.unknown()) })
          .parse(JSON.parse(stdout));
        const { n, cooperative, conflictual, net, meanGoldstein, byYear, byDirection } =
          interactions;
        return { n, cooperative, conflictual, net, meanGoldstein, byYear, byDirection };
      }),
    );
    expect(fromServer?.n).toBeGreaterThan(sample.length);
    expect(JSON.stringify(fromServer)).toBe(JSON.stringify(fromCatalog));
  });

  it('tells nobody the password', async () => {
    const { analyst, reader, lenient } = users;
    const wrong = (access: Access): Access => ({
      ...access,
      password: `${access.password}, wrong`,
    });
    const tries: readonly [string, Access][] = [
      ['whole', analyst],
      ['whole', wrong(analyst)],
      ['everywhere', reader],
      ['everywhere', lenient],
      ['nowhere', analyst],
      ['texts', reader],
    ];
    for (const [catalog, access] of tries) {
      const question = ['score', 'usa', 'china', '-f', 'json', '--debug'];
      const { stdout, stderr } = await run(question, catalog, access);
      const { user, password } = access;
      const sent = Buffer.from(`${user}:${password}`).toString('base64');
      const secrets = [password, sent, encodeURIComponent(password), JSON.stringify(password)];
      for (const secret of secrets) expect(stdout + stderr, catalog).not.toContain(secret);
      expect(stdout).not.toContain(user);
    }
  });

  it.each([
    ['nowhere', 3, 'has no table "nowhere" in "events"'],
    ['texts', 3, 'holds no day'],
    ['days', 3, 'should hold days, and is of type Array(Date)'],
  ])('refuses the table %s', async (catalog, code, message) => {
    const { stdout, stderr, exitCode } = await run(['score', 'usa', 'china'], catalog);
    expect(stderr).toContain(message);
    expect(exitCode).toBe(code);
    expect(stdout).toBe('');
  });

  it('has nothing to say of an empty table', async () => {
    const { stdout, stderr, exitCode } = await run(['score', 'usa', 'china'], 'empty');
    expect(exitCode).toBe(0);
    expect(stderr).toBe('');
    expect(stdout).not.toContain('machine-coded');
  });

  it('shows nothing where a shard is down', async () => {
    await servers.second.kill();
    try {
      const { stdout, stderr, exitCode } = await run(['score', 'usa', 'china'], 'everywhere');
      expect(exitCode).toBe(3);
      expect(stderr).toContain('cannot reach a part of the table, so there is no answer');
      expect(stdout).toBe('');
    } finally {
      await servers.second.start();
    }
  });

  it.each(['SIGINT', 'SIGTERM'] as const)('is stopped at the server upon %s', async (signal) => {
    const running = () =>
      servers.first.run(
        "SELECT query_id FROM system.processes WHERE query LIKE '%endless%' AND query NOT LIKE '%processes%'",
      );
    const child = spawn(
      process.execPath,
      [
        join(root, 'bin/align.js'),
        'score',
        'usa',
        'china',
        '-c',
        'eurasia-2025',
        '-c',
        'events.yaml',
      ],
      { cwd: join(folder, 'endless'), env: { PATH: process.env['PATH'], ...envOf(users.reader) } },
    );
    let output = '';
    child.stdout.on('data', (text) => (output += String(text)));
    child.stderr.on('data', (text) => (output += String(text)));
    const ended = once(child, 'exit');
    for (let left = 100; left > 0 && (await running()) === ''; left -= 1) await sleep(100);
    expect(await running()).not.toBe('');
    child.kill(signal);
    expect(await ended).toEqual([null, signal]);
    expect(output).toBe('');
    for (let left = 50; left > 0 && (await running()) !== ''; left -= 1) await sleep(100);
    expect(await running()).toBe('');
  });

  it('says what to install where the client is not', async () => {
    const elsewhere = join(folder, 'installed');
    for (const part of ['bin', 'dist', 'package.json'])
      cpSync(join(root, part), join(elsewhere, part), { recursive: true });
    const { stderr, exitCode } = await execa(
      process.execPath,
      [
        join(elsewhere, 'bin/align.js'),
        'score',
        'usa',
        'china',
        '-c',
        'eurasia-2025',
        '-c',
        'events.yaml',
      ],
      { cwd: join(folder, 'whole'), reject: false },
    );
    expect(stderr).toContain('npm install @clickhouse/client');
    expect(exitCode).toBe(3);
  });
});
