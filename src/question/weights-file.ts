import { extname } from 'node:path';
import { parse as parseCsv } from 'csv-parse/sync';
import { z } from 'zod';
import { readInput } from '../bundle/read-input.ts';
import { systemReason, UserError, unusableInput } from '../errors.ts';
import { readDocument } from '../catalog/document.ts';
import { formatFindings } from '../catalog/findings.ts';
import { weightSchema } from '../catalog/weight.ts';
import { defaultWeighting, type Weighting } from '../evidence/weights.ts';

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

/** The same weights as a file of the other kind would have them. */
function fromCsv(text: string): string {
  const rows: Record<string, string>[] = parseCsv(text, { columns: true, bom: true, trim: true });
  const pick = (column: string) =>
    Object.fromEntries(
      rows
        .filter((row) => (row[column] ?? '') !== '')
        .map((row) => [row[column], row['weight'] === '' ? Number.NaN : Number(row['weight'])]),
    );
  return JSON.stringify({ issues: pick('issue'), topics: pick('topic') });
}

/**
 * Issue and topic weights from a YAML or CSV file. An issue's weight replaces that of its catalog, a
 * topic's multiplies the weights of its issues.
 *
 * @throws UserError (input) if the file cannot be read or holds anything but weights within their bounds
 */
export function readWeights(file: string, cwd: string): Weighting {
  let bytes = readInput(file, cwd);
  try {
    if (extname(file).toLowerCase() === '.csv') bytes = Buffer.from(fromCsv(bytes.toString()));
  } catch (error) {
    throw unusable(file, systemReason(error));
  }
  const { content, findings } = readDocument(bytes, file, weightsSchema, example);
  if (!content) throw unusable(file, formatFindings(findings).join('\n'));
  const { issues = {}, topics = {} } = content;
  if (Object.keys(issues).length + Object.keys(topics).length === 0)
    throw unusable(file, 'it has none');
  return {
    ...defaultWeighting,
    issueWeights: new Map(Object.entries(issues)),
    topicWeights: new Map(Object.entries(topics)),
  };
}
