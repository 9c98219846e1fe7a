import type { Option } from 'commander';
import type { Definition } from './definitions/definition.ts';

/** What may be typed next, and what it means. */
export interface Candidate {
  readonly value: string;
  readonly description: string;
}

/** What stands where the next word does. */
export type Slot =
  | { readonly kind: 'command' | 'files' | 'nothing' }
  | { readonly kind: 'flag'; readonly options: readonly Option[] }
  | { readonly kind: 'choice'; readonly choices: readonly string[] }
  /** By the name of the operand, or the long flag of the option. */
  | { readonly kind: 'name'; readonly of: string };

function optionCalled(flag: string, options: readonly Option[]): Option | undefined {
  const [name] = flag.split('=');
  return options.find(({ short, long }) => name === short || name === long);
}

function takesValue({ required, optional }: Option): boolean {
  return required || optional;
}

const fileFlags = new Set(['--output', '--weights', '--baseline', '--against']);

function slotOfValue({ argChoices, flags, long = '' }: Option): Slot {
  if (argChoices) return { kind: 'choice', choices: argChoices };
  if (flags.includes('<column>')) return { kind: 'nothing' };
  return fileFlags.has(long) ? { kind: 'files' } : { kind: 'name', of: long };
}

function slotOfOperand(operands: NonNullable<Definition['operands']>, index: number): Slot {
  const last = operands.at(-1);
  const operand = operands[index] ?? (last?.[0].includes('...') ? last : undefined);
  if (!operand) return { kind: 'nothing' };
  const [flags, , choices] = operand;
  return choices
    ? { kind: 'choice', choices }
    : { kind: 'name', of: flags.replaceAll(/[<>[\].]/g, '') };
}

/**
 * What the last of some words is: the name of a command, a flag, the value of an option or an operand.
 *
 * @param words what stands after `align`, the last one begun or empty
 */
export function slotOf(
  words: readonly string[],
  definitions: readonly Definition[],
  globals: readonly Option[],
): Slot {
  const before = words.slice(0, -1);
  const begun = words.at(-1) ?? '';
  const at = before.findIndex((word) => definitions.some(({ name }) => name === word));
  const definition = definitions.find(({ name }) => name === before[at]);
  const options = [...(definition?.options().flat() ?? []), ...globals];
  if (begun.startsWith('-') && begun.includes('=')) {
    const option = optionCalled(begun, options);
    return option ? slotOfValue(option) : { kind: 'nothing' };
  }
  if (begun.startsWith('-')) return { kind: 'flag', options };
  if (!definition) return { kind: 'command' };

  let pending: Option | undefined;
  let operands = 0;
  for (const word of before.slice(at + 1)) {
    if (word.startsWith('-') && word !== '-') {
      const option = word.includes('=') ? undefined : optionCalled(word, options);
      pending = option && takesValue(option) ? option : undefined;
    } else if (pending) pending = pending.variadic ? pending : undefined;
    else operands++;
  }
  return pending ? slotOfValue(pending) : slotOfOperand(definition.operands ?? [], operands);
}
