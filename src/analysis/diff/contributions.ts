/** What one issue brings to a weighted mean. */
export interface Term {
  /** > 0 */
  readonly weight: number;
  readonly value: number;
}

/** A weighted mean; NaN without terms. */
function meanOf(terms: Iterable<Term>): { readonly mean: number; readonly weight: number } {
  let [sum, weight] = [0, 0];
  for (const each of terms) {
    sum += each.weight * each.value;
    weight += each.weight;
  }
  return { mean: sum / weight, weight };
}

/**
 * Splits the change of a weighted mean exactly: `after - before = Σ contribution`. With S and W the mean and the
 * total weight before, S' and W' after, an issue of value s and weight w then, s' and w' now (no weight where it
 * is not there) contributes the mean of
 *
 *     (w' (s' - S)  - w (s - S))  / W'   and   (w' (s' - S') - w (s - S')) / W
 *
 * each of which sums to S' - S by itself. An issue that stayed what it was contributes exactly 0, no order of
 * changes plays a part, and the way back has the opposite signs.
 *
 * @returns by issue; empty where one of the means has no terms
 */
export function contributionsOf<Id>(
  before: ReadonlyMap<Id, Term>,
  after: ReadonlyMap<Id, Term>,
): ReadonlyMap<Id, number> {
  if (before.size === 0 || after.size === 0) return new Map();
  const [then, now] = [meanOf(before.values()), meanOf(after.values())];
  const pull = (term: Term | undefined, mean: number) =>
    term ? term.weight * (term.value - mean) : 0;
  return new Map(
    [...new Set([...before.keys(), ...after.keys()])].map((id) => {
      const [old, fresh] = [before.get(id), after.get(id)];
      const step = (mean: number, weight: number) => (pull(fresh, mean) - pull(old, mean)) / weight;
      return [id, (step(then.mean, now.weight) + step(now.mean, then.weight)) / 2];
    }),
  );
}
