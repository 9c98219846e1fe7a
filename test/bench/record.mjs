/**
 * Imports and all dyads of the General Assembly's record, beside pandas, R, DuckDB and `node -e 0`, in one run:
 *
 *   npm run build && node test/bench/record.mjs [rounds] [--hundredfold]
 *
 * ALIGN_UN_DATA names the directory of UNVotes.csv.gz and un_votes.csv.gz. Peers that are not installed
 * are left out. Rounds are interleaved and medians taken, so that a busy moment hits all alike.
 * --hundredfold adds a made-up record of 630,000 roll calls (400 MB on disk).
 */
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';

const rounds = Number(process.argv.slice(2).find((arg) => /^\d+$/.test(arg)) ?? 7);
const hundredfold = process.argv.includes('--hundredfold');
const at = (path) => fileURLToPath(new URL(path, import.meta.url));
const bin = at('../../bin/align.js');
const data = process.env.ALIGN_UN_DATA ?? '';
if (!existsSync(join(data, 'UNVotes.csv.gz'))) {
  console.error('no record: ALIGN_UN_DATA must name its directory');
  process.exit(1);
}

// Where this is set it adds some 30 ms to each start of Node 20 and flatters every ratio.
const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env;
const work = mkdtempSync(join(tmpdir(), 'align-bench-'));
process.on('exit', () => rmSync(work, { recursive: true, force: true }));
const file = (name) => join(work, name);
for (const name of ['UNVotes.csv', 'un_votes.csv']) {
  writeFileSync(file(name), gunzipSync(readFileSync(join(data, `${name}.gz`))));
}

const needed = [
  'rcid',
  'ccode',
  'vote',
  'Country',
  'session',
  'date',
  'unres',
  'yes',
  'no',
  'abstain',
];

const pandasImport = `
import pandas, sys
pandas.read_csv(sys.argv[1])`;

const pandasNeeded = `
import pandas, sys
pandas.read_csv(sys.argv[1], usecols=${JSON.stringify(needed)})`;

/** Contingency tables of all dyads by matrix products, four coefficients, a CSV. */
const pandasMatrix = `
import numpy as np, pandas as pd, sys
d = pd.read_csv(sys.argv[1], usecols=['rcid', 'country', 'vote'])
c, names = pd.factorize(d['country'], sort=True)
r, _ = pd.factorize(d['rcid'])
X = [np.zeros((len(names), r.max() + 1), dtype=np.float32) for _ in range(3)]
for k, word in enumerate(['no', 'abstain', 'yes']):
    m = (d['vote'] == word).to_numpy()
    X[k][c[m], r[m]] = 1
T = np.array([[X[i] @ X[j].T for j in range(3)] for i in range(3)]).astype(np.float64)
D = np.abs(np.subtract.outer(np.arange(3), np.arange(3))) / 2
n = T.sum((0, 1)); a, b = np.triu_indices(len(names), 1); keep = n[a, b] > 0; a, b = a[keep], b[keep]
t = T[:, :, a, b]; n = t.sum((0, 1)); do = np.tensordot(D, t, ([0, 1], [0, 1])) / n
p, q = t.sum(1) / n, t.sum(0) / n; m = (p + q) / 2
with np.errstate(all='ignore'):
    kappa = 1 - do / np.einsum('ik,jk,ij->k', p, q, D); pi = 1 - do / np.einsum('ik,jk,ij->k', m, m, D)
pd.DataFrame({'a': names[a], 'b': names[b], 'n': n, 'agreement': 1 - do, 'identical': (t[0, 0] + t[1, 1] + t[2, 2]) / n,
  's': 1 - 2 * do, 'kappa': kappa, 'pi': pi}).to_csv(sys.stdout, index=False)`;

const rImport = `d <- read.csv(commandArgs(TRUE)[1])`;

const rMatrix = `
suppressMessages(library(data.table))
d <- fread(commandArgs(TRUE)[1], select = c('rcid', 'country', 'vote'))
c <- factor(d$country); r <- match(d$rcid, unique(d$rcid)); N <- nlevels(c); R <- max(r)
X <- lapply(c('no', 'abstain', 'yes'), function(v) { M <- matrix(0, R, N); k <- d$vote == v; M[cbind(r[k], as.integer(c)[k])] <- 1; M })
T <- lapply(1:3, function(i) lapply(1:3, function(j) crossprod(X[[i]], X[[j]])))
u <- upper.tri(T[[1]][[1]]); t <- array(0, c(3, 3, sum(u)))
for (i in 1:3) for (j in 1:3) t[i, j, ] <- T[[i]][[j]][u]
n <- apply(t, 3, sum); D <- abs(outer(1:3, 1:3, '-')) / 2; do <- colSums(matrix(t, 9) * c(D)) / n
p <- apply(t, c(1, 3), sum) / rep(n, each = 3); q <- apply(t, c(2, 3), sum) / rep(n, each = 3); m <- (p + q) / 2
kappa <- 1 - do / colSums(p * (D %*% q)); pi <- 1 - do / colSums(m * (D %*% m))
w <- which(u, arr.ind = TRUE); L <- levels(c)
fwrite(data.table(a = L[w[, 1]], b = L[w[, 2]], n, agreement = 1 - do, s = 1 - 2 * do, kappa, pi)[n > 0], '/dev/stdout')`;

