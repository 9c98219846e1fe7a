import { defaultCluster } from '../evidence/clusters.ts';
import { defaultFilter } from '../evidence/evidence.ts';
import { defaultWeighting } from '../evidence/weights.ts';
import { conventions } from '../question/conventions.ts';
import type { SelectionWords, SettingsWords } from '../question/question.ts';
import { defaultSettings } from '../question/score-settings.ts';
import { measureOf } from '../question/settings.ts';
import type { ConfigResult, Setting } from '../results/config.ts';
import type { InForce } from './in-force.ts';
import { placeIn, type Project } from './project-file.ts';

type Words = SelectionWords & SettingsWords;
type Word = keyof Words;
type Value = Setting['value'];

/** Flags of the words of a question; what nobody says of each. */
const words: Readonly<Record<Word, readonly [flag: string, preset: Value]>> = {
  measure: ['--measure', defaultSettings.headline.measure.id],
  convention: ['--convention', null],
  distance: ['--distance', defaultSettings.distance],
  absent: ['--absent', defaultSettings.absent],
  salience: ['--salience', defaultWeighting.salience],
  weighBy: ['--weigh-by', defaultWeighting.weighBy],
  weights: ['--weights', null],
  blocPosition: ['--bloc-position', 'median'],
  cluster: ['--cluster', defaultCluster],
  topic: ['--topic', null],
  issue: ['--issue', null],
  from: ['--from', null],
  to: ['--to', null],
  minConfidence: ['--min-confidence', defaultFilter.minConfidence],
  session: ['--session', null],
  important: ['--important', false],
  resolution: ['--resolution', null],
  paragraphs: ['--no-paragraphs', true],
  amendments: ['--no-amendments', true],
  unanimous: ['--no-unanimous', true],
};

/** All words of questions that options and projects may have. */
export const wordsOfQuestions = Object.keys(words) as readonly Word[];

/** The option that a word is given by. */
export function flagOf(word: Word): string {
  return words[word][0];
}

function lineOf(project: Project, ...path: readonly PropertyKey[]): string {
  const { file, line } = placeIn(project, path);
  return `${file}:${line}`;
}

/** What a convention says of a word. */
function ofConvention(word: Word, options: Words): Value | undefined {
  const convention = conventions.find(({ id }) => id === options.convention);
  if (!convention) return undefined;
  if (word === 'measure') return measureOf(options);
  if (word === 'distance' || word === 'absent') return convention[word];
  return word === 'unanimous' && convention.rollCalls?.noUnanimous ? false : undefined;
}

function settingOf(word: Word, options: Words, { project, isGiven }: InForce): Setting {
  const [flag, preset] = words[word];
  const said = options[word] as Value | undefined;
  if (isGiven(word)) return { name: word, value: said ?? null, from: 'option', place: flag };
  const path = word === 'weights' ? ['weights'] : ['defaults', word];
  const { defaults } = project ?? {};
  if (project && defaults?.[word] !== undefined && said !== undefined)
    return { name: word, value: said, from: 'project', place: lineOf(project, ...path) };
  const value = ofConvention(word, options);
  return value === undefined
    ? { name: word, value: preset, from: 'preset', place: null }
    : { name: word, value, from: 'convention', place: options.convention ?? null };
}

function catalogSetting({ catalogs, project }: InForce): Setting {
  const { names, from } = catalogs();
  const base = { name: 'catalogs', value: [...names] };
  if (from === 'option') return { ...base, from, place: '--catalog' };
  if (from === 'environment') return { ...base, from, place: 'ALIGN_CATALOG' };
  if (from === 'project' && project) return { ...base, from, place: lineOf(project, 'catalogs') };
  return { ...base, from: 'preset', place: null };
}

function projectSetting(name: 'policies' | 'baseline', { project }: InForce): Setting {
  const value = project?.[name];
  return project && value !== undefined
    ? { name, value, from: 'project', place: lineOf(project, name) }
    : { name, value: null, from: 'preset', place: null };
}

/** What is in force for a question with these options, and who said it. */
export function settingsInForce(
  options: Words & { readonly inForce: InForce },
): Omit<ConfigResult, 'schema'> {
  const { inForce } = options;
  return {
    project: inForce.project?.file ?? null,
    settings: [
      catalogSetting(inForce),
      ...wordsOfQuestions.map((word) => settingOf(word, options, inForce)),
      projectSetting('policies', inForce),
      projectSetting('baseline', inForce),
    ],
  };
}
