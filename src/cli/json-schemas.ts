import { z } from 'zod';
import { catalogSchema } from '../catalog/schema.ts';
import { policySchema } from '../policy/schema.ts';
import { resultSchema } from '../results/result-schema.ts';

const schemas = { catalog: catalogSchema, policy: policySchema, result: resultSchema } as const;

export type SchemaName = keyof typeof schemas;

export const schemaNames = Object.keys(schemas) as readonly SchemaName[];

/** What one writes in a file, or reads in a result, as JSON Schema 2020-12. */
export function jsonSchema(name: SchemaName): unknown {
  return z.toJSONSchema(schemas[name], { io: 'input', unrepresentable: 'any' });
}
