import type {
  Cause,
  ComparedIssue,
  DiffResult,
  DyadChange,
  EntryChange,
  FieldChange,
} from '../../results/diff.ts';
import type { CauseOfChange, Change } from '../../results/vocabulary.ts';
import { joined } from '../kit/joined.ts';
import { count, counted, decimal } from '../kit/numbers.ts';
import type { Renderable } from '../renderable.ts';

type Diff = Renderable['diff'];

/** A line of what changed. */
export interface ChangeRow {
  readonly change: Change;
  readonly id: string;
  readonly what: string;
  readonly details: string;
}

/** A part of the catalogs in which something changed. */
export interface ChangedPart {
  readonly title: string;
  readonly rows: readonly ChangeRow[];
}

/** So many rows of a part are shown, and causes of a dyad, unless all are asked for. */
export const most = { rows: 20, causes: 8 } as const;

/** Digits of scores, and of what they are made of, which is less. */
export const digits = 3;
export const finerDigits = 4;

/** Longer texts are not shown beside each other unless all is asked for. */
const longText = 60;

function fieldWords({ field, before, after }: FieldChange, full: boolean): string {
  const isLong = [before, after].some((text) => text !== null && text.length > longText);
  if (isLong && !full)
    return `${field} ${before === null ? 'added' : after === null ? 'removed' : 'reworded'}`;
  if (before === null) return `${field}: ${after}`;
  return after === null ? `${field}: no longer ${before}` : `${field}: ${before} → ${after}`;
}

const fieldsWords = (fields: readonly FieldChange[], full: boolean) =>
  fields.map((field) => fieldWords(field, full)).join('; ');

/** Of a position that came or went the stance; of another one all that changed. */
function heldWords(change: Change, fields: readonly FieldChange[]): string {
  const stance = fields.find(({ field }) => field === 'stance');
  if (!stance || change === 'changed') return fieldsWords(fields, false);
  return change === 'added' ? `${stance.after}` : `was ${stance.before}`;
}

/** The parts in which something changed, issues and positions first. */
export function changedParts(diff: Diff): readonly ChangedPart[] {
  const { full, names } = diff;
  const rows = (entries: readonly EntryChange[]) =>
    entries.map(({ change, id, title, fields }) => ({
      change,
      id,
      what: title,
      details: fieldsWords(fields, full),
    }));
  const issues = diff.issues.map(({ positions, ...entry }) => ({
    ...rows([entry])[0]!,
    ...(entry.change === 'changed' ? {} : { details: counted(positions, 'position') }),
  }));
  const positions = diff.positions.map(({ change, issue, country, fields }) => ({
    change,
    id: issue,
    what: names[country] ?? country,
    details: full ? fieldsWords(fields, full) : heldWords(change, fields),
  }));
  return [
    { title: 'Issues', rows: issues },
    { title: 'Positions', rows: positions },
    { title: 'Interactions', rows: rows(diff.interactions) },
    { title: 'Sources', rows: rows(diff.sources) },
    { title: 'Blocs', rows: rows(diff.blocs) },
    { title: 'Actors', rows: rows(diff.actors) },
    { title: 'Topics', rows: rows(diff.topics) },
    { title: 'Scales', rows: rows(diff.scales) },
    { title: 'Catalogs', rows: rows(diff.catalogs) },
  ].filter((part) => part.rows.length > 0);
}

/** `catalog.yaml`, `git:main (1a2b3c4)` */
function editionWords({ name, commit }: DiffResult['old']): string {
  return commit === null ? name : `${name} (${commit.slice(0, 7)})`;
}

/** `old.yaml to new.yaml` */
export function titleWords({ old, new: now }: DiffResult): string {
  return `${editionWords(old)} to ${editionWords(now)}`;
}

