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
export function partingWords(
  { countries }: Pick<Comparison, 'countries'>,
  { a, b, parting: { issue } }: ComparedDyad,
): string {
  if (issue === null) return 'nothing in this selection';
  const [x, y] = [a, b].map((code, side) =>
    stanceWords(
      issue.scale,
      issue.positions[side]!,
      countries.find((each) => each.code === code),
    ),
  );
  return `${issue.title}: ${x ?? ''} / ${y ?? ''}`;
}
