import { stanceWords } from '../kit/wording.ts';
import type { ComparedDyad, Comparison } from '../../results/dyads.ts';

/** `China – Russia` */
export function pairName(
  { countries }: Pick<Comparison, 'countries'>,
  { a, b }: ComparedDyad,
): string {
  const name = (code: string) => countries.find((each) => each.code === code)?.name ?? code;
  return `${name(a)} – ${name(b)}`;
}

/** The crisis or vote that tells two apart, with both positions. */
export function partingWords({ parting: { issue } }: ComparedDyad): string {
  if (issue === null) return 'nothing in this selection';
  const [x, y] = issue.positions.map((label) => stanceWords(issue.scale, label));
  return `${issue.title}: ${x ?? ''} / ${y ?? ''}`;
}
