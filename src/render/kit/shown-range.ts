import { cooperation, isCooperation } from '../../measures/cooperation.ts';

/**
 * The values between which a scale stands: of cooperation all that there may be; of other measures from 0 to 1,
 * or from −1 where any estimate, or the lower end of its interval, is below 0.
 */
export function shownRange(
  measure: string,
  estimates: readonly { readonly value: number | null; readonly low: number | null }[],
): readonly [low: number, high: number] {
  if (isCooperation(measure)) return cooperation.range;
  return estimates.some(({ value, low }) => (value ?? 0) < 0 || (low ?? 0) < 0) ? [-1, 1] : [0, 1];
}
