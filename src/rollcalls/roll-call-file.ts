import { realpathSync } from 'node:fs';
import { sep } from 'node:path';
import { largestInput, readRegularFile } from '../bundle/read-input.ts';
import type { RollCallFile } from '../catalog/model.ts';
import { inputError, systemReason } from '../errors.ts';

/** Where a roll-call file is, and the folder that it belongs to. */
type RollCallPlace = Pick<RollCallFile, 'file' | 'folder'>;

/**
 * The bytes of a roll-call file, which no link may have elsewhere than its catalog.
 *
 * @throws UserError (exit 3) if it cannot be read
 */
export function readRollCallFile({ file, folder }: RollCallPlace): Buffer {
  try {
    const real = realpathSync(file);
    if (!real.startsWith(realpathSync(folder).replace(/[/\\]?$/, sep)))
      throw new Error('it leads outside the folder of its catalog');
    return readRegularFile(real, largestInput);
  } catch (error) {
    throw inputError(`cannot read the roll calls in ${file}: ${systemReason(error)}`, {
      hint: 'the catalog names this file under rollCalls',
    });
  }
}
