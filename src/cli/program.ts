import { Command, CommanderError } from 'commander';
import { version } from '../version.ts';
import { exitCodes } from './exit-codes.ts';
import type { Io } from './io.ts';
import { measureOptions, outputOptions, selectionOptions } from './options.ts';

type Action = (...args: never[]) => Promise<number>;

/** Runs the command that the arguments name and returns its exit code. */
export async function execute(argv: readonly string[], io: Io): Promise<number> {
  let code: number = exitCodes.answered;
  /** An action that loads its command when it is run; commander hands it arguments, options, command. */
  const lazily =
    (load: () => Promise<Action>) =>
    async (...args: unknown[]) => {
      const command = args.at(-1) as Command;
      const action = (await load()) as (...args: unknown[]) => Promise<number>;
      code = await action(...args.slice(0, -2), command.optsWithGlobals(), io);
    };
  const program = buildProgram(lazily);
  const captured = (command: Command) => {
    command.exitOverride().configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(text.replace(/^error: /, 'align: ')),
      getOutHelpWidth: () => io.stdout.columns ?? 100,
      getErrHelpWidth: () => io.stderr.columns ?? 100,
    });
    command.commands.forEach(captured);
  };
  captured(program);
  try {
    await program.parseAsync([...argv], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? exitCodes.answered : exitCodes.usage;
  }
  return code;
}

type Lazily = (load: () => Promise<Action>) => (...args: unknown[]) => Promise<void>;

function buildProgram(lazily: Lazily): Command {
  const program = new Command('align')
    .description(
      'How closely do states line up, on what, and how do we know?\nScores and explains the alignment of countries from catalogs of issues.',
    )
    .version(version, '-V, --version')
    .option('--color', 'colour even where the output is no terminal')
    .option('--no-color', 'no colour (also NO_COLOR)')
    .option('-q, --quiet', 'no warnings and no progress')
    .option('--debug', 'show stack traces')
    .option('--timestamp', 'put the time of day into the provenance')
    .showHelpAfterError('(align --help shows what there is)')
    .addHelpText(
      'after',
      `
Examples:
  align score china russia                     how near, how sure, together or in parallel
  align explain china russia ladakh-2020       one issue, with its sources
  align score india quad -t sanctions -f json  a country and a bloc, one topic, for scripts
  align list issues                            what the catalogs hold

Exit codes:
  0 answered   1 a check failed or validation found errors   2 usage   3 unusable input
  4 no joint evidence   70 a bug in align   130 interrupted`,
    );

  const add = (
    target: Command,
    options: readonly (readonly Parameters<Command['addOption']>[0][])[],
  ) => {
    for (const option of options.flat()) target.addOption(option);
    return target;
  };

  add(
    program
      .command('score')
      .description('how near two countries or blocs are, on what, and how sure that is')
      .argument('<a>', 'country or bloc, by name, ISO or COW code')
      .argument('<b>', 'country or bloc')
      .option('--interactions', 'list every interaction, not only the strongest')
      .action(
        lazily(async () => {
          const { score } = await import('./commands/score.ts');
          return ((a: string, b: string, options: never, io: Io) =>
            score([a, b], options, io)) as Action;
        }),
      ),
    [selectionOptions(), measureOptions(), outputOptions(['table', 'json', 'csv'])],
  );
  return program;
}
