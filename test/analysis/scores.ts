import { scoreDyad } from '../../src/analysis/score.ts';
import type { ScoreSettings } from '../../src/question/score-settings.ts';
import type { Evidence } from '../../src/evidence/evidence.ts';
import type { MeasureChoice } from '../../src/measures/measure.ts';
import { findMeasure, measures } from '../../src/measures/registry.ts';
import { sidesOf, defaultSettings } from '../evidence/catalogs.ts';
import type { ScoreResult } from '../../src/results/score.ts';
import type { Distance } from '../../src/results/vocabulary.ts';

export function choose(id: string, distance: Distance = 'linear'): MeasureChoice {
  const measure = findMeasure(id);
  if (!measure) throw new Error(`no measure ${id}`);
  return { measure, distance };
}

/** Every measure beside the headline. */
export function scoreSettings(settings: Partial<ScoreSettings> = {}): ScoreSettings {
  return {
    ...defaultSettings,
    headline: choose('agreement'),
    beside: measures.map((measure) => ({ measure, distance: 'linear' })),
    cluster: 'series',
    undefinedAsZero: false,
    goldstein: new Map(
      Object.entries({
        '062': { label: 'Cooperate militarily', goldstein: 7.4 },
        '0211': { label: 'Appeal for economic cooperation', goldstein: 3.4 },
        '111': { label: 'Criticize or denounce', goldstein: -2 },
        '190': { label: 'Use conventional military force', goldstein: -10 },
      }),
    ),
    ...settings,
  };
}

export function scoreOf(
  evidence: Evidence,
  a: string,
  b: string,
  settings: Partial<ScoreSettings> = {},
): ScoreResult {
  const [first, second] = sidesOf(evidence, a, b);
  if (!first || !second) throw new Error('two sides expected');
  return scoreDyad(evidence, first, second, scoreSettings(settings));
}
