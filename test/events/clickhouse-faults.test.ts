import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { openClickHouse } from '../../src/events/clickhouse.ts';
import { loadClient } from '../../src/events/clickhouse/client.ts';
import type { Dialect, Statement, Watch } from '../../src/events/engine.ts';
import {
  type ClickHouseServers,
  fill,
  startServers,
  users,
  withoutClickHouse,
} from './clickhouse-servers.ts';
import { generatedEvents, tabSeparated } from './generated.ts';

const counting = ({ table }: Dialect): Statement => ({
  sql: `SELECT count() AS n FROM ${table}`,
  parameters: {},
});

/** What is thrown, which has to be a user's error of unusable input. */
async function faultOf(
  work: Promise<unknown>,
): Promise<{ message: string; hint: string; all: string }> {
  const thrown = await work.then(
    (value) => expect.fail(`no fault but ${JSON.stringify(value)}`),
    (error: unknown) => error,
  );
  expect(thrown).toBeInstanceOf(UserError);
  if (!(thrown instanceof UserError)) throw thrown;
  expect(thrown.exitCode).toBe(3);
  expect(thrown.cause).toBeUndefined();
  const { message, hint = '', stack = '' } = thrown;
  return { message, hint, all: `${message}\n${hint}\n${stack}\n${JSON.stringify(thrown)}` };
}

/** Neither a password nor what it is sent as. */
function expectNoSecret(
  text: string,
  { user, password }: { user: string; password: string },
): void {
  expect(text).not.toContain(password);
  expect(text).not.toContain(Buffer.from(`${user}:${password}`).toString('base64'));
}

