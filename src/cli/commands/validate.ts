import { openCatalogs } from '../../bundle/open-catalogs.ts';
import { countFindings, firstFindings, sortFindings } from '../../catalog/findings.ts';
import type { CatalogContext } from '../../catalog/read.ts';
import { validateCatalogs } from '../../rollcalls/validate.ts';
import { UserError } from '../../errors.ts';
import { type OpenRecord, openRecords } from '../../rollcalls/open.ts';
import { catalogContext, openAtlas } from '../../question/open-library.ts';
import { exitCodes } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import type { CatalogOptions, GlobalOptions, OutputOptions } from '../options.ts';
import { settleOutput } from '../output.ts';
import { present } from '../present.ts';
import { worldOf } from '../question.ts';
import { whatToValidate } from '../validation-extent.ts';
import { validateProject } from '../../policy/validate.ts';

export type ValidateOptions = CatalogOptions &
  OutputOptions &
  GlobalOptions & { readonly strict?: boolean; readonly all?: boolean; readonly against?: string };

/** `align validate [files...]` */
export async function validate(
  files: readonly string[],
  options: ValidateOptions,
  io: Io,
): Promise<number> {
  const output = settleOutput(options, 'validation', io);
  const world = worldOf(options, io);
  const context = catalogContext(openAtlas(), world.limits);
  const records =
    options.against === undefined
      ? undefined
      : await openOfficialRecords(options.against, io.cwd, context);
  const { names, project } = whatToValidate(files, options, io);
  const ofCatalogs = validateCatalogs(names, io.cwd, context, records);
  const ofProject =
    project && (await validateProject(project, options.inForce.defaults ?? {}, names, world));
  const validation = {
    ...ofCatalogs,
    findings: sortFindings([...ofCatalogs.findings, ...(ofProject?.findings ?? [])]),
    ...(project && ofProject ? { project: project.file, policies: ofProject.policies } : {}),
  };
  const whole = options.all === true || output.format === 'json';
  const { shown, rest } = firstFindings(validation.findings, whole);
  const result = {
    ...validation,
    findings: shown,
    rest,
    count: countFindings(validation.findings),
    ...(options.against === undefined ? {} : { against: options.against }),
  };
  await present('validation', result, validation, { output, options, io, world });
  const failed = validation.findings.some(
    ({ severity }) => options.strict === true || severity === 'error',
  );
  return failed ? exitCodes.failed : exitCodes.answered;
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
