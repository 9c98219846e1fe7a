/** Wording of numbers, in one place: everything that rounds for display is here. */

const dash = '–';

/** Two decimals with a true minus sign; a dash where there is no value. */
export function decimal(value: number | null, digits = 2): string {
  if (value === null) return dash;
  const text = value.toFixed(digits);
  return /^-0\.?0*$/.test(text) ? text.slice(1) : text.replace('-', '−');
}

/** With as many decimals, two to six, as it takes to tell the value from another that it is not. */
export function apart(value: number, from: number): string {
  const enough = [2, 3, 4, 5].find((digits) => value.toFixed(digits) !== from.toFixed(digits));
  return decimal(value, enough ?? 6);
}

/** With its sign, `+4.6`; zero has none. */
export function signed(value: number | null, digits = 1): string {
  if (value === null) return dash;
  return value > 0 && Number(value.toFixed(digits)) !== 0
    ? `+${decimal(value, digits)}`
    : decimal(value, digits);
}

/** `0.82 – 0.90`, or nothing where there is no interval. */
export function interval(low: number | null, high: number | null): string {
  return low === null || high === null ? '' : `${decimal(low)} – ${decimal(high)}`;
}

/** 12,345 */
export function count(value: number): string {
  // `toLocaleString` would load the whole of ICU at start-up.
  return String(value).replaceAll(/\B(?=(?:\d{3})+$)/g, ',');
}

/** `1 issue`, `2 countries`. */
export function counted(value: number, noun: string): string {
  return `${count(value)} ${value === 1 ? noun : `${noun.replace(/y$/, 'ie')}s`}`;
}

/** `5 countries`, `4 countries and 1 actor`: of so many, how many are actors. */
export function countedCountries(all: number, actors: number): string {
  if (actors === 0) return counted(all, 'country');
  const countries = all === actors ? '' : `${counted(all - actors, 'country')} and `;
  return `${countries}${counted(actors, 'actor')}`;
}

/** The same of some that are named. */
export function countedSides(sides: readonly { readonly actor?: true }[]): string {
  return countedCountries(sides.length, sides.filter(({ actor }) => actor).length);
}

/** `92 %`, of a share in [0, 1]. */
export function percent(value: number): string {
  return `${Math.round(value * 100)} %`;
}

/** `52 %`, `4.3 %`, `0.021 %`: a share in [0, 1] with two digits that count, however small it is. */
export function finePercent(value: number): string {
  const hundredths = value * 100;
  if (value === 0 || hundredths >= 9.95) return percent(value);
  const places = 1 - Math.floor(Math.log10(hundredths));
  return `${hundredths.toFixed(Math.min(places, 20))} %`;
}

/** From this many on a share may be given in per cent; below it the counts say more. */
export const leastForPercent = 20;
