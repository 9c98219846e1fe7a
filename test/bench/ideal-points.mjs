/**
 * Ideal points from an imported record, whole processes, beside `node -e 0`, in one run:
 *
 *   npm run build && node test/bench/ideal-points.mjs <catalog> [rounds]
 *
 * The catalog is what align import made of the record of the General Assembly. Rounds are interleaved and
 * medians taken, so that a busy moment hits all alike; each process has one core where there is taskset.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const [catalog, times = '5'] = process.argv.slice(2);
if (catalog === undefined || !existsSync(catalog)) {
  console.error('name the catalog of an imported record');
  process.exit(1);
}
const bin = fileURLToPath(new URL('../../bin/align.js', import.meta.url));
// Where this is set it adds some 30 ms to each start of Node 20 and flatters every ratio.
const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env;
const node = process.execPath;
const timer = existsSync('/usr/bin/time') ? ['/usr/bin/time', '-f', '%M %U %S'] : [];
const oneCore = existsSync('/usr/bin/taskset') ? ['/usr/bin/taskset', '-c', '0'] : [];

/** Wall clock and CPU time in ms, and the largest size in MB. */
function measure(args) {
  const [command, ...rest] = [...timer, ...oneCore, node, ...args];
  const start = process.hrtime.bigint();
  const { status, stderr } = spawnSync(command, rest, {
    env,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  const wall = Number(process.hrtime.bigint() - start) / 1e6;
  if (status !== 0) throw new Error(`${args.join(' ')}: ${stderr}`);
  const [size, user, system] = stderr.trim().split('\n').at(-1).split(' ').map(Number);
  return timer.length > 0
    ? { wall, cpu: 1000 * (user + system), mb: size / 1024 }
    : { wall, cpu: Number.NaN, mb: Number.NaN };
}

const ask = (...args) => [bin, 'ideal-points', '-c', catalog, '-f', 'csv', ...args];
const runs = [
  ['node -e 0', ['-e', '0']],
  ['all sessions, no links', ask('--no-links')],
  ['all sessions, linked', ask()],
  ['ten sessions, no links', ask('--session', '65-74', '--no-links')],
  ['ten sessions, linked', ask('--session', '65-74')],
].map(([name, args]) => ({ name, args, found: [] }));
for (let round = 0; round < Number(times); round++)
  for (const { args, found } of runs) found.push(measure(args));

const median = (values) => values.toSorted((x, y) => x - y)[Math.floor(values.length / 2)];
const of = ({ found }, key) => median(found.map((each) => each[key]));
console.log(
  `${'median of'.padEnd(24)} ${times.padStart(2)}   wall ms  ratio   CPU ms  ratio    MB`,
);
for (const run of runs)
  console.log(
    run.name.padEnd(24),
    of(run, 'wall').toFixed(0).padStart(12),
    (of(run, 'wall') / of(runs[0], 'wall')).toFixed(1).padStart(6),
    of(run, 'cpu').toFixed(0).padStart(8),
    (of(run, 'cpu') / of(runs[0], 'cpu')).toFixed(1).padStart(6),
    of(run, 'mb').toFixed(0).padStart(5),
  );
