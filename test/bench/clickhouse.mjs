// Generates events between countries on ClickHouse servers and adds them up, as the program does.
//
//   node test/bench/clickhouse.mjs <millions of events on each server> <cluster> <http://server> [<http://server> ...]
//
// The servers are the shards of the cluster, whose user `default` may do all. Events are made up by the servers
// themselves, in `bench.events`, and are there already in a second run: 200 countries that take part unevenly,
// as in machine-coded data, days from 1979 to 2023 that grow more frequent, 190 codes with weights.
// `bench.everywhere` of the first server has those of all. Needs a build (`npm run build`). CPU time is that of
// the servers, from their `system.events`: others may load the machine, and it is not the time that one waits.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const [millions = '10', cluster = 'two_shards', ...servers] = process.argv.slice(2);
const rounds = Number(process.env.ALIGN_BENCH_ROUNDS ?? 3);
const { openLibrary } = await import(pathToFileURL(resolve('dist/index.js')).href);

async function run(server, sql) {
  const answer = await fetch(server, { method: 'POST', body: sql });
  const text = await answer.text();
  if (!answer.ok) throw new Error(text);
  return text.trim();
}

async function generate() {
  const { atlas } = await openLibrary([]);
  const countries = atlas.countries
    .flatMap(({ historic, iso3 }) => (historic || !iso3 ? [] : [iso3]))
    .slice(0, 200);
  const random = (salt) => `(sipHash64(number, ${salt}) % 1000000007) / 1000000007.0`;
  // The square of a random number favours the first of a list.
  const country = (salt) =>
    `arrayElement(countries, toUInt32(1 + floor(pow(${random(salt)}, 2) * ${countries.length})))`;
  const columns =
    '(SQLDATE UInt32, Actor1CountryCode String, Actor2CountryCode String, EventCode String, GoldsteinScale Float32)';
  const rows = Number(millions) * 1e6;
  for (const [at, server] of servers.entries()) {
    await run(server, 'CREATE DATABASE IF NOT EXISTS bench');
    await run(
      server,
      `CREATE TABLE IF NOT EXISTS bench.events ${columns} ENGINE = MergeTree ORDER BY (Actor1CountryCode, Actor2CountryCode, SQLDATE)`,
    );
    await run(
      server,
      `CREATE TABLE IF NOT EXISTS bench.everywhere ${columns} ENGINE = Distributed(${cluster}, bench, events, rand())`,
    );
    if (Number(await run(server, 'SELECT count() FROM bench.events')) === rows) continue;
    await run(
      server,
      `INSERT INTO bench.events SELECT toUInt32(toYYYYMMDD(toDate('1979-01-01') + toUInt16(sqrt(${random(5)}) * 16400))),
        ${country(1)}, ${country(2)}, toString(10 + sipHash64(number, 3) % 190),
        toFloat32(round((sipHash64(number, 3) % 201 - 100) / 10.0, 1))
        FROM (SELECT number, splitByChar(' ', '${countries.join(' ')}') AS countries FROM system.numbers LIMIT ${at * rows}, ${rows})`,
    );
  }
}

/** Seconds of CPU that all servers have used. */
async function work() {
  const sql =
    "SELECT sum(value) FROM system.events WHERE event IN ('UserTimeMicroseconds', 'SystemTimeMicroseconds')";
  const used = await Promise.all(servers.map((server) => run(server, sql)));
  return used.reduce((sum, each) => sum + Number(each), 0) / 1e6;
}

const questions = {
  'all dyad-years': [{ by: 'year' }, []],
  'dyad-years of a country': [{ by: 'year' }, [['USA']]],
  'months of a dyad': [{ by: 'month' }, [['USA'], ['RUS']]],
  'years of a dyad': [{ by: 'year' }, [['FRA'], ['DEU']]],
};

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

await generate();
const folder = mkdtempSync(join(tmpdir(), 'align-bench-'));
for (const table of ['events', 'everywhere']) {
  const file = join(folder, `${table}.yaml`);
  writeFileSync(
    file,
    `catalog: bench\ntitle: Made up\nevents:\n  - {id: made-up, title: Made up, engine: clickhouse, from: '${servers[0]}/bench/${table}', layout: gdelt2}\n`,
  );
  for (const [name, [asked, sides]] of Object.entries(questions)) {
    const runs = [];
    for (let round = 0; round < rounds; round += 1) {
      const library = await openLibrary([file]);
      const [before, own, start] = [await work(), process.cpuUsage(), performance.now()];
      const [sums] = await library.sums({ asked, sides });
      const seconds = (performance.now() - start) / 1000;
      const { user, system } = process.cpuUsage(own);
      const used = (await work()) - before;
      runs.push({ seconds, used, own: (user + system) / 1e6, sums });
    }
    const [{ sums }] = runs;
    const used = median(runs.map((each) => each.used));
    const { rows } = sums.origin;
    console.log(
      `${table}: ${name}: ${rows / 1e6} million rows, ${sums.sums.length} sums, ` +
        `${median(runs.map((each) => each.seconds)).toFixed(2)} s, servers ${used.toFixed(2)} s of CPU ` +
        `(${(rows / used / 1e6).toFixed(1)} million rows a second and core), align ${median(runs.map((each) => each.own)).toFixed(2)} s of CPU`,
    );
  }
}
