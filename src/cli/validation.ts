import { openCatalogs } from '../bundle/open-catalogs.ts';
import { countFindings, type Finding, firstFindings } from '../catalog/findings.ts';
import type { CatalogContext } from '../catalog/read.ts';
import { UserError } from '../errors.ts';
import type { World } from '../question/library.ts';
import { counted } from '../render/kit/numbers.ts';
import { type OpenRecord, openRecords } from '../rollcalls/open.ts';
import { exitCodes } from './exit-codes.ts';
import type { Io } from './io.ts';

/** How bad findings may be. */
export interface Tolerance {
  readonly strict?: boolean;
  readonly maxWarnings?: number;
}

/** Changes what is safe to change, and says what that was. */
export async function fix(
  names: readonly string[],
  whole: boolean,
  io: Io,
  context: CatalogContext,
) {
  const { fixCatalogs } = await import('./fix-catalogs.ts');
  const changes = await fixCatalogs(names, io, context);
  const files = new Set(changes.map(({ file }) => file)).size;
  const count = `${counted(changes.length, 'place')} in ${counted(files, 'file')}`;
  return { ...firstFindings(changes, whole), count };
}

/** The findings that are shown, how many more there are, and how many in all. */
export function summed(findings: readonly Finding[], whole: boolean) {
  const { shown, rest } = firstFindings(findings, whole);
  return { findings: shown, rest, count: countFindings(findings) };
}

/** The exit code: whether there is no error, and no more warnings than may be; who asked is told if that is why. */
export function codeOf(
  findings: readonly Finding[],
  { strict, maxWarnings = strict ? 0 : Infinity }: Tolerance,
  { warn }: Pick<World, 'warn'>,
): number {
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const warnings = findings.length - errors;
  if (strict !== true && warnings > maxWarnings)
    warn(`align: ${counted(warnings, 'warning')}, where --max-warnings allows ${maxWarnings}`);
  return errors === 0 && warnings <= maxWarnings ? exitCodes.answered : exitCodes.failed;
}

/** @throws UserError (input) if there is no valid catalog with roll calls under that name */
export async function openOfficialRecords(
  name: string,
  cwd: string,
  context: CatalogContext,
): Promise<readonly OpenRecord[]> {
  // A table read as YAML would end in thousands of findings.
  const isTable = /\.csv(?:\.gz)?$/i.test(name);
  const catalogs = isTable ? [] : (await openCatalogs([name], cwd, () => context)).catalogs;
  const records = openRecords(catalogs);
  if (records.length > 0) return records;
  throw new UserError(`${name} is no catalog with roll calls`, {
    hint: 'name the directory that align import wrote',
    exitCode: exitCodes.input,
  });
}
