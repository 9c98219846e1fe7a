import { Command, CommanderError } from 'commander';
import { UserError } from '../errors.ts';
import { plainLines } from '../plain-text.ts';
import { version } from '../version.ts';
import type { Definition } from './definitions/definition.ts';
import { definitions } from './definitions/index.ts';
import { exitCodes } from './exit-codes.ts';
import type { Io } from './io.ts';
import { asksForAll, shapeHelp, shortStart } from './help.ts';
import { type CatalogOptions, type GlobalOptions, positiveNumber } from './options.ts';
import { withPager } from './pager.ts';
import { explainRetired } from './retired-options.ts';

type Run = (definition: Definition, operands: readonly string[], command: Command) => Promise<void>;

/** Runs the command that the arguments name and returns its exit code. */
export async function execute(argv: readonly string[], io: Io): Promise<number> {
  if (argv.length === 0) {
    io.stderr.write(shortStart);
    return exitCodes.usage;
  }
  let code: number = exitCodes.answered;
  const program = buildProgram(argv, async (definition, operands, command) => {
    const options = await settleOptions(definition, command, io);
    const act = await definition.load();
    try {
      code = await withPager(io, options, (paged) =>
        act(operands as never, options as never, paged),
      );
    } catch (error) {
      if (error instanceof UserError && definition.diagnoses !== true)
        await pointOutIfUnnamed(options, io);
      throw error;
    }
  });
  let help = '';
  const captured = (command: Command) => {
    command.exitOverride().configureOutput({
      writeOut: (text) => (help += text),
      writeErr: (text) => io.stderr.write(plainLines(text.replace(/^error: /, 'align: '))),
      outputError: (text, write) => write(explainRetired(text)),
      getOutHelpWidth: () => io.stdout.columns ?? 100,
      getErrHelpWidth: () => io.stderr.columns ?? 100,
    });
    command.commands.forEach(captured);
  };
  captured(program);
  try {
    await program.parseAsync(withoutIdleHelp(argv), { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    await withPager(io, program.opts(), async ({ stdout }) => stdout.write(help));
    return error.exitCode === 0 ? exitCodes.answered : exitCodes.usage;
  }
  return code;
}

const helpFlags = ['--help', '-h'];

/** Help on a command that there is none of is no help: the command is what is wrong. */
function withoutIdleHelp(argv: readonly string[]): string[] {
  const [first] = argv;
  const isCommand = definitions.some(([, group]) => group.some(({ name }) => name === first));
  if (first === undefined || first.startsWith('-') || first === 'help' || isCommand)
    return [...argv];
  return argv.filter((word) => !helpFlags.includes(word));
}

/** Where a project's catalogs did not have what was asked for, others that lie beside it may. */
async function pointOutIfUnnamed(options: object, io: Io): Promise<void> {
  const { inForce, quiet } = options as Partial<CatalogOptions & GlobalOptions>;
  const chosen = inForce?.chosen();
  if (!inForce?.project || chosen?.from !== 'project' || quiet) return;
  const { pointOutUnnamed } = await import('./stray-note.ts');
  pointOutUnnamed(inForce.project, io);
}

/** The options of a command; of one that reads catalogs, with what is in force for it. */
async function settleOptions({ diagnoses }: Definition, command: Command, io: Io): Promise<object> {
  const options = command.optsWithGlobals();
  const taken = new Set(command.options.map((option) => option.attributeName()));
  if (!taken.has('catalog')) return options;
  const { putInForce } = await import('./in-force.ts');
  const isGiven = (option: string) => command.getOptionValueSource(option) === 'cli';
  return putInForce(options, { isGiven, takes: (option) => taken.has(option) }, io, diagnoses);
}

function buildProgram(argv: readonly string[], run: Run): Command {
  const program = new Command('align')
    .description(
      'How closely do states line up, on what, and how do we know?\nScores and explains the alignment of countries from catalogs of issues.',
    )
    .version(version, '-V, --version')
    .option('--color', 'colour even where the output is no terminal')
    .option('--no-color', 'no colour (also NO_COLOR)')
    .option('--no-pager', 'no pager for what is longer than the window (also PAGER=)')
    .option('-q, --quiet', 'no warnings and no progress')
    .option(
      '--debug',
      'say on stderr what is opened, which way is taken and how long it takes; stack traces',
    )
    .option(
      '--limits <times>',
      'let catalogs and policies be so many times as large as they may be',
      positiveNumber('--limits'),
    )
    .option('--no-project', 'leave the project file align.yaml out of account')
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
  4 no joint evidence   70 a bug in align   130, 143 interrupted`,
    );
  for (const [heading, group] of neededDefinitions(argv))
    for (const definition of group) {
      const command = buildCommand(definition, run).copyInheritedSettings(program);
      shapeHelp(command, definition.examples ?? [], asksForAll(argv));
      program.addCommand(command.helpGroup(heading), { hidden: definition.hidden === true });
    }
  return program;
}

/** All definitions where the list of commands may be shown, else those that the arguments name. */
function neededDefinitions(argv: readonly string[]): typeof definitions {
  if (argv.some((argument) => [...helpFlags, 'help'].includes(argument))) return definitions;
  const named = definitions.map(
    ([heading, group]) => [heading, group.filter(({ name }) => argv.includes(name))] as const,
  );
  return named.some(([, group]) => group.length > 0) ? named : definitions;
}

function buildCommand(definition: Definition, run: Run): Command {
  const { name, description, operands = [], options } = definition;
  const command = new Command(name).description(description);
  for (const [flags, about] of operands) command.argument(flags, about);
  for (const option of options().flat()) command.addOption(option);
  return command.action(async (...given: unknown[]) => {
    const named = given.slice(0, operands.length).flat();
    await run(
      definition,
      named.filter((operand) => typeof operand === 'string'),
      command,
    );
  });
}
