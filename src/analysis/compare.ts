import { compareDyad, type Dyad, type JointIssue } from '../evidence/dyad.ts';
import type { Evidence } from '../evidence/evidence.ts';
import { periodOf } from '../evidence/period.ts';
import { type Side, sideLabel } from '../evidence/side.ts';
import { agreement } from '../measures/agreement.ts';
import { estimate } from './coefficients.ts';
import { assessDepths } from './depth.ts';
import { findDisagreements } from './disagreements.ts';
import { describeIssues } from './issue-scores.ts';
import type { MeasureChoice } from '../measures/measure.ts';
import { findPercentile } from './percentile.ts';
import type { ScoreSettings } from '../question/score-settings.ts';
import { judge } from './verdict.ts';
import type { ComparedDyad, Comparison, Parting } from '../results/dyads.ts';

function findParting(evidence: Evidence, dyad: Dyad, headline: MeasureChoice): Parting {
  const lost = new Map<string, { loss: number; joint: number }>();
  let all = 0;
  for (const { selected, weight, distance } of dyad.joint) {
    const { topics } = selected.issue;
    all += weight * distance;
    for (const id of topics) {
      const { loss, joint } = lost.get(id) ?? { loss: 0, joint: 0 };
      lost.set(id, { loss: loss + weight * distance, joint: joint + 1 });
    }
  }
  const [most] = [...lost].sort(([x, m], [y, n]) => n.loss - m.loss || (x < y ? -1 : 1));
  const issues = describeIssues(evidence, dyad, headline, assessDepths(evidence, dyad));
  const first = findDisagreements(issues).find(({ inDegree }) => !inDegree);
  const [latest] = first?.issues.slice(-1) ?? [];
  return {
    topic:
      all === 0 || !most
        ? null
        : {
            id: most[0],
            title: evidence.topics[most[0]] ?? most[0],
            joint: most[1].joint,
            share: most[1].loss / all,
          },
    issue: latest
      ? (({ id, title, scale, positions }) => ({ id, title, scale, positions }))(latest)
      : null,
  };
}

/**
 * Every dyad among three or more sides: the headline with its interval, the verdict, and what
 * separates the two most. A dyad without joint issues has no value, and says why.
 */
export function compareSides(
  evidence: Evidence,
  sides: readonly Side[],
  settings: ScoreSettings,
): Comparison {
  const { headline } = settings;
  const plain = { measure: agreement, distance: settings.distance };
  const joint: JointIssue[] = [];
  const dyads = sides.flatMap((a, i) =>
    sides.slice(i + 1).map((b): ComparedDyad => {
      const dyad = compareDyad(evidence, a, b, settings);
      dyad.joint.forEach((issue) => joint.push(issue));
      const [first, near] = estimate(evidence, dyad.joint, [headline, plain], settings);
      if (!first || !near) throw new Error('an estimate is missing');
      return {
        a: a.code,
        b: b.code,
        period: periodOf(evidence, dyad.joint),
        ...first,
        verdict: judge(near.value, dyad.joint.length),
        percentile: findPercentile(evidence, dyad, settings),
        parting: findParting(evidence, dyad, headline),
      };
    }),
  );
  return {
    schema: 'align/compare@1',
    countries: sides.map(sideLabel),
    period: periodOf(evidence, joint),
    measure: headline.measure.id,
    dyads: dyads.sort(
      (x, y) => (y.value ?? -Infinity) - (x.value ?? -Infinity) || (x.a + x.b < y.a + y.b ? -1 : 1),
    ),
  };
}
