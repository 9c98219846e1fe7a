import { isCooperation } from '../../measures/cooperation.ts';
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

/** `12 issues` or, where cooperation is measured, `12 interactions`. */
export function evidenceWords({
  issues,
  interactions,
}: {
  readonly issues: number;
  readonly interactions?: number;
}): string {
  return interactions === undefined
    ? counted(issues, 'issue')
    : counted(interactions, 'interaction');
}

/** What two countries have to have in common for a measure: one of it. */
export function jointWord({ measure }: { readonly measure: string }): string {
  return isCooperation(measure) ? 'interaction' : 'joint issue';
}

/** How much there is in a matrix, and of what. */
export function matrixFacts(matrix: ArrangedMatrix): readonly string[] {
  return [
    countedSides(matrix.countries),
    counted(matrix.dyads, 'dyad'),
    evidenceWords(matrix),
    measureWords(matrix),
  ];
}
