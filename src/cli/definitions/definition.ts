import type { Option } from 'commander';
import type { Io } from '../io.ts';

/**
 * What a command does, given its operands in order (those left out are left out), its options and the world.
 * Each command declares its own operands and options; commander sees to it that they are what is defined here.
 */
export type Action = (operands: never, options: never, io: Io) => Promise<number>;

/** A command as data. Its code is loaded when it is run. */
export interface Definition {
  readonly name: string;
  readonly description: string;
  /** As commander writes them: `<a>` needed, `[a]` optional, `[a...]` any number. */
  readonly operands?: readonly (readonly [
    flags: string,
    description: string,
    /** What may stand there, for completion. */
    choices?: readonly string[],
  ])[];
  /** Says itself what is wrong with the project file, which other commands refuse. */
  readonly diagnoses?: boolean;
  /** Left out of the help. */
  readonly hidden?: boolean;
  readonly options: () => readonly (readonly Option[])[];
  /** Lines shown after its help, each without `align`. */
  readonly examples?: readonly string[];
  readonly load: () => Promise<Action>;
}
