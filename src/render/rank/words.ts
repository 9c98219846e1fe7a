import { isDivergence } from '../../measures/divergence.ts';
import { periodWords } from '../kit/dates.ts';
import { counted, countedCountries } from '../kit/numbers.ts';
import { evidenceWords, jointWord, measureWords } from '../matrix/words.ts';
import type { Renderable } from '../renderable.ts';

/** What a ranking rests on and how it is ordered. */
export function rankFacts(rank: Renderable['rank']): readonly string[] {
  const { period, of, actors, minJoint, order, measure } = rank;
  const end = isDivergence(measure) ? 'upper' : 'lower';
  return [
    ...(period === null ? [] : [periodWords(period)]),
    countedCountries(of, actors),
    evidenceWords(rank),
    measureWords(rank),
    `at least ${counted(minJoint, jointWord(rank))}`,
    ...(order === 'value' ? [] : [`by the ${end} end of the interval`]),
  ];
}