describe.skipIf(withoutClickHouse)('faults of ClickHouse', () => {
  let servers: ClickHouseServers;
  beforeAll(async () => {
    servers = await startServers();
    const { first, second } = servers;
    await fill(servers, tabSeparated(generatedEvents(1_000)));
    for (const { run } of [first, second]) {
      // Never done, and told to stop between blocks of numbers only.
      await run('CREATE VIEW events.endless AS SELECT * FROM system.numbers WHERE number % 7 = 8');
      await run(
        'CREATE TABLE events.endless_everywhere (number UInt64) ENGINE = Distributed(two_shards, events, endless)',
      );
    }
  });
  afterAll(() => servers?.stop());
  afterEach(async () => {
    await servers.second.kill();
    await servers.second.start();
  });

  const from = (path: string) => `http://${servers.first.host}/${path}`;
  const ask = (path: string, access: object = users.analyst, watch?: Watch) =>
    openClickHouse(from(path), access).query(counting, watch);
  /** Queries of tests that a server is at. */
  const running = async () => {
    const of =
      "SELECT query_id FROM system.processes WHERE query LIKE '%endless%' AND query NOT LIKE '%processes%'";
    return (await Promise.all([servers.first.run(of), servers.second.run(of)])).join('');
  };
  const eventually = async (what: () => Promise<boolean>) => {
    for (let left = 100; left > 0; left -= 1) {
      if (await what()) return true;
      await sleep(100);
    }
    return false;
  };

  it('no server', async () => {
    await servers.second.kill();
    const table = openClickHouse(`http://${servers.second.host}/events/part`, users.analyst);
    const fault = await faultOf(table.query(counting));
    expect(fault.message).toBe(
      `ClickHouse at ${servers.second.host} cannot be reached: nothing answers there`,
    );
    expectNoSecret(fault.all, users.analyst);
  });

  it.each([
    [{ user: 'analyst', password: 'wrong-5528' }],
    [{ user: 'nobody', password: 'wrong-5528' }],
    [{ user: 'analyst' }],
  ])('the wrong password: %o', async (access) => {
    const fault = await faultOf(ask('events/whole', access));
    expect(fault.message).toContain('refuses the user or the password');
    expect(fault.hint).toContain('ALIGN_CLICKHOUSE_PASSWORD');
    expectNoSecret(fault.all, { user: 'analyst', password: 'wrong-5528' });
  });

  it('no such table, or database', async () => {
    const table = await faultOf(ask('events/whol'));
    expect(table.message).toContain('has no table "whol" in "events"');
    expect(table.hint).toContain('did you mean "whole"?');
    const database = await faultOf(ask('event/whole'));
    expect(database.message).toContain('has no table "whole" in "event"');
    expect(database.hint).toContain('no such database');
  });

  it('no such column', async () => {
    const table = openClickHouse(from('events/whole'), users.analyst);
    const fault = await faultOf(
      table.query(({ table: name, identifier }) => ({
        sql: `SELECT ${identifier('nowhere')} FROM ${name}`,
        parameters: {},
      })),
    );
    expect(fault.message).toMatch(/refuses the query \(error \d+: .*nowhere/);
  });

  it('a shard that is down', async () => {
    await servers.second.kill();
    for (const access of [users.analyst, users.reader, users.careful]) {
      const fault = await faultOf(ask('events/everywhere', access));
      expect(fault.message).toContain('cannot reach a part of the table, so there is no answer');
      expectNoSecret(fault.all, access);
    }
  });

  it('a shard that would be left out without a word', async () => {
    const fault = await faultOf(ask('events/everywhere', users.lenient));
    expect(fault.message).toContain('may leave rows out: its setting skip_unavailable_shards is 1');
    expectNoSecret(fault.all, users.lenient);
  });

  it('a shard that goes down during the query', async () => {
    const asking = faultOf(ask('events/endless_everywhere'));
    expect(await eventually(async () => (await running()).length > 0)).toBe(true);
    await sleep(500);
    await servers.second.kill();
    const fault = await asking;
    expect(fault.message).toMatch(/cannot reach a part of the table|broke off/);
    expectNoSecret(fault.all, users.analyst);
  });

  it('the server that goes down during the query', async () => {
    const table = openClickHouse(`http://${servers.second.host}/events/endless`, users.analyst);
    const asking = faultOf(table.query(counting));
    expect(await eventually(async () => (await running()).length > 0)).toBe(true);
    await servers.second.kill();
    expect((await asking).message).toContain('broke off before its answer was complete');
  });

  it('a query that takes too long', async () => {
    const fault = await faultOf(ask('events/endless', { ...users.analyst, seconds: 1 }));
    expect(fault.message).toContain('took longer than the query may take');
    expect(await eventually(async () => (await running()) === '')).toBe(true);
  });

  it.each(['analyst', 'reader'] as const)(
    'a query of %s that is cancelled is stopped at all servers',
    async (name) => {
      const reason = new Error('stopped by the test');
      for (const path of ['events/endless', 'events/endless_everywhere']) {
        const controller = new AbortController();
        let read = 0;
        const progress = (rows: number) => {
          read = rows;
        };
        const asking = ask(path, users[name], { signal: controller.signal, progress });
        const rejected = expect(asking).rejects.toBe(reason);
        expect(await eventually(async () => read > 0)).toBe(true);
        expect(await running()).not.toBe('');
        controller.abort(reason);
        await rejected;
        expect(await eventually(async () => (await running()) === '')).toBe(true);
      }
    },
  );

  it('a query that is cancelled before and just after it is sent', async () => {
    const reason = new Error('stopped by the test');
    await expect(
      ask('events/endless', users.reader, { signal: AbortSignal.abort(reason) }),
    ).rejects.toBe(reason);
    for (const delay of [0, 1, 5, 20, 50]) {
      const controller = new AbortController();
      const asking = ask('events/endless', users.reader, { signal: controller.signal });
      setTimeout(() => controller.abort(reason), delay);
      await expect(asking).rejects.toBe(reason);
    }
    expect(await eventually(async () => (await running()) === '')).toBe(true);
  });

  it('an error in the middle of an answer', async () => {
    const table = openClickHouse(from('events/endless'), users.analyst);
    const fault = await faultOf(
      table.query(() => ({
        sql: 'SELECT number, throwIf(number = 900000) AS x FROM (SELECT * FROM system.numbers LIMIT 1000000)',
        parameters: {},
      })),
    );
    expect(fault.message).toMatch(/refuses the query \(error 395/);
  });
});

it('a client that is not installed', async () => {
  const missing = Object.assign(new Error("Cannot find package '@clickhouse/client'"), {
    code: 'ERR_MODULE_NOT_FOUND',
  });
  const fault = await faultOf(loadClient(() => Promise.reject(missing)));
  expect(fault.hint).toContain('npm install @clickhouse/client');
  const other = new Error('something else');
  await expect(loadClient(() => Promise.reject(other))).rejects.toBe(other);
});

describe('what answers in the place of ClickHouse', () => {
  let server: Server;
  let answerWith: (body: string) => {
    status?: number;
    body: string;
    cut?: boolean;
    length?: number;
  };
  let heard = '';
  const settings = JSON.stringify({ meta: [{ name: 'name', type: 'String' }], data: [], rows: 0 });
  const columns = JSON.stringify({
    meta: [
      { name: 'name', type: 'String' },
      { name: 'type', type: 'String' },
    ],
    data: [['n', 'UInt8']],
    rows: 1,
  });
  const whole = '{"meta":[{"name":"n","type":"UInt64"}],"data":[["7"]],"rows":1}';

  beforeAll(async () => {
    server = createServer(async (request, response) => {
      let body = '';
      for await (const chunk of request) body += String(chunk);
      heard = `${request.headers.authorization ?? ''} ${request.url ?? ''} ${body}`;
      const plain = body.includes('system.settings')
        ? { body: settings }
        : body.includes('system.columns')
          ? { body: columns }
          : answerWith(heard);
      response.writeHead(plain.status ?? 200, {
        'content-length': plain.length ?? Buffer.byteLength(plain.body),
      });
      response.write(plain.body);
      if (plain.cut) response.destroy();
      else response.end();
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
  });
  afterAll(() => void server.close());

  const secret = { user: 'analyst', password: 'secret-8842' };
  const ask = (access: object = secret) => {
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : 0;
    return openClickHouse(`http://127.0.0.1:${port}/events/whole`, access).query(counting);
  };

  it('is taken for it as long as it answers like it', async () => {
    answerWith = () => ({ body: whole });
    expect(await ask()).toEqual([{ n: 7 }]);
    answerWith = () => ({ body: whole.replace('"7"', '7') });
    expect(await ask()).toEqual([{ n: 7 }]);
    answerWith = () => ({ body: whole.replace('["7"]', '').replace(':1}', ':0}') });
    expect(await ask()).toEqual([]);
  });

  const exception =
    'Code: 241, e.displayText() = DB::Exception: Memory limit exceeded, e.what() = DB::Exception\n';
  const newer =
    'Code: 241. DB::Exception: Memory limit exceeded. (MEMORY_LIMIT_EXCEEDED) (version 25.3)\n';
  it.each([
    ['a page', { body: '<html>Welcome</html>' }, /cannot be used/],
    ['nothing', { body: '' }, /cannot be used/],
    [
      'a page with an error',
      { status: 502, body: '<html>Bad gateway</html>' },
      /does not answer as/,
    ],
    ['half an answer', { body: whole.slice(0, 40) }, /cannot be used/],
    ['an answer cut off', { body: whole.slice(0, 40), length: 200, cut: true }, /broke off/],
    [
      'fewer rows than it counts',
      { body: whole.replace(':1}', ':2}') },
      /1 rows where it counts 2/,
    ],
    ['a row with a value missing', { body: whole.replace('"7"', '') }, /values missing/],
    ['a number too large', { body: whole.replace('"7"', '"9007199254740993"') }, /too large/],
    ['an error behind half', { body: `${whole.slice(0, 40)}${exception}` }, /more memory/],
    ['a newer error behind half', { body: `${whole.slice(0, 40)}${newer}` }, /more memory/],
    ['an error behind all', { body: `${whole}${exception}` }, /more memory/],
    [
      'an error',
      { status: 500, body: exception },
      /more memory .*error 241: Memory limit exceeded/,
    ],
    [
      'a newer error',
      { status: 500, body: newer },
      /more memory .*error 241: Memory limit exceeded/,
    ],
  ])('is not when it sends %s', async (_, answer, message) => {
    answerWith = () => answer;
    const fault = await faultOf(ask());
    expect(fault.message).toMatch(message);
  });

  it('is sent the password, and nobody is told of it', async () => {
    answerWith = () => ({ body: whole });
    await ask();
    expect(heard).toContain(Buffer.from('analyst:secret-8842').toString('base64'));
    const echoes = [
      (text: string) => ({ status: 500, body: text }),
      (text: string) => ({ body: text }),
      (text: string) => ({
        status: 500,
        body: `Code: 62. DB::Exception: Syntax error near secret-8842 ${text}. (SYNTAX_ERROR)`,
      }),
      (text: string) => ({ body: `{"meta": Code: 62, e.displayText() = DB::Exception: ${text}` }),
    ];
    for (const echo of echoes) {
      answerWith = echo;
      expectNoSecret((await faultOf(ask())).all, secret);
    }
  });

  it('is not asked where the address is none', async () => {
    const addresses = [
      'not a URL',
      'ftp://host/a/b',
      'http://host:8123/events',
      'http://host:8123/a/b/c',
      'http://host:8123/a/b?user=x&password=secret-8842',
      'http://host:8123/a/%ff',
      'http://analyst:secret-8842@host:8123/a/b',
      'http://analyst:secret-8842@host:0x/a/b',
    ];
    for (const address of addresses) {
      const fault = await faultOf((async () => openClickHouse(address, {}))());
      expect(fault.message).toContain('the address of a ClickHouse table');
      expectNoSecret(fault.all, secret);
    }
  });

  it('is asked as the user of the address, unless another is named', async () => {
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : 0;
    const from = `http://an%40analyst@127.0.0.1:${port}/events/whole`;
    const header = (text: string) => `Basic ${Buffer.from(text).toString('base64')}`;
    answerWith = () => ({ body: whole });
    await openClickHouse(from, {}).query(counting);
    expect(heard).toContain(header('an@analyst:'));
    await openClickHouse(from, { password: 'p' }).query(counting);
    expect(heard).toContain(header('an@analyst:p'));
    await openClickHouse(from, { user: 'other' }).query(counting);
    expect(heard).toContain(header('other:'));
  });
});
