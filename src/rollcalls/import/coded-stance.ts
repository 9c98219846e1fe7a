import { decidePosition, isOrdered, medianCategory } from '../../catalog/codings.ts';
import { builtInScales, createScale } from '../../catalog/scales.ts';
import type { CodingRule } from '../../results/vocabulary.ts';
import type { ScaleChoice } from './full-scales.ts';
import type { FailAt, HeldRow } from './issue-draft.ts';

/** How the stance that counts follows from codings. */
export interface CodingSettings {
  readonly scale: ScaleChoice;
  readonly rule: CodingRule;
  /** Ids of coders by their names in the table. */
  readonly coders: ReadonlyMap<string, string>;
  readonly failAt: FailAt;
}

/** A position as a catalog writes it: what coders made of it, and the stance only where they do not say it. */
export function codedStance(
  stance: HeldRow | undefined,
  codings: readonly HeldRow[],
  sourcesOf: (row: HeldRow) => readonly string[] | undefined,
  { scale: { id, labels, neutral }, rule, coders, failAt }: CodingSettings,
): object {
  const ordered = isOrdered(
    (Object.hasOwn(builtInScales, id) ? builtInScales[id] : undefined) ??
      createScale(id, labels, neutral),
  );
  const categories = codings.map(({ position }) => labels.indexOf(position));
  const written = stance && labels.indexOf(stance.position);
  const median = rule === 'median' && ordered ? medianCategory(categories) : undefined;
  if (stance && median !== undefined && median !== written)
    throw failAt(
      stance.line,
      `the position of ${stance.country} is ${stance.position}, but the median of its coders is ${labels[median]}`,
      'leave the row without a coder out, or say adjudicated in a column "coding_rule"',
    );
  const { category } = decidePosition(categories, { rule, ordered });
  const own = stance && sourcesOf(stance);
  return {
    stance: category === written ? undefined : stance?.position,
    codings: codings.map((row) => ({
      coder: coders.get(row.coder?.name ?? ''),
      stance: row.position,
      ...(row.confidence === '' || row.confidence === 'high' ? {} : { confidence: row.confidence }),
      ...(row.coder?.on ? { date: row.coder.on } : {}),
      ...(row.note === '' ? {} : { note: row.note }),
      ...sourcesIn(own === undefined ? sourcesOf(row) : row.sources),
    })),
    salience: stance?.salience,
    confidence: stance?.confidence,
    note: stance?.note,
    sources: own,
  };
}

function sourcesIn(sources: readonly string[] | undefined): object {
  return sources === undefined ? {} : { sources };
}
