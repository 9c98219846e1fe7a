import { validateCatalogs } from '../../catalog/validate.ts';
import { rendererOf } from '../../render/registry.ts';
import { version } from '../../version.ts';
import { catalogContext, catalogNames, openAtlas } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import type { CatalogOptions, GlobalOptions, OutputOptions } from '../options.ts';
import { settleOutput, writeOutput } from '../output.ts';
import { renderContext } from '../render-context.ts';

export type ValidateOptions = CatalogOptions &
  OutputOptions &
  GlobalOptions & { readonly strict?: boolean };

/** `align validate [files...]` */
export async function validate(
  files: readonly string[],
  options: ValidateOptions,
  io: Io,
): Promise<number> {
  const output = settleOutput(options, ['table', 'json', 'markdown', 'github'], io);
  const names = files.length > 0 ? files : catalogNames(options, io);
  const validation = validateCatalogs(names, io.cwd, catalogContext(openAtlas()));
  const render = await rendererOf('validation', output.format);
  const text = render({ ...validation, version }, renderContext(options, output, io));
  await writeOutput(output, text, io);
  const failed = validation.findings.some(
    ({ severity }) => options.strict === true || severity === 'error',
  );
  return failed ? exitCodes.failed : exitCodes.answered;
}
