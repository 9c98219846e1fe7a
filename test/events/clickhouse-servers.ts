import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  accessSync,
  constants,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const program = process.env['ALIGN_CLICKHOUSE_SERVER'] ?? '/usr/sbin/clickhouse-server';

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

const requiresClickHouse = process.env['ALIGN_REQUIRE_CLICKHOUSE'] === '1';

/** Whether there are no servers to test with; where `ALIGN_REQUIRE_CLICKHOUSE=1` is set, that is a failure. */
export const withoutClickHouse = !isProgram(program) && !requiresClickHouse;

if (withoutClickHouse)
  process.stderr.write(
    'No clickhouse-server: events in ClickHouse are not tested. Set ALIGN_CLICKHOUSE_SERVER to one to run these tests.\n',
  );

/** Users beside `default`, who may do all without a password and of whom the shards ask each other. */
export const users = {
  /** May do all. */
  analyst: { user: 'analyst', password: `pa"ss'<&>\\ wörd` },
  /** May read, and change no setting. */
  reader: { user: 'reader', password: 'reads-only-7341' },
  /** May read, and change settings. */
  careful: { user: 'careful', password: 'reads-and-sets-9120' },
  /** May read, change no setting, and is given what is left when a shard is down. */
  lenient: { user: 'lenient', password: 'takes-what-there-is-5519' },
} as const;

const profiles = {
  analyst: '',
  reader: '<readonly>1</readonly>',
  careful: '<readonly>2</readonly>',
  lenient: '<readonly>1</readonly><skip_unavailable_shards>1</skip_unavailable_shards>',
} as const;

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const usersXml = `<yandex>
<profiles>
  <default><log_queries>1</log_queries></default>
  ${Object.entries(profiles)
    .map(([name, inner]) => `<${name}>${inner}</${name}>`)
    .join('\n')}
</profiles>
<users>
  <default><password></password><networks><ip>127.0.0.1</ip></networks><profile>default</profile><quota>default</quota></default>
  ${Object.values(users)
    .map(
      ({ user, password }) =>
        `<${user}><password>${escaped(password)}</password><networks><ip>127.0.0.1</ip></networks><profile>${user}</profile><quota>default</quota></${user}>`,
    )
    .join('\n')}
</users>
<quotas><default></default></quotas>
</yandex>`;

interface Ports {
  readonly http: number;
  readonly tcp: number;
}

