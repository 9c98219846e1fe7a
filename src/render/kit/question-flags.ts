import { flagsOfQuestions, wordsOfQuestions } from '../../question/flags.ts';
import type { Provenance } from '../../results/parts.ts';
import type { Renderable } from '../renderable.ts';
import { shellWord } from './shell.ts';

/** The same question again, as options to copy; each with a space before it. What the project gives holds without them. */
export function questionFlags({
  options,
  project,
}: Pick<Provenance, 'options' | 'project'>): string {
  return flagsOf({
    ...options,
    ...Object.fromEntries((project?.gives ?? []).map((name) => [name, undefined])),
  });
}

/** The question of an assertion, as options to copy; catalogs that the project names hold without them. */
export function assertionFlags(
  question: Readonly<Record<string, unknown>>,
  { policy, provenance: { project } }: Renderable['check'],
): string {
  const isNamed = project?.gives.includes('catalog') !== true;
  return flagsOf({ ...question, ...(isNamed ? { catalog: policy.catalogs } : {}) });
}

function flagsOf(question: Readonly<Record<string, unknown>>): string {
  const catalogs = ['--catalog', ...[question['catalog'] ?? []].flat().map(String)];
  const words = wordsOfQuestions.flatMap((word) => {
    const { flag, preset } = flagsOfQuestions[word];
    const value = question[word] ?? preset;
    if (value === preset || [value].flat().length === 0) return [];
    if (typeof value === 'boolean') return [[flag]];
    return [[flag, ...(word === 'session' ? [rangeOf(value)] : [value].flat().map(String))]];
  });
  return [...(catalogs.length > 1 ? [catalogs] : []), ...words]
    .map((each) => ` ${each.map(shellWord).join(' ')}`)
    .join('');
}

/** Sessions as `--session` takes them. */
function rangeOf(sessions: unknown): string {
  return [...new Set([sessions].flat())].join('-');
}
