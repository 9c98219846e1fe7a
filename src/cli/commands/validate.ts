import { openCatalogs } from '../../bundle/open-catalogs.ts';
import { countFindings, type Finding, firstFindings } from '../../catalog/findings.ts';
import type { Change } from '../../catalog/fix.ts';
import type { CatalogContext } from '../../catalog/read.ts';
import { validateCatalogs } from '../../rollcalls/validate.ts';
import { UserError } from '../../errors.ts';
import { type OpenRecord, openRecords } from '../../rollcalls/open.ts';
import type { World } from '../../question/library.ts';
import { catalogContext, openAtlas } from '../../question/open-library.ts';
import { counted } from '../../render/kit/numbers.ts';
import { exitCodes } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import type { CatalogOptions, GlobalOptions, OutputOptions } from '../options.ts';
import { settleOutput } from '../output.ts';
import { present } from '../present.ts';
import { catalogNames, worldOf } from '../question.ts';

export type ValidateOptions = CatalogOptions &
  OutputOptions &
  GlobalOptions & {
    readonly strict?: boolean;
    readonly maxWarnings?: number;
    readonly fix?: boolean;
    readonly all?: boolean;
    readonly against?: string;
  };

/** `align validate [files...]` */
export async function validate(
  files: readonly string[],
  options: ValidateOptions,
  io: Io,
): Promise<number> {
  const output = settleOutput(options, 'validation', io);
  const names =
    files.length > 0 ? [...files, ...(options.catalog ?? [])] : catalogNames(options, io);
  const world = worldOf(options, io);
  const context = catalogContext(openAtlas(), world.limits);
  const records =
    options.against === undefined
      ? undefined
      : await openOfficialRecords(options.against, io.cwd, context);
  const whole = options.all === true || ['json', 'sarif'].includes(output.format);
  const fixed = options.fix === true ? await fix(names, whole, io, context) : {};
  const validation = validateCatalogs(names, io.cwd, context, records);
  const { shown, rest } = firstFindings(validation.findings, whole);
  const result = {
    ...validation,
    findings: shown,
    rest,
    count: countFindings(validation.findings),
    ...(options.against === undefined ? {} : { against: options.against }),
    ...fixed,
  };
  await present('validation', result, validation, { output, options, io, world });
  return isGoodEnough(validation.findings, options, world) ? exitCodes.answered : exitCodes.failed;
}

/** Changes what is safe to change, and says what that was. */
async function fix(names: readonly string[], whole: boolean, io: Io, context: CatalogContext) {
  const { fixCatalogs } = await import('../fix-catalogs.ts');
  const changes: readonly Change[] = await fixCatalogs(names, io, context);
  const files = new Set(changes.map(({ file }) => file)).size;
  const count = `${counted(changes.length, 'place')} in ${counted(files, 'file')}`;
  return { fixed: { ...firstFindings(changes, whole), count } };
}

/** Whether there is no error, and no more warnings than may be; who asked is told if that is why. */
function isGoodEnough(
  findings: readonly Finding[],
  { strict, maxWarnings = strict ? 0 : Infinity }: ValidateOptions,
  { warn }: Pick<World, 'warn'>,
): boolean {
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const warnings = findings.length - errors;
  if (strict !== true && warnings > maxWarnings)
    warn(`align: ${counted(warnings, 'warning')}, where --max-warnings allows ${maxWarnings}`);
  return errors === 0 && warnings <= maxWarnings;
}

/** @throws UserError (input) if there is no valid catalog with roll calls under that name */
async function openOfficialRecords(
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
