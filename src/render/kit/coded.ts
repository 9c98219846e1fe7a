import type { Coded, CoderAgreement, ContestedPosition } from '../../results/coded.ts';
import { dateWords } from './wording.ts';
import { joined } from './joined.ts';
import { counted, decimal, interval } from './numbers.ts';

/** Krippendorff's alpha of coders, with its interval and what it rests on. */
export function agreementWords({
  scale,
  metric,
  value,
  low,
  high,
  units,
  coders,
  pairs,
  reason = '',
}: CoderAgreement): string {
  const range = interval(low, high);
  const found =
    value === null
      ? `undefined on ${scale} (${reason})`
      : `${decimal(value)} on ${scale} (${range === '' ? `no interval: ${reason}` : range})`;
  const extent = joined(
    [counted(units, 'position'), counted(coders, 'coder'), counted(pairs, 'pair')],
    ', ',
  );
  return `Krippendorff’s ${metric} alpha ${found}: ${extent}`;
}

/** Who coded how much, and by which rule. */
export function coderWords({ coders, rules }: Coded): string {
  const who = coders.map(({ name, kind, codings }) =>
    joined([name, `(${kind === 'model' ? 'language model, ' : ''}${codings})`], ' '),
  );
  return `${who.join(', ')}; where they part: ${rules.map((rule) => (rule === 'median' ? 'the median' : 'adjudicated')).join(', or ')}`;
}

/** What each coder made of a position. */
function codingWords({ codings }: ContestedPosition): string {
  return codings
    .map(({ name, stance, note }) => joined([`${name}: ${stance}`, note && `(${note})`], ' '))
    .join('; ');
}

function countingWords({ counts, by, reason = '' }: ContestedPosition): string {
  return counts === null ? `missing, as ${reason}` : `${counts} (${by ?? ''})`;
}

const since = ({ name, from }: ContestedPosition) =>
  from === undefined ? name : `${name}, from ${dateWords(from)}`;

/** Positions on which coders part: where, what each made of it, and what counts. */
export function contestedWords(each: ContestedPosition) {
  return {
    country: since(each),
    issue: each.title,
    codings: codingWords(each),
    counts: countingWords(each),
  };
}
