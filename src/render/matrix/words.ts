import type { ArrangedMatrix } from '../../analysis/arranged-matrix.ts';
import { counted, countedSides } from '../kit/numbers.ts';

/** `agreement, linear`: a measure, and the distance that it takes where it takes one. */
export function measureWords({
  measure,
  distance,
}: {
  readonly measure: string;
  readonly distance: string | null;
}): string {
  return distance === null ? measure : `${measure}, ${distance}`;
}

/** How much there is in a matrix, and of what. */
export function matrixFacts(matrix: ArrangedMatrix): readonly string[] {
  return [
    countedSides(matrix.countries),
    counted(matrix.dyads, 'dyad'),
    counted(matrix.issues, 'issue'),
    measureWords(matrix),
  ];
}
