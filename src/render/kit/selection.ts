import { shellWord } from './shell.ts';

const flags = ['catalog', 'topic', 'issue', 'from', 'to'] as const;

/** The same selection again, as options to copy; each with a space before it. */
export function selectionFlags(selection: Readonly<Record<string, unknown>>): string {
  return flags
    .flatMap((name) => {
      const values = [selection[name] ?? []].flat();
      return values.length === 0 ? [] : [[`--${name}`, ...values.map(String).map(shellWord)]];
    })
    .map((words) => ` ${words.join(' ')}`)
    .join('');
}
