import { type Convention, conventions } from '../analysis/conventions.ts';
import type { ScoreSettings } from '../analysis/score.ts';
import { bundledCameo } from '../bundle/bundled.ts';
import { hintFor } from '../catalog/nearest.ts';
import { UserError } from '../errors.ts';
import { plainCluster } from '../evidence/clusters.ts';
import type { SelectionFilter } from '../evidence/evidence.ts';
import { plainWeighting } from '../evidence/weights.ts';
import type { MeasureChoice } from '../measures/measure.ts';
import type { Distance, DyadicMeasure } from '../measures/measure.ts';
import { findMeasure, measures } from '../measures/registry.ts';
import type { Io } from './io.ts';
import type { InventoryOptions, MeasureOptions } from './options.ts';

/** @throws UserError (usage) if no convention has that id */
export function findConvention(id: string | undefined): Convention | undefined {
  if (id === undefined) return undefined;
  const convention = conventions.find((each) => each.id === id);
  if (convention) return convention;
  const ids = conventions.map((each) => each.id);
  throw new UserError(`no convention is called "${id}"`, {
    hint:
      id === 'state-2021'
        ? 'the scores of the State Department’s 2021 report do not follow from its own counts'
        : hintFor(id, ids),
  });
}

function measureCalled(id: string): DyadicMeasure {
  const measure = findMeasure(id);
  if (measure) return measure;
  throw new UserError(`no measure is called "${id}"`, {
    hint: hintFor(
      id,
      measures.map((each) => each.id),
    ),
  });
}

/** With the distance asked for, or the measure's own where it cannot be taken with that one. */
function withDistance(measure: DyadicMeasure, distance: Distance): MeasureChoice {
  const own = measure.distances[0];
  const takesIt = own === undefined || measure.distances.includes(distance);
  return { measure, distance: takesIt ? distance : own };
}

/** The selection with the convention's own rules on which roll calls count. */
export function applyConvention(
  filter: SelectionFilter,
  convention: Convention | undefined,
): SelectionFilter {
  if (!convention) return filter;
  return {
    ...filter,
    rollCalls: { ...filter.rollCalls, ...convention.rollCalls },
    ...(convention.accepts ? { accepts: convention.accepts } : {}),
  };
}

/**
 * The settings of a score from the options; a convention presets what is not given.
 *
 * @param beside ids of the measures reported beside the headline
 * @throws UserError (usage) for an unknown measure, convention or weight
 */
export async function scoreSettings(
  options: MeasureOptions & Pick<InventoryOptions, 'topic'>,
  beside: readonly string[],
  io: Io,
): Promise<ScoreSettings> {
  const convention = findConvention(options.convention);
  const measure = measureCalled(options.measure ?? convention?.measure ?? 'agreement');
  const distance = options.distance ?? convention?.distance ?? 'linear';
  if (options.distance !== undefined && measure.distances.length === 0)
    throw new UserError(`${measure.id} takes no distance`, { hint: 'leave --distance out' });
  if (options.distance !== undefined && !measure.distances.includes(options.distance))
    throw new UserError(`${measure.id} takes no ${options.distance} distance`, {
      hint: `it can be taken with ${measure.distances.join(', ')}`,
    });
  const given =
    options.weights === undefined
      ? plainWeighting
      : await import('./weights-file.ts').then(({ readWeights }) =>
          readWeights(options.weights ?? '', io.cwd),
        );
  return {
    headline: withDistance(measure, distance),
    beside: beside.map((id) => withDistance(measureCalled(id), distance)),
    distance,
    absent: options.absent ?? convention?.absent ?? 'exclude',
    weighting: {
      ...given,
      salience: options.salience,
      weighBy: options.weighBy,
      ...(options.topic ? { topicsAsked: options.topic } : {}),
    },
    dropsNeutral: convention?.dropsNeutral ?? false,
    undefinedAsZero: convention?.undefinedAsZero ?? false,
    ...(convention?.countsUncast ? { countsUncast: true } : {}),
    ...(convention?.weighs ? { weighs: convention.weighs } : {}),
    cluster: options.cluster ?? plainCluster,
    goldstein: bundledCameo(),
  };
}
