import {
  type AbsenceRule,
  absenceRules,
  compareDyad,
  type Dyad,
  type DyadSettings,
  tabulate,
} from '../evidence/dyad.ts';
import type { Evidence } from '../evidence/evidence.ts';
import type { MeasureChoice } from '../measures/bootstrap.ts';

export interface Sensitivity {
  /** The headline under each absence rule; `null` where the measure is undefined under it. */
  readonly absent: Readonly<Record<AbsenceRule, number | null>>;
  readonly absentReason?: string;
  /** Lowest and highest headline with one joint issue left out, and which one. */
  readonly leaveOneOut:
    | {
        readonly min: { readonly value: number; readonly issue: string };
        readonly max: { readonly value: number; readonly issue: string };
        /** The issue whose leaving moves the headline most. */
        readonly most: { readonly value: number; readonly issue: string };
        readonly reason?: never;
      }
    | { readonly min: null; readonly max: null; readonly most: null; readonly reason: string };
}

function leaveOneOut(
  evidence: Evidence,
  dyad: Dyad,
  { measure, distance }: MeasureChoice,
): Sensitivity['leaveOneOut'] {
  const none = (reason: string) => ({ min: null, max: null, most: null, reason });
  if (dyad.joint.length < 2) return none('fewer than 2 joint issues');
  const table = tabulate(evidence, dyad.joint);
  const headline = measure.compute(table, distance).value;
  if (headline === null) return none('the score is undefined');
  const outcomes = dyad.joint.flatMap((left) => {
    const alone = tabulate(evidence, [left]);
    const without = {
      strata: table.strata.map((stratum, s) => ({
        ...stratum,
        cells: stratum.cells.map((sum, cell) => sum - (alone.strata[s]?.cells[cell] ?? 0)),
      })),
      imputed: {
        weight: table.imputed.weight - alone.imputed.weight,
        distance: table.imputed.distance - alone.imputed.distance,
      },
    };
    const { value } = measure.compute(without, distance);
    return value === null ? [] : [{ value, issue: left.selected.issue.id }];
  });
  const [first] = outcomes;
  if (!first) return none('undefined without any one issue');
  const pick = (better: (x: number, y: number) => boolean) =>
    outcomes.reduce((best, next) => (better(next.value, best.value) ? next : best), first);
  return {
    min: pick((x, y) => x < y),
    max: pick((x, y) => x > y),
    most: pick((x, y) => Math.abs(x - headline) > Math.abs(y - headline)),
  };
}

/** How much the headline depends on the absence rule and on any single issue. */
export function testSensitivity(
  evidence: Evidence,
  dyad: Dyad,
  choice: MeasureChoice,
  settings: DyadSettings,
): Sensitivity {
  const outcomes = absenceRules.map((absent) => {
    const { joint } =
      absent === settings.absent
        ? dyad
        : compareDyad(evidence, dyad.a, dyad.b, { ...settings, absent });
    return [absent, choice.measure.compute(tabulate(evidence, joint), choice.distance)] as const;
  });
  const absent = Object.fromEntries(outcomes.map(([rule, { value }]) => [rule, value])) as Readonly<
    Record<AbsenceRule, number | null>
  >;
  const reason = outcomes.find(([, { value }]) => value === null)?.[1].reason;
  return {
    absent,
    ...(reason === undefined ? {} : { absentReason: reason }),
    leaveOneOut: leaveOneOut(evidence, dyad, choice),
  };
}
