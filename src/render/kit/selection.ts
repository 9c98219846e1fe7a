import type { Provenance } from '../../results/parts.ts';
import type { Renderable } from '../renderable.ts';
import { shellWord } from './shell.ts';

const flags = ['catalog', 'topic', 'issue', 'from', 'to'] as const;

/** The same selection again, as options to copy; each with a space before it. What the project gives holds without them. */
export function selectionFlags({
  options,
  project,
}: Pick<Provenance, 'options' | 'project'>): string {
  return flagsOf({
    ...options,
    ...Object.fromEntries((project?.gives ?? []).map((name) => [name, undefined])),
  });
}

/** The selection of an assertion, as options to copy; catalogs that the project names hold without them. */
export function assertionFlags(
  question: Readonly<Record<string, unknown>>,
  { policy, provenance: { project } }: Renderable['check'],
): string {
  const isNamed = project?.gives.includes('catalog') !== true;
  return flagsOf({ ...question, ...(isNamed ? { catalog: policy.catalogs } : {}) });
}

function flagsOf(selection: Readonly<Record<string, unknown>>): string {
  return flags
    .flatMap((name) => {
      const values = [selection[name] ?? []].flat();
      return values.length === 0 ? [] : [[`--${name}`, ...values.map(String).map(shellWord)]];
    })
    .map((words) => ` ${words.join(' ')}`)
    .join('');
}
