import type { ComparedGroup } from '../../results/parts.ts';
import { periodWords } from './dates.ts';
import { count, counted, countedCountries, countedSides } from './numbers.ts';

/** Words for a group of countries each two of which can be compared. */

/** What it rests on: period, countries, dyads and issues. */
export function groupFacts({ period, coverage, measure, distance }: ComparedGroup): string[] {
  const { countries, actors, dyads, issues, used, joint } = coverage;
  return [
    ...(period === null ? [] : [periodWords(period)]),
    countedCountries(countries, actors),
    counted(dyads, 'dyad'),
    used === issues ? counted(issues, 'issue') : `${count(used)} of ${counted(issues, 'issue')}`,
    joint.least === joint.most
      ? `${count(joint.most)} joint a dyad`
      : `${count(joint.least)} to ${count(joint.most)} joint a dyad, median ${count(joint.median)}`,
    distance === null ? measure : `${measure}, ${distance}`,
  ];
}

/** Who is left out and why; empty where nobody is. @param most how many are named */
export function leftOutWords(
  { leftOut, minJoint }: Pick<ComparedGroup, 'leftOut' | 'minJoint'>,
  most = Infinity,
): string {
  if (leftOut.length === 0) return '';
  const named = leftOut.slice(0, most).map(({ name }) => name);
  const rest = leftOut.length - named.length;
  return `${countedSides(leftOut)} left out, for fewer than ${counted(minJoint, 'joint issue')}, or no divergence, with some of the others: ${named.join(', ')}${rest > 0 ? ` and ${count(rest)} more` : ''}`;
}

/** So many countries are named in a title. */
const mostInTitle = 10;

/** The names of countries, or of many how many they are. */
export function namedOrCounted(
  countries: readonly { readonly name: string; readonly actor?: true }[],
): string {
  return countries.length <= mostInTitle
    ? countries.map(({ name }) => name).join(', ')
    : countedSides(countries);
}

/** What a picture shows: of which countries, or of how many, and of when. */
export function groupTitle(
  what: string,
  countries: readonly { readonly name: string; readonly actor?: true }[],
  { period }: Pick<ComparedGroup, 'period'>,
): string {
  return `${what}: ${namedOrCounted(countries)}${period === null ? '' : `, ${periodWords(period)}`}`;
}
