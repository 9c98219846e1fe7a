import { countCoded } from '../../analysis/inventory/coded.ts';
import { sortFindings } from '../../catalog/findings.ts';
import { validateProject } from '../../policy/validate.ts';
import { catalogContext, openAtlas } from '../../question/open-library.ts';
import { validateCatalogs } from '../../rollcalls/validate.ts';
import type { Io } from '../io.ts';
import type { CatalogOptions, GlobalOptions, OutputOptions } from '../options.ts';
import { settleOutput } from '../output.ts';
import { present } from '../present.ts';
import { worldOf } from '../question.ts';
import { codeOf, fix, openOfficialRecords, summed, type Tolerance } from '../validation.ts';
import { filesOfProject, whatToValidate, whatToValidateNow } from '../validation-extent.ts';

export type ValidateOptions = CatalogOptions &
  OutputOptions &
  GlobalOptions &
  Tolerance & {
    readonly fix?: boolean;
    readonly watch?: boolean;
    readonly all?: boolean;
    readonly against?: string;
  };

/** `align validate [files...]` */
export async function validate(
  files: readonly string[],
  options: ValidateOptions,
  io: Io,
): Promise<number> {
  const { against } = options;
  const output = settleOutput(options, 'validation', io);
  const world = worldOf(options, io);
  const context = catalogContext(openAtlas(), world.limits);
  const records =
    against === undefined ? undefined : await openOfficialRecords(against, io.cwd, context);
  let extent = whatToValidate(files, options, io);
  let ofPolicies: readonly string[] = [];
  const whole = options.all === true || ['json', 'sarif'].includes(output.format);

  const round = async () => {
    const { names, project, inForce } = extent;
    const fixed = options.fix === true ? { fixed: await fix(names, whole, io, context) } : {};
    const ofCatalogs = validateCatalogs(names, io.cwd, context, records);
    const ofProject =
      project && (await validateProject(project, inForce.defaults ?? {}, names, world));
    ofPolicies = ofProject?.catalogs ?? [];
    const validation = {
      ...ofCatalogs,
      findings: sortFindings([...ofCatalogs.findings, ...(ofProject?.findings ?? [])]),
      ...(project && ofProject ? { project: project.file, policies: ofProject.policies } : {}),
    };
    const about = against === undefined ? {} : { against };
    const coded = countCoded(validation.catalogs);
    const result = {
      ...validation,
      ...summed(validation.findings, whole),
      ...about,
      ...fixed,
      ...(coded.length > 0 ? { coded } : {}),
    };
    const run = { output, options: { ...options, inForce }, io, world };
    await present('validation', result, validation, run);
    return validation;
  };
  if (options.watch !== true) return codeOf((await round()).findings, options, world);
  const { watchCatalogs } = await import('../watch-catalogs.ts');
  const settings = {
    clears: output.file === undefined,
    warn: world.warn,
    debug: options.debug === true,
  };
  const watched = () => ({
    names: [...extent.names, ...ofPolicies],
    files: filesOfProject(extent),
  });
  return watchCatalogs(watched, io, settings, async (isFirst) => {
    if (!isFirst) extent = await whatToValidateNow(extent, files, options, io);
    return (await round()).catalogs;
  });
}
