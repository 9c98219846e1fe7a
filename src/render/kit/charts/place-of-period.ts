/** Where a period stands on the scale of time: a year or session at its number, a window at its last year. */
export function placeOf(period: string): number {
  return Number(period.split('–').at(-1));
}
