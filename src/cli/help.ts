import { type Command, Help, type Option } from 'commander';
import { flow } from '../render/kit/text.ts';

/** Options that several commands share, under one heading of their help. */
export function inGroup(heading: string, options: readonly Option[]): Option[] {
  return options.map((option) => option.helpGroup(`${heading}:`));
}

/** Whether all options are to be explained: the help of a command fits a window otherwise. */
export function asksForAll(argv: readonly string[]): boolean {
  return argv.includes('--all');
}

const indent = '  ';

const hanging = '             ';

/** Flags of the options that are not explained, by their headings. */
function namedOnly({ options }: Pick<Command, 'options'>, width: number): string {
  const groups = new Map<string, string[]>();
  for (const { helpGroupHeading: heading, short, long } of options)
    if (heading !== undefined)
      groups.set(heading, [...(groups.get(heading) ?? []), short ?? long ?? '']);
  const lines = [...groups].map(([heading, flags]) => {
    const named = flow(flags, ' ', width - hanging.length, hanging);
    return `${heading.padEnd(hanging.length)}${named.slice(hanging.length)}\n`;
  });
  return lines.length === 0 ? '' : `\n${lines.join('')}${hanging}--help --all explains them\n`;
}

const linesOfWindow = 24;

function listed(examples: readonly string[]): string {
  return examples.length === 0
    ? ''
    : `Examples:\n${examples.map((line) => `${indent}align ${line}\n`).join('')}`;
}

/**
 * The help of a command. It fits a window: the command's own options, the names of those that it shares with
 * others, and as many examples as there is room for. If all is asked for, all is explained.
 */
export function shapeHelp(command: Command, examples: readonly string[], isFull: boolean): void {
  const whole = Help.prototype.formatHelp;
  command.configureHelp({
    visibleOptions: (shown) =>
      new Help()
        .visibleOptions(shown)
        .filter(({ helpGroupHeading: heading, long }) => isFull || (!heading && long !== '--help')),
    formatHelp: (shown, help) => {
      const text = whole.call(help, shown, help);
      if (isFull) return `${text}\n${listed(examples)}`;
      const brief = `${text.trimEnd()}\n${namedOnly(shown, help.helpWidth ?? 80)}`;
      const room = linesOfWindow - brief.split('\n').length;
      return `${brief}${listed(examples.slice(0, Math.max(1, room)))}`;
    },
  });
}

/** What `align` alone says. */
export const shortStart = `align says how closely states line up, on what, and how we know.

  align score china russia             how near, how sure, together or in parallel
  align explain china russia           why, with the sources
  align trend usa uk                   since when, and what changed
  align rank china                     who is nearest and farthest
  align list issues                    what there is to compare on
  align init mine                      a catalog of your own

align --help has all commands, align <command> --help the options of one.
`;
