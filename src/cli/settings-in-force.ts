import { conventions } from '../question/conventions.ts';
import { flagsOfQuestions, wordsOfQuestions } from '../question/flags.ts';
import type { SelectionWords, SettingsWords } from '../question/question.ts';
import { measureOf } from '../question/settings.ts';
import type { ConfigResult, Setting } from '../results/config.ts';
import type { InForce } from './in-force.ts';
import { placeIn, type Project } from './project-file.ts';

type Words = SelectionWords & SettingsWords;
type Word = keyof Words;
type Value = Setting['value'];

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
  const { flag, preset } = flagsOfQuestions[word];
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