function configXml(folder: string, { http, tcp }: Ports, shards: readonly Ports[]): string {
  const shard = ({ tcp: port }: Ports) =>
    `<shard><replica><host>127.0.0.1</host><port>${port}</port></replica></shard>`;
  return `<yandex>
<logger><level>warning</level><log>${folder}/log</log><errorlog>${folder}/errors</errorlog></logger>
<http_port>${http}</http_port><tcp_port>${tcp}</tcp_port><listen_host>127.0.0.1</listen_host>
<path>${folder}/data/</path><tmp_path>${folder}/tmp/</tmp_path><user_files_path>${folder}/files/</user_files_path>
<users_config>${folder}/users.xml</users_config>
<default_profile>default</default_profile><default_database>default</default_database>
<timezone>UTC</timezone><mark_cache_size>268435456</mark_cache_size>
<query_log><database>system</database><table>query_log</table><flush_interval_milliseconds>500</flush_interval_milliseconds></query_log>
<remote_servers><two_shards>${shards.map(shard).join('')}</two_shards></remote_servers>
</yandex>`;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

/** A server of its own, in a folder of its own. */
export interface ClickHouseServer {
  /** `127.0.0.1:port` */
  readonly host: string;
  readonly pid: () => number;
  /** What the server answers to a query of the user who may do all. */
  readonly run: (sql: string, data?: string) => Promise<string>;
  readonly start: () => Promise<void>;
  /** At once, as a machine that loses its power. */
  readonly kill: () => Promise<void>;
}

const patience = 300;

function serverIn(folder: string, ports: Ports): ClickHouseServer {
  let child: ChildProcess | undefined;
  const host = `127.0.0.1:${ports.http}`;
  const isUp = () =>
    fetch(`http://${host}/ping`).then(
      ({ ok }) => ok,
      () => false,
    );
  return {
    host,
    pid: () => child?.pid ?? 0,
    run: async (sql, data) => {
      const query = data === undefined ? '' : `?query=${encodeURIComponent(sql)}`;
      const answer = await fetch(`http://${host}/${query}`, { method: 'POST', body: data ?? sql });
      const text = await answer.text();
      if (!answer.ok) throw new Error(text);
      return text;
    },
    start: async () => {
      // It ends with this process, however that ends.
      child = spawn(
        'setpriv',
        ['--pdeathsig', 'KILL', program, `--config-file=${folder}/config.xml`],
        {
          stdio: 'ignore',
        },
      );
      for (let left = patience; !(await isUp()); left -= 1) {
        if (left === 0 || child.exitCode !== null) {
          throw new Error(
            `clickhouse-server did not start: ${readFileSync(`${folder}/errors`, 'utf8')}`,
          );
        }
        await sleep(100);
      }
    },
    kill: async () => {
      if (!child || child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    },
  };
}

/** Two servers that know each other as the shards of the cluster `two_shards`. */
export interface ClickHouseServers {
  readonly first: ClickHouseServer;
  readonly second: ClickHouseServer;
  readonly stop: () => Promise<void>;
}

/** Starts two servers on free ports of 127.0.0.1; all that they write is in a temporary folder. */
export async function startServers(): Promise<ClickHouseServers> {
  const folder = mkdtempSync(join(tmpdir(), 'align-clickhouse-'));
  const ports: Ports[] = [];
  for (let n = 0; n < 2; n += 1) ports.push({ http: await freePort(), tcp: await freePort() });
  const [first, second] = ports.map((own, n) => {
    const home = join(folder, String(n));
    mkdirSync(home);
    writeFileSync(join(home, 'users.xml'), usersXml);
    writeFileSync(join(home, 'config.xml'), configXml(home, own, ports));
    return serverIn(home, own);
  });
  if (!first || !second) throw new Error('two servers');
  const stop = async () => {
    await Promise.all([first.kill(), second.kill()]);
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await Promise.all([first.start(), second.start()]);
  } catch (error) {
    await stop();
    throw error;
  }
  return { first, second, stop };
}

/** How columns of events are declared; the first is what a table without further words has. */
const columns = '(day Date, actor String, recipient String, code String, goldstein Float32)';

/**
 * Fills `events.whole` of the first server, and half of them each `events.part` of both, which
 * `events.everywhere` of both has together.
 *
 * @param rows tab-separated lines in the order of `columns`
 */
export async function fill(
  { first, second }: ClickHouseServers,
  rows: readonly string[],
): Promise<void> {
  for (const { run } of [first, second]) {
    await run('CREATE DATABASE IF NOT EXISTS events');
    await run(
      `CREATE TABLE events.part ${columns} ENGINE = MergeTree ORDER BY (actor, recipient, day)`,
    );
    await run(
      `CREATE TABLE events.everywhere ${columns} ENGINE = Distributed(two_shards, events, part, rand())`,
    );
  }
  await first.run(
    `CREATE TABLE events.whole ${columns} ENGINE = MergeTree ORDER BY (actor, recipient, day)`,
  );
  const insert = 'INSERT INTO events';
  const text = (lines: readonly string[]) => lines.join('\n');
  await first.run(`${insert}.whole FORMAT TabSeparated`, text(rows));
  // Not by the hash of anything: what a question asks for is on both.
  const half = (n: number) => rows.filter((_, at) => at % 2 === n);
  await first.run(`${insert}.part FORMAT TabSeparated`, text(half(0)));
  await second.run(`${insert}.part FORMAT TabSeparated`, text(half(1)));
}
