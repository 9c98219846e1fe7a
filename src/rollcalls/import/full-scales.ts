import { builtInScales } from '../../catalog/scales.ts';
import { isId } from './ids.ts';
import type { Draft, FailAt, HeldRow } from './issue-draft.ts';
import { splitList } from './lists.ts';
import { absent } from './many.ts';
import type { Remarks } from './summary.ts';
import {
  decideCodes,
  parseCodes,
  readVote,
  scalesOf,
  type Tally,
  type VoteCodes,
} from './codes.ts';
import { ABSENT, MISSING } from '../../evidence/evidence.ts';

export interface ScaleChoice {
  readonly id: string;
  readonly labels: readonly string[];
  readonly neutral: string;
}

/** An issue with its scale, and its rows in the words of that. */
export interface Scaled {
  readonly draft: Draft;
  readonly scale: ScaleChoice;
  readonly rows: readonly HeldRow[];
}

/**
 * Puts every issue on its scale: the one asked for, the one that the table names, or the one whose words
 * all positions are. Codes of votes are decided by all of them.
 *
 * @throws UserError (exit 3) if there is none, or two could be meant
 */
export function withScales(
  drafts: readonly Draft[],
  {
    labels,
    asked,
  }: { readonly labels: readonly string[] | undefined; readonly asked: string | undefined },
  skipped: Remarks,
  failAt: FailAt,
): { readonly scaled: readonly Scaled[]; readonly codes: string } {
  const isOpen = ({ cells }: Draft) =>
    labels === undefined && !cells.has('scale') && !cells.has('labels');
  const open = tallyOf(drafts.filter(isOpen), toLabel);
  const [guess, ...others] = asked === undefined ? scalesOf(open) : [];
  const guessed = guess && others.length === 0 ? guess.id : 'vote';
  const scales = drafts.map((draft) => scaleOf(draft, labels, guessed, failAt));
  const votes = tallyOf(
    drafts.filter((_, i) => scales[i]!.id === 'vote'),
    (word) => word,
  );
  const codes =
    asked !== undefined
      ? parseCodes(asked)
      : votes.size > 0
        ? decideCodes(votes, 'the column of positions')
        : undefined;
  const unknown = new Map<string, { count: number; line: number }>();
  const scaled = drafts.map((draft, i) => {
    const scale = scales[i]!;
    return { draft, scale, rows: withLabels(draft.held, scale, codes, unknown) };
  });
  for (const [text, { count, line }] of unknown)
    skipped.leaveOut('unknown-position', 'rows whose position is not on the scale', {
      text,
      count,
      place: `line ${line}`,
      nearest: null,
    });
  return { scaled, codes: codes?.name ?? 'scale' };
}

/** The scale with these labels: a built-in one, or one of the table's own. */
export function scaleFor(labels: readonly string[]): ScaleChoice {
  const key = labels.join('\0');
  const known = Object.values(builtInScales).find((each) => each.labels.join('\0') === key);
  return { id: known?.id ?? 'imported', labels, neutral: '' };
}

function tallyOf(drafts: readonly Draft[], form: (position: string) => string): Tally {
  const tally = new Map<string, number>();
  for (const { held } of drafts)
    for (const { position } of held) {
      const word = form(position);
      tally.set(word, (tally.get(word) ?? 0) + 1);
    }
  return tally;
}

function scaleOf(
  { cells, name }: Draft,
  given: readonly string[] | undefined,
  guessed: string,
  failAt: FailAt,
): ScaleChoice {
  const neutral = cells.get('neutral') ?? '';
  if (given) {
    return { ...scaleFor(given), neutral };
  }
  const own = splitList(cells.get('labels') ?? '');
  const id = cells.get('scale') ?? (own.length > 0 ? 'imported' : guessed);
  if (Object.hasOwn(builtInScales, id))
    return { id, labels: builtInScales[id]!.labels, neutral: '' };
  if (own.length > 1) return { id: isId(id) ? id : 'imported', labels: own, neutral };
  throw failAt(
    1,
    `issue ${name} is on the scale "${id}", whose labels are not given`,
    'give them in a column "labels", from against to for, separated by |',
  );
}

/** Positions in the words of their scale; those that are none are left out. */
function withLabels(
  held: readonly HeldRow[],
  { id, labels }: ScaleChoice,
  codes: VoteCodes | undefined,
  unknown: Map<string, { count: number; line: number }>,
): HeldRow[] {
  const known = new Map(labels.map((label) => [label.toLowerCase(), label]));
  const wordOf = (position: string) => {
    if (id !== 'vote' || codes === undefined)
      return known.get(position.toLowerCase()) ?? known.get(toLabel(position).toLowerCase());
    const vote = readVote(codes, position);
    if (vote === undefined || vote === MISSING) return undefined;
    return vote === ABSENT ? absent : labels[vote];
  };
  return held.flatMap((row) => {
    const label = wordOf(row.position);
    if (label !== undefined) return [{ ...row, position: label }];
    const { count, line } = unknown.get(row.position) ?? { count: 0, line: row.line };
    unknown.set(row.position, { count: count + 1, line });
    return [];
  });
}

function toLabel(word: string): string {
  return word.trim().replaceAll(/[\s_]+/g, '-');
}
