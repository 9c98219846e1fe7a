import { compareDyad, type Dyad } from '../evidence/dyad.ts';
import type { Evidence } from '../evidence/evidence.ts';
import type { Side } from '../evidence/side.ts';
import type { Assertion } from '../policy/load.ts';
import type { OpenedQuestion } from '../question/look-up.ts';
import type { Estimate } from '../results/parts.ts';
import { estimate } from './coefficients.ts';
import type { ComparedSettings } from './diff/compared.ts';

/** An assertion with the evidence it is judged by. */
export interface Claim {
  readonly assertion: Assertion;
  readonly evidence: Evidence;
  /** As many as the assertion has, in its order. */
  readonly sides: readonly Side[];
  readonly settings: ComparedSettings;
  /** Of a drift, the same question of the earlier period; the evidence is of the later one. */
  readonly earlier?: Pick<OpenedQuestion, 'evidence' | 'sides' | 'settings'>;
  /** Of breaks, the whole question, which is put to every year. */
  readonly yearly?: OpenedQuestion;
}

/** The score of a dyad of a claim. */
export function scoreOf({ evidence, settings }: Claim, dyad: Dyad): Estimate {
  const [result] = estimate(evidence, dyad.joint, [settings.headline], settings);
  if (!result) throw new Error('an estimate is missing');
  if (result.n > 0) return result;
  const isAll = evidence.issues.length === 0 && evidence.memberships.issues.length > 0;
  const reason = isAll ? 'memberships only, which are in no score' : 'no joint issue';
  return { ...result, reason };
}

/** The dyads that a claim is about, those of a bloc by code. */
export function everyDyad({ evidence, sides, settings, assertion }: Claim): readonly Dyad[] {
  const ordered = assertion.bloc
    ? sides.toSorted((x, y) => (x.code < y.code ? -1 : 1))
    : [...sides];
  return ordered.flatMap((a, i) =>
    ordered.slice(i + 1).map((b) => compareDyad(evidence, a, b, settings)),
  );
}
