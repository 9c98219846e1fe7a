import { z } from 'zod';
import { UserError, unusableInput } from '../errors.ts';
import type { Part } from '../results/parts.ts';

const kind = 'align/baseline@2';
/** Recorded where memberships counted among the issues: no measure of what scores are now. */
const retiredKind = 'align/baseline@1';

/** What was recorded of one assertion, to measure change against. */
const recordedAssertion = z.strictObject({
  measure: z.string(),
  question: z
    .record(z.string(), z.unknown())
    .describe('Measure and selection, as the policy worded them then.'),
  dyads: z
    .record(z.string(), z.strictObject({ value: z.number(), n: z.int().nonnegative() }))
    .describe('By `CHN-RUS`: codes of the dyad, the lesser first.'),
});

export type RecordedAssertion = Part<typeof recordedAssertion>;

const schema = z.strictObject({
  schema: z.literal(kind),
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
  return `${JSON.stringify(content, null, 2)}\n`;
}
