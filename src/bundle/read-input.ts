import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { resolve } from 'node:path';
import { inputError, systemReason } from '../errors.ts';
import { isUrl } from './is-url.ts';

const megabyte = 2 ** 20;

/** Bytes of the largest file that is read whole. Text that is parsed has limits of its own, far below it. */
export const largestInput = 512 * megabyte;

/** @throws UserError (input) if it is a URL, of which the system would say that there is no such file */
export function refuseUrl(name: string): void {
  if (isUrl(name))
    throw inputError(`cannot read ${name}: it is a URL, and align reads files only`, {
      hint: 'download it first',
    });
}

/**
 * Reads a regular file of bounded size. A pipe or a device would block, or never end.
 *
 * @throws Error whose message `systemReason` makes fit for people
 */
export function readRegularFile(
  path: string,
  most: number,
  check: (status: { readonly uid: number; readonly mode: number }) => void = () => {},
): Buffer {
  // Opening a pipe without a writer would wait for one; Windows knows no such flag.
  const descriptor = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const status = fstatSync(descriptor);
    if (status.isDirectory()) throw new Error('it is a directory');
    if (!status.isFile()) throw new Error('it is no regular file');
    if (status.size > most) throw new Error(`it is larger than ${most / megabyte} MB`);
    check(status);
    const bytes = Buffer.allocUnsafeSlow(status.size);
    let read = 0;
    for (let more = 1; more > 0; read += more)
      more = readSync(descriptor, bytes, read, bytes.length - read, null);
    return bytes.subarray(0, read);
  } finally {
    closeSync(descriptor);
  }
}

/** The bytes of an input file. @throws UserError (input) if it cannot be read */
export function readInput(file: string, cwd: string): Buffer {
  refuseUrl(file);
  try {
    return readRegularFile(resolve(cwd, file), largestInput);
  } catch (error) {
    throw inputError(`cannot read ${file}: ${systemReason(error)}`);
  }
}
