import { inputError } from '../../errors.ts';
import { ABSENT, MISSING } from '../../evidence/evidence.ts';
import type { LeftOut } from '../../results/import.ts';
import { readVote, type VoteCodes } from './codes.ts';
import type { UnknownColumn } from './unknown-column.ts';
import type { CollectedRecord } from './settle.ts';

/** More than so much of a file is never left out, nor contradicts itself, unless that is asked for. */
const mostLeftOut = 0.02;
const mostContradicting = 0.01;

/** Votes in a column of which nothing is known; `undefined` if it has something else than votes. */
export function votesIn(
  { name, texts }: UnknownColumn,
  codes: VoteCodes,
): Omit<LeftOut, 'nearest'> | undefined {
  let count = 0;
  for (const [text, n] of texts) {
    const vote = readVote(codes, text);
    if (vote === undefined) return undefined;
    if (vote !== MISSING && vote !== ABSENT) count += n;
  }
  return count === 0 ? undefined : { text: name, count, place: 'line 1' };
}

const percent = (share: number) => `${(100 * share).toFixed(1)} %`;

/**
 * Refuses what has been read in small part only, or contradicts itself.
 *
 * @throws UserError (exit 3)
 */
export function refuseDoubtful(
  { cells, leftOut, contradicting }: Pick<CollectedRecord, 'cells' | 'leftOut' | 'contradicting'>,
  file: string,
): void {
  if (leftOut > mostLeftOut * cells)
    throw inputError(
      `${leftOut} of ${cells} votes in ${file} would be left out, ${percent(leftOut / cells)}; more than 2 % are refused`,
      { hint: 'mend what is listed above, or leave it out with --lenient' },
    );
  if (contradicting > mostContradicting * cells)
    throw inputError(
      `${contradicting} of ${cells} votes in ${file} contradict an earlier one of the same country and issue, ${percent(contradicting / cells)}; more than 1 % are refused`,
      {
        hint: 'does --issue name what tells roll calls apart? is there one row per country and issue? --lenient takes the first of each',
      },
    );
}
