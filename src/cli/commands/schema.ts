import { UserError } from '../../errors.ts';
import { jsonSchema, schemaNames } from '../../policy/json-schemas.ts';
import { rendererOf } from '../../render/registry.ts';
import { exitCodes } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import type { GlobalOptions, OutputOptions } from '../options.ts';
import { settleOutput, writeOutput } from '../output.ts';
import { renderContext } from '../render-context.ts';

export type SchemaOptions = OutputOptions & GlobalOptions;

/** `align schema [catalog|policy|result|project]` */
export async function schema(
  [what = 'catalog']: readonly string[],
  options: SchemaOptions,
  io: Io,
): Promise<number> {
  const output = settleOutput(options, 'schema', io);
  const name = schemaNames.find((each) => each === what);
  if (name === undefined)
    throw new UserError(`there is no schema of ${JSON.stringify(what)}`, {
      hint: `schemas: ${schemaNames.join(', ')}`,
    });
  const render = await rendererOf('schema', output.format);
  const context = await renderContext(options, output, io);
  await writeOutput(output, render(jsonSchema(name), context), io);
  return exitCodes.answered;
}
