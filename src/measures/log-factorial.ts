const exactUpTo = 64;
const logFactorials = new Float64Array(exactUpTo);
for (let n = 2; n < exactUpTo; n++) logFactorials[n] = logFactorials[n - 1]! + Math.log(n);

/**
 * ln n! of a whole number n >= 0, by Stirling's series from 64 on, where it is exact to the last digit
 * but one.
 */
export function logFactorial(n: number): number {
  if (n < exactUpTo) return logFactorials[n]!;
  const inverse = 1 / (n + 1);
  const series = inverse * (1 / 12 - inverse * inverse * (1 / 360 - (inverse * inverse) / 1260));
  return (n + 0.5) * Math.log(n + 1) - (n + 1) + 0.9189385332046727 + series;
}
