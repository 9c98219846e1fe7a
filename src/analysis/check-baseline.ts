import type { Dyad } from '../evidence/dyad.ts';
import type { Baseline, RecordedAssertion } from '../policy/baseline.ts';
import type { ChangedSince } from '../results/check.ts';
import type { Quantity } from '../results/vocabulary.ts';
import { type Claim, everyDyad, scoreOf } from './claims.ts';
import { comparedIn, findAltered, heldIn } from './diff/compared.ts';
import { openRecorded, recordEvidence } from './recorded-evidence.ts';

/** By so much sums of the same numbers in another order may differ. */
const rounding = 1e-9;

/** Assertions whose scores are recorded: those that are measured from them, and those of which it is told what changed. */
const recordedQuantities: readonly Quantity[] = ['change', 'score'];

/** The name of a dyad in a baseline, whichever side is named first. */
function dyadKey({ a, b }: Dyad): string {
  return a.code < b.code ? `${a.code}-${b.code}` : `${b.code}-${a.code}`;
}

function canonical(question: RecordedAssertion['question']): string {
  const given = Object.entries(question).filter(([, value]) => value !== undefined);
  return JSON.stringify(given.sort(([x], [y]) => (x < y ? -1 : 1)));
}

interface Recorded extends Pick<RecordedAssertion, 'evidence'> {
  readonly value: number;
  readonly n: number;
}

/** What was recorded of a dyad, or why that cannot be compared with. */
export function recordedOf(
  { measure, question }: Claim['assertion'],
  recorded: RecordedAssertion | undefined,
  dyad: Dyad,
): Recorded | string {
  const score = recorded?.dyads[dyadKey(dyad)];
  if (!recorded || !score) return 'no baseline is recorded for it';
  if (recorded.measure !== measure || canonical(recorded.question) !== canonical(question))
    return 'the baseline was recorded for another measure or selection';
  return { ...score, evidence: recorded.evidence };
}

/**
 * How the score of a dyad moved since the baseline was recorded, and what moved it: the contributions of the
 * causes add up to the change. Without causes there is a reason, unless nothing changed.
 */
export function changedSince(
  { evidence, settings }: Claim,
  dyad: Dyad,
  score: number,
  { value, n, evidence: recorded }: Recorded,
): ChangedSince {
  const head = { before: value, n, change: score - value };
  if (!recorded) return { ...head, causes: [], reason: 'the baseline has no positions' };
  const { side, settingsOf, evidence: then } = openRecorded(recorded);
  const codes = [dyad.a.code, dyad.b.code] as const;
  const sides = [side(codes[0]), side(codes[1])] as const;
  const before = comparedIn(then, sides, settingsOf(codes, settings));
  const after = comparedIn(evidence, [dyad.a, dyad.b], settings);
  if (before.score.value === null || Math.abs(before.score.value - value) > rounding)
    return { ...head, causes: [], reason: 'the recorded score is not that of its positions' };
  const causes = findAltered([before, after], settings.headline).map(
    ({ issue, title, because, contribution }) => ({
      issue,
      title,
      because,
      before: heldIn(before, issue),
      after: heldIn(after, issue),
      contribution,
    }),
  );
  return { ...head, causes };
}

/** What there is to record of the claims on scores and on change: every dyad that has a score, and what it rests on. */
export function recordBaseline(claims: readonly Claim[]): Baseline {
  const entries = claims
    .filter(({ assertion }) => recordedQuantities.includes(assertion.quantity))
    .map((claim) => {
      const { assertion, evidence, sides, settings } = claim;
      const { id, measure, question } = assertion;
      const dyads = everyDyad(claim).flatMap((dyad) => {
        const { value } = scoreOf(claim, dyad);
        return value === null ? [] : [[dyadKey(dyad), { value, n: dyad.joint.length }] as const];
      });
      return [
        id,
        {
          measure,
          question: { ...question },
          dyads: Object.fromEntries(dyads),
          evidence: recordEvidence(evidence, sides, settings),
        },
      ] as const;
    });
  return Object.fromEntries(entries);
}
