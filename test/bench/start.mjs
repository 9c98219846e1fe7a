/**
 * How long whole processes take, as ratios to `node -e 0` in the same run:
 *
 *   npm run build && node test/bench/start.mjs [rounds]
 *
 * Rounds are interleaved and medians taken, so that a busy moment hits all alike.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const rounds = Number(process.argv[2] ?? 41);
const bin = fileURLToPath(new URL('../../bin/align.js', import.meta.url));

// Where this is set it adds some 30 ms to each start of Node 20 and flatters every ratio.
const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env;

// The questions that have a limit, unfiltered and filtered, and what else is asked often.
const questions = [
  '--version',
  '--help',
  'score china russia',
  'score china russia --to 2020-10-21',
  'score china russia -t sanctions',
  'score china russia -m kappa',
  'score china russia -f json',
  'score china russia --absent half',
  'score china russia --salience mean',
  'score china russia --weigh-by topic',
  'explain china russia',
];
const commands = {
  'node -e 0': ['-e', '0'],
  ...Object.fromEntries(questions.map((line) => [`align ${line}`, [bin, ...line.split(' ')]])),
};

function time(args) {
  const start = process.hrtime.bigint();
  const { status } = spawnSync(process.execPath, args, { stdio: 'ignore', env });
  if (status !== 0) throw new Error(`exit ${status}: ${args.join(' ')}`);
  return Number(process.hrtime.bigint() - start) / 1e6;
}

const times = Object.keys(commands).map(() => []);
for (let round = 0; round < rounds; round++)
  for (const [c, args] of Object.values(commands).entries()) times[c].push(time(args));

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
const [base] = times.map(median);
for (const [c, name] of Object.keys(commands).entries()) {
  const ms = median(times[c]);
  console.log(
    `${name.padEnd(42)}${ms.toFixed(1).padStart(8)} ms${(ms / base).toFixed(2).padStart(8)}`,
  );
}
