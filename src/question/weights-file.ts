import { extname } from 'node:path';
import { parse as parseCsv } from 'csv-parse/sync';
import { parse as parseYaml } from 'yaml';
import { z } from 'zod';
import { readInput } from '../bundle/read-input.ts';
import { systemReason, UserError, unusableInput } from '../errors.ts';
import { defaultWeighting, type Weighting } from '../evidence/weights.ts';

const notPositive = { error: 'a weight must be a number greater than 0' };
const weight = z.number(notPositive).positive(notPositive);

const weightsSchema = z.strictObject({
  issues: z.record(z.string(), weight).optional(),
  topics: z.record(z.string(), weight).optional(),
});

const example =
  'expected `issues: {ladakh-2020: 2}` and `topics: {sanctions: 0.5}`, or a CSV with the columns issue or topic, and weight';

function unusable(file: string, why: string): UserError {
  return new UserError(`the weights in ${file} cannot be used: ${why}`, {
    hint: example,
    exitCode: unusableInput,
  });
}

function fromCsv(text: string): unknown {
  const rows: Record<string, string>[] = parseCsv(text, { columns: true, bom: true, trim: true });
  const pick = (column: string) =>
    Object.fromEntries(
      rows
        .filter((row) => (row[column] ?? '') !== '')
        .map((row) => [row[column], row['weight'] === '' ? Number.NaN : Number(row['weight'])]),
    );
  return { issues: pick('issue'), topics: pick('topic') };
}

/**
 * Issue and topic weights from a YAML or CSV file. An issue's weight replaces that of its catalog, a
 * topic's multiplies the weights of its issues.
 *
 * @throws UserError (input) if the file cannot be read or holds anything but weights above 0
 */
export function readWeights(file: string, cwd: string): Weighting {
  const text = new TextDecoder().decode(readInput(file, cwd));
  let content: unknown;
  try {
    content = extname(file).toLowerCase() === '.csv' ? fromCsv(text) : parseYaml(text);
  } catch (error) {
    throw unusable(file, systemReason(error));
  }
  const { data, error } = weightsSchema.safeParse(content);
  if (!data)
    throw unusable(
      file,
      error.issues.map(({ path, message }) => `${path.join('.') || 'file'}: ${message}`).join('; '),
    );
  const { issues = {}, topics = {} } = data;
  if (Object.keys(issues).length + Object.keys(topics).length === 0)
    throw unusable(file, 'it has none');
  return {
    ...defaultWeighting,
    issueWeights: new Map(Object.entries(issues)),
    topicWeights: new Map(Object.entries(topics)),
  };
}
