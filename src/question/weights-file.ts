import { createHash } from 'node:crypto';
import { extname } from 'node:path';
import { parse as parseCsv } from 'csv-parse/sync';
import { z } from 'zod';
import { readInput } from '../bundle/read-input.ts';
import { systemReason, UserError, unusableInput } from '../errors.ts';
import { readDocument } from '../catalog/document.ts';
import { formatFindings } from '../catalog/findings.ts';
import { weightSchema } from '../catalog/weight.ts';
import { defaultWeighting, type Weighting } from '../evidence/weights.ts';
import type { Provenance } from '../results/parts.ts';

const weightsSchema = z.strictObject({
  issues: z.record(z.string(), weightSchema).optional(),
  topics: z.record(z.string(), weightSchema).optional(),
});

const example =
  'expected `issues: {ladakh-2020: 2}` and `topics: {sanctions: 0.5}`, or a CSV with the columns issue or topic, and weight';

function unusable(file: string, why: string): UserError {
  return new UserError(`the weights in ${file} cannot be used: ${why}`, {
    hint: example,
    exitCode: unusableInput,
  });
}

type Weights = Pick<Weighting, 'issueWeights' | 'topicWeights'>;

function fromCsv(text: string): Weights {
  const rows: Record<string, string>[] = parseCsv(text, { columns: true, bom: true, trim: true });
  const numberOf = (id: string, { weight = '' }: Record<string, string>) => {
    const number = weight === '' ? Number.NaN : Number(weight);
    if (!Number.isFinite(number))
      throw new Error(`the weight of "${id}" is no number: ${JSON.stringify(weight)}`);
    const { error } = weightSchema.safeParse(number);
    if (error) throw new Error(`"${id}" ${error.issues[0]?.message ?? ''}`);
    return number;
  };
  const pick = (column: string) =>
    new Map(
      rows.flatMap((row) => {
        const id = row[column] ?? '';
        return id === '' ? [] : [[id, numberOf(id, row)] as const];
      }),
    );
  return { issueWeights: pick('issue'), topicWeights: pick('topic') };
}

function fromYaml(bytes: Uint8Array, file: string): Weights {
  const { content, findings } = readDocument(bytes, file, weightsSchema, example);
  if (!content) throw new Error(formatFindings(findings).join('\n'));
  const { issues = {}, topics = {} } = content;
  return {
    issueWeights: new Map(Object.entries(issues)),
    topicWeights: new Map(Object.entries(topics)),
  };
}

/**
 * Issue and topic weights from a YAML or CSV file. An issue's weight replaces that of its catalog, a
 * topic's multiplies the weights of its issues.
 *
 * @throws UserError (input) if the file cannot be read or holds anything but weights within their bounds
 */
export function readWeights(file: string, cwd: string): Weighting {
  return parseWeights(readInput(file, cwd), file);
}

/**
 * What a result says of the weights file that it was made with.
 *
 * @throws UserError, as `readWeights`
 */
export function describeWeights(file: string, cwd: string): NonNullable<Provenance['weights']> {
  const bytes = readInput(file, cwd);
  const { issueWeights, topicWeights } = parseWeights(bytes, file);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { file, sha256, issues: issueWeights.size, topics: topicWeights.size };
}

function parseWeights(bytes: Buffer, file: string): Weighting {
  let weights: Weights;
  try {
    const isCsv = extname(file).toLowerCase() === '.csv';
    weights = isCsv ? fromCsv(bytes.toString()) : fromYaml(bytes, file);
  } catch (error) {
    throw unusable(file, systemReason(error));
  }
  if (weights.issueWeights.size + weights.topicWeights.size === 0)
    throw unusable(file, 'it has none');
  return { ...defaultWeighting, ...weights };
}
