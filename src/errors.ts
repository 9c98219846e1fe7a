/** Where in an input file a problem is; line and column count from 1. */
export interface Location {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** Exit code for input that could not be used, and for output that could not be written. */
export const unusableInput = 3;

/** Exit code where the question asked has no joint evidence. */
export const noEvidence = 4;

/** A problem the user can do something about. Anything else that is thrown is a bug. */
export class UserError extends Error {
  /** True of errors from another bundle too: the built command line has a copy of this class in each file. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof Error && value.name === 'UserError';
  }

  override readonly name = 'UserError';
  readonly hint: string | undefined;
  /** Exit code of the process, 2 (usage) unless given; see `cli/exit-codes.ts`. */
  readonly exitCode: number;
  readonly location: Location | undefined;

  constructor(
    message: string,
    options: {
      readonly hint?: string | undefined;
      readonly exitCode?: number;
      readonly location?: Location | undefined;
    } = {},
  ) {
    super(message);
    this.hint = options.hint;
    this.exitCode = options.exitCode ?? 2;
    this.location = options.location;
  }
}

/** The error of input that could not be used. */
export function inputError(
  message: string,
  about: { readonly hint?: string | undefined; readonly location?: Location } = {},
): UserError {
  return new UserError(message, { ...about, exitCode: unusableInput });
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EACCES: 'permission is denied',
  EPERM: 'permission is denied',
  EROFS: 'it is read-only',
  ENOSPC: 'no space is left',
  EDQUOT: 'no space is left',
  EISDIR: 'it is a directory',
  ENAMETOOLONG: 'the name is too long',
  ENOTDIR: 'a part of its path is no directory',
  ELOOP: 'its links lead in a circle',
  ENXIO: 'it is no regular file',
  EFBIG: 'it would be larger than is allowed here',
  EMFILE: 'too many files are open',
  EIO: 'the device failed',
  ERR_INVALID_ARG_VALUE: 'the name holds a character that no name can',
};

/** Why the system refused to read or write, for people. */
export function systemReason(error: unknown): string {
  const { code = '', message = String(error) } = error as NodeJS.ErrnoException;
  if (message.startsWith('Maximum call stack')) return 'it is nested too deeply';
  return reasons[code] ?? message;
}
