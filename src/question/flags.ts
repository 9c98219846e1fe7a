import { defaultCluster } from '../evidence/clusters.ts';
import { defaultFilter } from '../evidence/evidence.ts';
import { defaultWeighting } from '../evidence/weights.ts';
import type { SelectionWords, SettingsWords } from './question.ts';
import { defaultSettings } from './score-settings.ts';

type Word = keyof (SelectionWords & SettingsWords);

interface FlagOfWord {
  /** As on a command line. */
  readonly flag: string;
  /** What holds where nobody says anything; `null` is nothing. */
  readonly preset: string | boolean | null;
}

/** The options that the words of a question are given by. */
export const flagsOfQuestions: Readonly<Record<Word, FlagOfWord>> = {
  measure: { flag: '--measure', preset: defaultSettings.headline.measure.id },
  convention: { flag: '--convention', preset: null },
  distance: { flag: '--distance', preset: defaultSettings.distance },
  absent: { flag: '--absent', preset: defaultSettings.absent },
  salience: { flag: '--salience', preset: defaultWeighting.salience },
  weighBy: { flag: '--weigh-by', preset: defaultWeighting.weighBy },
  weights: { flag: '--weights', preset: null },
  blocPosition: { flag: '--bloc-position', preset: 'median' },
  cluster: { flag: '--cluster', preset: defaultCluster },
  topic: { flag: '--topic', preset: null },
  issue: { flag: '--issue', preset: null },
  from: { flag: '--from', preset: null },
  to: { flag: '--to', preset: null },
  minConfidence: { flag: '--min-confidence', preset: defaultFilter.minConfidence },
  session: { flag: '--session', preset: null },
  important: { flag: '--important', preset: false },
  resolution: { flag: '--resolution', preset: null },
  paragraphs: { flag: '--no-paragraphs', preset: true },
  amendments: { flag: '--no-amendments', preset: true },
  unanimous: { flag: '--no-unanimous', preset: true },
};

/** All words of questions that options and projects may have. */
export const wordsOfQuestions = Object.keys(flagsOfQuestions) as readonly Word[];