/** Votes joined with themselves; agreement, S and the shares of identical votes, a CSV. */
const duckdbMatrix = `
import duckdb, sys
duckdb.execute("""
COPY (
  WITH votes AS (
    SELECT rcid, country, CASE vote WHEN 'yes' THEN 1 WHEN 'abstain' THEN 0.5 ELSE 0 END::FLOAT AS v
    FROM read_csv('{}'))
  SELECT x.country AS a, y.country AS b, count(*) AS n, 1 - avg(abs(x.v - y.v)) AS agreement,
    1 - 2 * avg(abs(x.v - y.v)) AS s, avg((x.v = y.v)::INT) AS identical
  FROM votes x JOIN votes y ON x.rcid = y.rcid AND x.country < y.country
  GROUP BY ALL ORDER BY ALL
) TO '/dev/stdout' (HEADER)""".format(sys.argv[1]))`;

function works(command, args) {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0;
}
const python = ['/usr/bin/python3', 'python3'].find((each) => works(each, ['-c', 'import pandas']));
const withDuckdb = ['/usr/bin/python3', 'python3'].find((each) =>
  works(each, ['-c', 'import duckdb']),
);
const r = works('Rscript', ['-e', 'library(data.table)']) ? 'Rscript' : undefined;
const timer = existsSync('/usr/bin/time') ? '/usr/bin/time' : undefined;

/** Wall-clock milliseconds, and peak memory in MB where it can be told. */
function measure([command, ...args]) {
  const whole = timer ? [timer, '-f', '%M', command, ...args] : [command, ...args];
  const start = process.hrtime.bigint();
  const { status, stderr } = spawnSync(whole[0], whole.slice(1), {
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
    env,
  });
  const ms = Number(process.hrtime.bigint() - start) / 1e6;
  if (status !== 0) throw new Error(`exit ${status}: ${args.join(' ')}\n${stderr}`);
  return { ms, mb: timer ? Number(stderr.trim().split('\n').at(-1)) / 1024 : Number.NaN };
}

const median = (values) => values.toSorted((x, y) => x - y)[Math.floor(values.length / 2)];

function compare(title, times, commands) {
  console.log(`\n${title}`);
  const runs = commands.map(() => []);
  for (let round = 0; round < times; round++)
    for (const [c, [, ...command]] of commands.entries()) runs[c].push(measure(command));
  const base = median(runs[0].map(({ ms }) => ms));
  for (const [c, [name]] of commands.entries()) {
    const ms = median(runs[c].map((run) => run.ms));
    const mb = Math.max(...runs[c].map((run) => run.mb));
    console.log(
      `  ${name.padEnd(36)}${ms.toFixed(0).padStart(8)} ms${(ms / base).toFixed(2).padStart(8)}${mb.toFixed(0).padStart(8)} MB`,
    );
  }
}

const node = process.execPath;
const present = (peer, command) => (peer === undefined ? [] : [command]);
const fewer = Math.min(3, rounds);

compare('Import of UNVotes.csv (373 MB); ratios to pandas where it is', fewer, [
  ...present(python, [
    'pandas read_csv',
    python,
    '-W',
    'ignore',
    '-c',
    pandasImport,
    file('UNVotes.csv'),
  ]),
  ...present(python, ['pandas, columns in use', python, '-c', pandasNeeded, file('UNVotes.csv')]),
  ['align import voeten', node, bin, 'import', 'voeten', file('UNVotes.csv'), '-o', file('un-ga')],
  ...present(r, ['R read.csv', r, '-e', rImport, file('UNVotes.csv')]),
]);

const matrix = (...args) => [node, bin, 'matrix', '-c', file('un-ga'), '-f', 'csv', ...args];
compare('All dyads of the record, whole processes; ratios to node -e 0', rounds, [
  ['node -e 0', node, '-e', '0'],
  ['align matrix', ...matrix()],
  ['align matrix --no-unanimous', ...matrix('--no-unanimous')],
  ['align matrix --by session', ...matrix('--by', 'session')],
  ['align rank china', node, bin, 'rank', 'china', '-c', file('un-ga')],
  ['align score china russia', node, bin, 'score', 'china', 'russia', '-c', file('un-ga')],
  ...present(python, ['pandas + numpy', python, '-c', pandasMatrix, file('un_votes.csv')]),
  ...present(r, ['R fread + crossprod', r, '-e', rMatrix, file('un_votes.csv')]),
  ...present(withDuckdb, [
    'DuckDB self-join',
    withDuckdb,
    '-c',
    duckdbMatrix,
    file('un_votes.csv'),
  ]),
]);

if (hundredfold) {
  const [head, ...rows] = readFileSync(file('un-ga/un-ga.csv'), 'utf8').split(/\n(?=\d+,)/);
  const large = openSync(file('un-ga/un-ga.csv'), 'w');
  writeSync(large, `${head}\n`);
  for (let copy = 0; copy < 100; copy++)
    writeSync(large, `${rows.map((row) => `${copy}${row.trimEnd()}`).join('\n')}\n`);
  const ask = (...args) => [node, bin, ...args, '-c', file('un-ga')];
  compare('A hundred times the record (630,000 roll calls); ratios to align matrix', 1, [
    ['align matrix', ...matrix()],
    ['align matrix --by session', ...matrix('--by', 'session')],
    ['align rank china', ...ask('rank', 'china')],
    ['align list issues', ...ask('list', 'issues', '-f', 'csv')],
    ['align score china russia', ...ask('score', 'china', 'russia')],
    ['align explain china russia', ...ask('explain', 'china', 'russia')],
    ['align trend china russia', ...ask('trend', 'china', 'russia')],
  ]);
}