/** `changed: 2 issues · 5 positions · 1 source` */
export function extentWords(diff: DiffResult): string {
  if (!diff.differ) return 'nothing differs';
  const parts = [
    [diff.issues, 'issue'],
    [diff.positions, 'position'],
    [diff.interactions, 'interaction'],
    [diff.sources, 'source'],
    [diff.blocs, 'bloc'],
    [diff.actors, 'actor'],
    [diff.topics, 'topic'],
    [diff.scales, 'scale'],
    [diff.catalogs, 'catalog'],
  ] as const;
  const counts = joined(parts.map(([list, noun]) => list.length > 0 && counted(list.length, noun)));
  return `changed: ${counts}`;
}

/** `Of 45 dyads, 12 have another score; 3 have one for the first time`; empty where dyads were named. */
export function overallWords({ overall, measure }: DiffResult): string {
  if (!overall) return '';
  const { compared, moved, gained, lost } = overall;
  const rest = joined(
    [
      gained > 0 &&
        `${count(gained)} more ${gained === 1 ? 'has' : 'have'} one in the new edition only`,
      lost > 0 && `${count(lost)} more ${lost === 1 ? 'had' : 'have'} one in the old edition only`,
    ],
    ', ',
  );
  return `Of ${counted(compared, 'dyad')} with a score in both editions (${measure}), ${moved === 0 ? 'none' : count(moved)} moved${rest === '' ? '' : `; ${rest}`}.`;
}

/** The names of a dyad. */
export function namesOf({ names }: DiffResult, { a, b }: DyadChange): readonly [string, string] {
  return [names[a] ?? a, names[b] ?? b];
}

/** `China – Russia` */
export function pairWords(diff: DiffResult, dyad: DyadChange): string {
  return namesOf(diff, dyad).join(' – ');
}

/** Why a score is missing or is not split; empty where it is. */
export function reasonWords({ change, before, after, reason, causes }: DyadChange): string {
  if (change === null)
    return joined(
      [
        before.value === null && `old edition: ${before.reason ?? 'no score'}`,
        after.value === null && `new edition: ${after.reason ?? 'no score'}`,
      ],
      '; ',
    );
  if (reason !== undefined) return `${reason} into issues, as agreement does`;
  return causes.length === 0 ? 'no joint issue is another one' : '';
}

/** What became of an issue that is joint in one edition only. */
const cameAndWent = {
  issue: { added: 'new issue', removed: 'issue gone' },
  position: { added: 'now joint', removed: 'no longer joint' },
} as const;

/** `China: neutral → support`; of a bloc whose mean moved between the same labels, that it did. */
function positionWords(
  names: readonly [string, string],
  before: readonly [string, string],
  after: readonly [string, string],
): string {
  const moved = [0, 1].filter((side) => before[side] !== after[side]);
  if (moved.length === 0) return 'mean of a bloc';
  return moved.map((side) => `${names[side]}: ${before[side]} → ${after[side]}`).join(', ');
}

/** What is told of an issue that is not what it was. */
type ToldCause = Pick<Cause, 'because'> & {
  readonly [edition in 'before' | 'after']: Pick<ComparedIssue, 'positions' | 'weight'> | null;
};

/** `China: neutral → support; weight: 1 → 2`, `new issue: China support, Russia neutral` */
export function causeWords(
  called: readonly [string, string],
  { because, before, after }: ToldCause,
): string {
  const known = before ?? after;
  if (!known) return '';
  if (!before || !after) {
    const words = cameAndWent[because.includes('issue') ? 'issue' : 'position'];
    const held = called.map((name, side) => `${name} ${known.positions[side]}`).join(', ');
    return `${after ? words.added : words.removed}: ${held}`;
  }
  const weights = `${decimal(before.weight)} → ${decimal(after.weight)}`;
  const words: Readonly<Record<CauseOfChange, string>> = {
    issue: '',
    position: positionWords(called, before.positions, after.positions),
    scale: 'another scale',
    weight: `weight: ${weights}`,
    share: `weight beside others: ${weights}`,
  };
  return because.map((each) => words[each]).join('; ');
}

/** How many of a list are not shown. */
export function restOf(all: number, shown: number): string {
  return all > shown ? `and ${count(all - shown)} more; --full shows all` : '';
}
