import { inverseMills } from '../../measures/inverse-mills.ts';
import type { Design } from './design.ts';
import { lookAtMiddle, middle } from './middle-answer.ts';
import type { State } from './state.ts';

const half = Math.log(2 * Math.PI) / 2;

/** ln Φ(x), which is ln φ(x) less the logarithm of their ratio. */
const logBelow = (x: number) => (x > 7 ? 0 : -(x * x) / 2 - half - Math.log(inverseMills(x)));

/** Logarithm of the likelihood of all votes; never a reason to stop, as it is flat along shifts and scales. */
export function logLikelihood(
  { itemStart, bounds, voters }: Design,
  { theta, beta, lower, upper }: State,
): number {
  let total = 0;
  for (let item = 0; item < beta.length; item++)
    for (let r = itemStart[item]!; r < itemStart[item + 1]!; r++)
      for (const answer of [0, 1, 2])
        for (let k = bounds[r * 4 + answer]!; k < bounds[r * 4 + answer + 1]!; k++) {
          const eta = beta[item]! * theta[voters[k]!]!;
          if (answer === 0) total += logBelow(lower[item]! - eta);
          else if (answer === 2) total += logBelow(eta - upper[item]!);
          else {
            lookAtMiddle(lower[item]! - eta, upper[item]! - eta);
            total += Math.log(middle.chance);
          }
        }
  return total;
}
