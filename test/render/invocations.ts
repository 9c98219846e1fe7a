import { definitions } from '../../src/cli/definitions/index.ts';
import { run } from '../../src/cli/main.ts';

/** Who moved takes more votes than a small catalog has. */
const movers = '--before 2010..2014 --after 2015..2019 --catalog hostile-votes.yaml'.split(' ');

/** Each shape of operands that a command which renders a result has; `null` for those that only write files or text of their own. */
const shapes: Readonly<Record<string, readonly (readonly string[])[] | null>> = {
  score: [
    ['china', 'russia'],
    ['china', 'russia', '--full'],
    ['china', 'three'],
    ['china', 'russia', 'india'],
    ['china', 'russia', '--versus', '2010..2015'],
  ],
  explain: [
    ['china', 'russia'],
    ['china', 'three'],
    ['china', 'russia', 'issue-1'],
  ],
  diff: [
    ['hostile.yaml', 'hostile-new.yaml'],
    ['hostile.yaml', 'hostile-new.yaml', '--between', 'china', 'three', '--full'],
  ],
  trend: [
    ['china', 'russia'],
    ['china', 'russia', 'three'],
    ['china'],
    ['china', 'russia', 'three', '--measure', 'cooperation'],
  ],
  interactions: [
    ['china', 'russia'],
    ['china', 'three', '--by', 'month'],
    ['china', 'russia', '--by', 'root'],
    ['china'],
    ['china', '--by', 'partner', '--order', 'net'],
  ],
  drift: [
    ['china', 'russia', '--before', '2010..2015', '--after', '2016..2020'],
    [...movers],
    [...movers, '--for', 'three'],
  ],
  'ideal-points': [[], ['china', 'russia', '--full'], ['usa', '--edition', '2026', '--no-links']],
  matrix: [[], ['china', 'russia', 'india'], ['--by', 'year'], ['--measure', 'cooperation']],
  blocs: [[], ['china', 'russia', 'india', '--k', '2']],
  map: [[], ['china', 'russia', 'three']],
  rank: [['china'], ['three'], ['desk'], ['china', '--measure', 'cooperation', '--min-joint', '1']],
  check: [['policy.yaml']],
  report: [
    ['china', 'russia'],
    ['--matrix', 'china', 'russia', 'india'],
  ],
  list: [
    [],
    ['issues'],
    ['countries'],
    ['actors'],
    ['topics'],
    ['blocs'],
    ['interactions'],
    ['sources'],
    ['measures'],
    ['conventions'],
    ['catalogs'],
    ['positions'],
    ['positions', 'china', 'russia', 'three', '--differ'],
  ],
  show: [['issue-1'], ['hostile']],
  cite: [[], ['china', 'russia']],
  validate: [['hostile.yaml']],
  export: [['positions'], ['issues'], ['interactions'], ['blocs'], ['sources']],
  config: [[], ['--from', '2016', '--convention', 'pct-agree']],
  import: null,
  init: null,
  schema: null,
  cache: null,
  completion: null,
  complete: null,
};

/** What a format cannot do without. */
const extra: Readonly<Record<string, readonly string[]>> = {
  'report china russia svg': ['--chart', 'topics'],
};

/** Shapes that a command refuses to put into a format. */
const refused = new Set([
  'matrix --by year table',
  'matrix --by year markdown',
  'report --matrix china russia india markdown',
  ...[movers, [...movers, '--for', 'three']].flatMap((shape) =>
    ['html', 'svg'].map((format) => ['drift', ...shape, format].join(' ')),
  ),
]);

export interface Invocation {
  readonly command: string;
  readonly format: string;
  readonly argv: readonly string[];
}

/** Commands whose operand names the catalog. */
const ownCatalog = new Set(['check', 'diff', 'validate']);

/** Every command in every format it offers, asked of the hostile catalog. */
export function invocations(): readonly Invocation[] {
  return definitions
    .flatMap(([, group]) => group)
    .flatMap(({ name, options }) => {
      const given = shapes[name];
      if (given === undefined) throw new Error(`say in ${import.meta.url} how to call ${name}`);
      const formats = options()
        .flat()
        .find(({ long }) => long === '--format')?.argChoices;
      return (given ?? []).flatMap((shape) =>
        (formats ?? [])
          .filter((format) => !refused.has([name, ...shape, format].join(' ')))
          .map((format) => ({
            command: name,
            format,
            argv: [
              name,
              ...shape,
              ...(ownCatalog.has(name) || shape.includes('--catalog')
                ? []
                : ['--catalog', 'hostile.yaml']),
              '--format',
              format,
              ...(extra[[name, ...shape, format].join(' ')] ?? []),
            ],
          })),
      );
    });
}

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the program in this process, away from a terminal. */
export async function runHere(
  argv: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>> = {},
): Promise<Ran> {
  const written = { out: '', err: '' };
  const stream = (name: 'out' | 'err') => ({
    write: (text: string) => (written[name] += text) !== '',
    isTTY: false,
  });
  const code = await run(argv, { stdout: stream('out'), stderr: stream('err'), env, cwd });
  return { code, ...written };
}
