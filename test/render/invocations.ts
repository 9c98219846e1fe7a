import { definitions } from '../../src/cli/definitions/index.ts';
import { run } from '../../src/cli/main.ts';

/** One way to call each command that renders a result; `null` for those that only write files or text of their own. */
const operands: Readonly<Record<string, readonly string[] | null>> = {
  score: ['china', 'russia'],
  explain: ['china', 'russia'],
  matrix: [],
  rank: ['china'],
  check: ['policy.yaml'],
  report: ['china', 'russia'],
  list: ['issues'],
  show: ['issue-1'],
  cite: [],
  validate: ['hostile.yaml'],
  import: null,
  init: null,
  schema: null,
  completion: null,
  complete: null,
};

/** What a format cannot do without. */
const extra: Readonly<Record<string, readonly string[]>> = {
  'report svg': ['--chart', 'topics'],
};

export interface Invocation {
  readonly command: string;
  readonly format: string;
  readonly argv: readonly string[];
}

/** Commands whose operand names the catalog. */
const ownCatalog = new Set(['check', 'validate']);

/** Every command in every format it offers, asked of the hostile catalog. */
export function invocations(): readonly Invocation[] {
  return definitions
    .flatMap(([, group]) => group)
    .flatMap(({ name, options }) => {
      const given = operands[name];
      if (given === undefined) throw new Error(`say in ${import.meta.url} how to call ${name}`);
      const formats = options()
        .flat()
        .find(({ long }) => long === '--format')?.argChoices;
      return given === null
        ? []
        : (formats ?? []).map((format) => ({
            command: name,
            format,
            argv: [
              name,
              ...given,
              ...(ownCatalog.has(name) ? [] : ['--catalog', 'hostile.yaml']),
              '--format',
              format,
              ...(extra[`${name} ${format}`] ?? []),
            ],
          }));
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
