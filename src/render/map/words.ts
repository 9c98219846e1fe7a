import type { MapResult } from '../../results/map.ts';
import { count, counted, decimal, percent } from '../kit/numbers.ts';

/** A share that is there is never 0 %. */
function shareOfAll(share: number): string {
  return share < 0.005 ? 'less than 1 %' : percent(share);
}

/** How well two axes show the divergences. */
export function fitWords({ fit, axes, negative }: MapResult): string {
  const { absolute, positive, error, divergence, reason } = fit;
  if (absolute === null || positive === null) return `There is no fit: ${reason ?? ''}`;
  const [first, second] = axes.map(({ share }) => percent(share ?? 0));
  const shares = `the axes carry ${first} and ${second} of the eigenvalues (goodness of fit ${decimal(absolute)}; ${decimal(positive)} of the positive ones)`;
  const off = `distances on the map differ from divergences by ${decimal(error)} on average, of ${decimal(divergence)}`;
  const lost =
    negative.n === 0
      ? 'no eigenvalue is negative'
      : `${counted(negative.n, 'eigenvalue')} below 0, ${shareOfAll(negative.share ?? 0)} of all, which no map can show`;
  return `${shares}; ${off}; ${lost}`;
}

/** What the axes are, and what they are not. */
export function axisWords({ turnable }: MapResult): string {
  const ends =
    'Axis 1 runs across, axis 2 up. They are no issues: only distances mean something. Each is turned so that the country farthest out is at its positive end';
  return turnable
    ? `${ends}; both carry equally much, so that the map could be turned any way`
    : ends;
}

/** `12 of 193 have a label.` */
export function labelWords(labelled: number, all: number): string {
  return `${count(labelled)} of ${count(all)} have a label; --format csv has them all`;
}
