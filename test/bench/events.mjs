// Generates events between countries and adds them up with DuckDB, as the program does.
//
//   node test/bench/events.mjs [millions of events, 10 unless given] [folder, a temporary one unless given] [rounds, 3 unless given]
//
// Events are made up by DuckDB itself and written as Parquet: 200 countries that take part unevenly, as in
// machine-coded data, days from 1979 to 2023 that grow more frequent, 310 CAMEO codes with their weights.
// Needs a build (`npm run build`). Each question runs in a process of its own, so that its memory is its own.
import { execFileSync, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { DuckDBInstance } from '@duckdb/node-api';

const [millions = '10', folder, times = '3'] = process.argv.slice(2);
const rounds = Number(times);
const rows = Number(millions) * 1e6;
const perFile = 10e6;
const home = folder === undefined ? mkdtempSync(join(tmpdir(), 'align-events-')) : resolve(folder);
mkdirSync(home, { recursive: true });

const library = pathToFileURL(resolve('dist/index.js')).href;

/** Codes of countries and of events, as the program knows them. */
async function known() {
  const { openLibrary, bundledCameo } = await import(library);
  const { atlas } = await openLibrary([]);
  const countries = atlas.countries.flatMap(({ historic, iso3 }) =>
    historic || !iso3 ? [] : [iso3],
  );
  return { countries, cameo: bundledCameo() };
}

async function generate() {
  const { countries, cameo } = await known();
  const instance = await DuckDBInstance.create(':memory:', { memory_limit: '4GiB' });
  const connection = await instance.connect();
  const list = (values) => `[${values.map((value) => `'${value}'`).join(', ')}]`;
  const codes = cameo.codes();
  const weights = codes.map((code) => cameo.get(code).goldstein);
  // The square of a random number favours the first of a list.
  const pick = (n, salt) =>
    `CAST(floor(pow(hash(i * 8 + ${salt}) / 18446744073709551616.0, 2) * ${n}) AS INTEGER) + 1`;
  const day = `CAST(DATE '1979-01-01' + CAST(floor(sqrt(hash(i * 8 + 5) / 18446744073709551616.0) * 16400) AS INTEGER) AS DATE)`;
  for (let first = 0, file = 0; first < rows; first += perFile, file++) {
    const last = Math.min(rows, first + perFile);
    await connection.run(
      `COPY (
        SELECT i AS GLOBALEVENTID, CAST(strftime(d, '%Y%m%d') AS INTEGER) AS SQLDATE,
          a AS Actor1CountryCode, b AS Actor2CountryCode, codes[c] AS EventCode, weights[c] AS GoldsteinScale
        FROM (SELECT i, ${day} AS d, countries[${pick(countries.length, 1)}] AS a,
            countries[${pick(countries.length, 2)}] AS b, ${pick(codes.length, 3)} AS c, codes, weights
          FROM range(${first}, ${last}) t(i),
            (SELECT ${list(countries)} AS countries, ${list(codes)} AS codes, [${weights.join(', ')}]::FLOAT[] AS weights)))
        TO '${join(home, `events-${file}.parquet`)}' (FORMAT parquet, COMPRESSION zstd)`,
    );
  }
  connection.closeSync();
  instance.closeSync();
  writeFileSync(
    join(home, 'events.yaml'),
    'catalog: bench\ntitle: Events made up\nevents:\n  - {id: made-up, title: Events made up, engine: duckdb, from: events-*.parquet, layout: gdelt2}\n',
  );
}

const questions = {
  'all dyad-years': [{ by: 'year' }, []],
  'dyad-years of a country': [{ by: 'year' }, [['USA']]],
  'months of a dyad': [{ by: 'month' }, [['USA'], ['RUS']]],
  'months and roots of a dyad': [{ by: 'month', roots: true }, [['USA'], ['RUS']]],
  'years of a dyad': [{ by: 'year' }, [['FRA'], ['DEU']]],
};

/** One question, asked in this process; prints what it took. */
async function ask(name) {
  const { openLibrary } = await import(library);
  const opened = await openLibrary([join(home, 'events.yaml')]);
  const [asked, sides] = questions[name];
  const before = process.cpuUsage();
  const start = performance.now();
  const [sums] = await opened.sums({ asked, sides });
  const seconds = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(before);
  const work = (user + system) / 1e6;
  const memory = process.resourceUsage().maxRSS / 2 ** 20;
  console.log(
    JSON.stringify({ seconds, work, memory, sums: sums.sums.length, rows: sums.origin.rows }),
  );
}

if (process.env.ALIGN_BENCH_QUESTION) await ask(process.env.ALIGN_BENCH_QUESTION);
else {
  const made = existsSync(join(home, 'events.yaml'));
  const start = performance.now();
  if (!made) await generate();
  const bytes = readdirSync(home).reduce((sum, file) => sum + statSync(join(home, file)).size, 0);
  const cores = availableParallelism();
  console.log(
    `${millions} million events, ${(bytes / 2 ** 30).toFixed(2)} GB of Parquet, ${cores} cores` +
      (made ? '' : `, made in ${((performance.now() - start) / 1000).toFixed(0)} s`),
  );
  const empty = spawnSync(process.execPath, ['-e', '0']);
  if (empty.status !== 0) throw new Error('node does not start');
  for (const name of Object.keys(questions)) {
    const runs = Array.from({ length: rounds }, () =>
      JSON.parse(
        execFileSync(process.execPath, [resolve('test/bench/events.mjs'), millions, home], {
          env: { ...process.env, ALIGN_BENCH_QUESTION: name },
          encoding: 'utf8',
        }),
      ),
    );
    runs.sort((x, y) => x.seconds - y.seconds);
    const { seconds, work, memory, sums } = runs[Math.floor(rounds / 2)];
    console.log(
      `${name}: ${seconds.toFixed(2)} s (median of ${rounds}), ${work.toFixed(2)} s of processors, ${(rows / work / 1e6).toFixed(1)} million rows a second and core, ${memory.toFixed(2)} GB, ${sums} sums`,
    );
  }
  if (folder === undefined) rmSync(home, { recursive: true });
}
