import { existsSync, renameSync, rmSync } from 'node:fs';

/**
 * Puts a folder in the place of another. Whoever reads there meanwhile finds the old one or the new one; if
 * several are put there at once, one of them stays.
 */
export function replaceFolder(folder, place) {
  const old = `${folder}-old`;
  for (let attempt = 0; ; attempt++) {
    try {
      if (existsSync(place)) renameSync(place, old);
      renameSync(folder, place);
      break;
    } catch (error) {
      // Another was there first, with the removal or with its own.
      if (attempt === 9 || !['ENOENT', 'ENOTEMPTY', 'EEXIST'].includes(error.code)) throw error;
      rmSync(old, { recursive: true, force: true });
    }
  }
  rmSync(old, { recursive: true, force: true });
}
