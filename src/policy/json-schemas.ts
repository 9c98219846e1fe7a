import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { catalogSchema } from '../catalog/schema.ts';
import { projectSchema } from './project-schema.ts';
import { policySchema } from './schema.ts';
import { resultSchema } from '../results/result-schema.ts';

const schemas = {
  catalog: catalogSchema,
  policy: policySchema,
  result: resultSchema,
  project: projectSchema,
} as const;

export type SchemaName = keyof typeof schemas;

export const schemaNames = Object.keys(schemas) as readonly SchemaName[];

/** What one writes in a file, or reads in a result, as JSON Schema 2020-12. */
export function jsonSchema(name: SchemaName): unknown {
  return z.toJSONSchema(schemas[name], { io: 'input', unrepresentable: 'any' });
}

/** Writes them all, for those who refer to them by file. Part of the build. */
export function writeSchemas(to: string): void {
  mkdirSync(to, { recursive: true });
  for (const name of schemaNames)
    writeFileSync(join(to, `${name}.json`), `${JSON.stringify(jsonSchema(name), null, 2)}\n`);
}
