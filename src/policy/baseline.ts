import { z } from 'zod';
import { UserError, unusableInput } from '../errors.ts';
import type { Part } from '../results/parts.ts';

const kind = 'align/baseline@3';
/** Recorded without what the numbers rested on: still measured against, but nothing says what changed. */
const olderKind = 'align/baseline@2';
/** Recorded where memberships counted among the issues: no measure of what scores are now. */
const retiredKind = 'align/baseline@1';

const recordedIssue = z.strictObject({
  weight: z.number().nonnegative().optional().describe('Whoever is compared; 1 unless given.'),
  important: z.literal(true).optional(),
  topics: z.array(z.string()).optional().describe('Where topics weigh the same.'),
  catalog: z.string().optional().describe('Where catalogs weigh the same.'),
  held: z
    .record(z.string(), z.union([z.string(), z.number().min(-1).max(1), z.null()]))
    .describe('Labels by code, null for absent; of the mean of a bloc its place on [-1, 1].'),
  salience: z
    .record(z.string(), z.number().positive())
    .optional()
    .describe('1 to 3 by code, where it plays a part.'),
});
export type RecordedIssue = Part<typeof recordedIssue>;

const recordedScale = z.strictObject({
  labels: z.array(z.string()),
  neutral: z.number().nullable(),
  issues: z.record(z.string(), recordedIssue).describe('All of the selection, by id.'),
});

/** What scores rested on, by the ids of scales. */
const recordedEvidence = z.record(z.string(), recordedScale);
export type RecordedEvidence = Part<typeof recordedEvidence>;

/** What was recorded of one assertion, to measure change against. */
const recordedAssertion = z.strictObject({
  measure: z.string(),
  question: z
    .record(z.string(), z.unknown())
    .describe('Measure and selection, as the policy worded them then.'),
  dyads: z
    .record(z.string(), z.strictObject({ value: z.number(), n: z.int().nonnegative() }))
    .describe('By `CHN-RUS`: codes of the dyad, the lesser first.'),
  evidence: recordedEvidence.optional(),
});

export type RecordedAssertion = Part<typeof recordedAssertion>;

const schema = z.strictObject({
  schema: z.enum([kind, olderKind]),
  catalogs: z.array(z.strictObject({ id: z.string(), version: z.string() })),
  assertions: z.record(z.string(), recordedAssertion),
});

/** Recorded assertions by their ids. */
export type Baseline = Part<typeof schema>['assertions'];

function isRetired(content: unknown): boolean {
  return z.looseObject({ schema: z.literal(retiredKind) }).safeParse(content).success;
}

/** The name of the baseline beside a policy: `watch.yaml` has `watch.baseline.json`. */
export function baselineFile(policyFile: string): string {
  return `${policyFile.replace(/\.(?:ya?ml|json)$/i, '')}.baseline.json`;
}

/** @throws UserError (input) if the text is no baseline */
export function parseBaseline(text: string, file: string): Baseline {
  const fail = (why: string): never => {
    throw new UserError(`the baseline ${file} cannot be used: ${why}`, {
      hint: 'align check --update-baseline writes it anew',
      exitCode: unusableInput,
    });
  };
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    return fail('it is no JSON');
  }
  const { data, error } = schema.safeParse(content);
  if (data) return data.assertions;
  if (isRetired(content))
    return fail(`${retiredKind} no longer exists, as scores are not what they were then`);
  const [first] = error.issues;
  return fail(`${first?.path.join('.') || 'file'}: ${first?.message ?? ''}`);
}

/** An issue is on one line, so that a difference of two baselines reads like one of positions. */
const inlineFrom = 6;

function formatJson(value: unknown, depth = 0): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const isList = Array.isArray(value);
  const isInline = depth >= inlineFrom || (isList && value.every((each) => Object(each) !== each));
  const entries = Object.entries(value as object).filter(([, inner]) => inner !== undefined);
  const parts = entries.map(
    ([key, inner]) =>
      `${isList ? '' : `${JSON.stringify(key)}: `}${formatJson(inner, isInline ? inlineFrom : depth + 1)}`,
  );
  const [open, close] = isList ? '[]' : '{}';
  if (isInline || parts.length === 0) return `${open}${parts.join(', ')}${close}`;
  const indent = '  '.repeat(depth + 1);
  return `${open}\n${parts.map((part) => indent + part).join(',\n')}\n${'  '.repeat(depth)}${close}`;
}

/** A baseline as its file holds it; it changes only when what it records does. */
export function formatBaseline(
  baseline: Baseline,
  catalogs: readonly { readonly id: string; readonly version: string }[],
): string {
  const content: z.input<typeof schema> = {
    schema: kind,
    catalogs: catalogs.map(({ id, version }) => ({ id, version })),
    assertions: baseline as z.input<typeof schema>['assertions'],
  };
  return `${formatJson(content)}\n`;
}
