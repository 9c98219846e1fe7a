import { UserError } from '../../errors.ts';
import { jsonSchema, schemaNames } from '../../bundle/json-schemas.ts';
import { toJson } from '../../render/json.ts';
import { exitCodes } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import type { GlobalOptions, OutputOptions } from '../options.ts';
import { settleOutput, writeOutput } from '../output.ts';

export type SchemaOptions = OutputOptions & GlobalOptions;

/** `align schema [catalog|policy|result]` */
export async function schema(
  [what = 'catalog']: readonly string[],
  options: SchemaOptions,
  io: Io,
): Promise<number> {
  const output = settleOutput(options, ['json'], io);
  const name = schemaNames.find((each) => each === what);
  if (name === undefined)
    throw new UserError(`there is no schema of ${JSON.stringify(what)}`, {
      hint: `schemas: ${schemaNames.join(', ')}`,
    });
  await writeOutput(output, toJson(jsonSchema(name)), io);
  return exitCodes.answered;
}
