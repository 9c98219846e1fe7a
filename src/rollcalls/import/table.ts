import { builtInScales } from '../../catalog/scales.ts';
import { UserError } from '../../errors.ts';
import { toId } from '../topics.ts';

/** Columns of a table, where they have names of their own. */
export interface TableColumns {
  readonly issue?: string | undefined;
  readonly country?: string | undefined;
  readonly position?: string | undefined;
  readonly date?: string | undefined;
  readonly title?: string | undefined;
  readonly topic?: string | undefined;
}

/** Labels of a scale: a built-in one by name, or a list separated by commas. */
export function parseLabels(text: string): readonly string[] {
  const builtIn = Object.hasOwn(builtInScales, text) ? builtInScales[text] : undefined;
  const labels = builtIn?.labels ?? text.split(',').map((label) => label.trim());
  if (
    labels.length < 2 ||
    labels.some((label) => label === '') ||
    new Set(labels.map((label) => label.toLowerCase())).size < labels.length
  ) {
    throw new UserError(`the scale ${JSON.stringify(text)} is no list of different labels`, {
      hint: `give the labels from against to for, separated by commas (capitals do not tell them apart), or one of ${Object.keys(builtInScales).join(', ')}`,
    });
  }
  return labels;
}

/** Ids of issues as a catalog allows them, unique. */
export function uniqueIds(names: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  /** Of names that come again, the number to try next. */
  const last = new Map<string, number>();
  return names.map((name) => {
    const base = toId(name) || 'issue';
    let id = base;
    for (let n = last.get(base) ?? 2; taken.has(id); last.set(base, ++n)) id = `${base}-${n}`;
    taken.add(id);
    return id;
  });
}
