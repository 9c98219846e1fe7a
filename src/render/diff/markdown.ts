import { left, right } from '../kit/columns.ts';
import {
  codeSpan,
  escapeMarkdown,
  heading,
  markdownDocument,
  markdownTable,
  provenanceLine,
} from '../kit/markdown.ts';
import { decimal, signed } from '../kit/numbers.ts';
import type { Renderable } from '../renderable.ts';
import type { Renderer } from '../renderer.ts';
import {
  causeWords,
  changedParts,
  type ChangedPart,
  digits,
  finerDigits,
  extentWords,
  most,
  namesOf,
  overallWords,
  pairWords,
  reasonWords,
  restOf,
  titleWords,
} from './words.ts';

type Diff = Renderable['diff'];
type Dyad = Diff['dyads'][number];

function partOf({ title, rows }: ChangedPart, full: boolean): readonly string[] {
  const shown = full ? rows : rows.slice(0, most.rows);
  return [
    heading(3, title),
    markdownTable(
      [left(''), left('Id'), left(title === 'Positions' ? 'Country' : 'Title'), left('What')],
      shown.map(({ change, id, what, details }) => [
        change,
        codeSpan(id),
        escapeMarkdown(what),
        escapeMarkdown(details),
      ]),
    ),
    escapeMarkdown(restOf(rows.length, shown.length)),
  ];
}

function scoresOf(diff: Diff): string {
  if (diff.dyads.length === 0) return '';
  return markdownTable(
    [
      left(diff.overall ? 'Dyads that moved most' : 'Dyads'),
      ...['Before', 'After', 'Change', 'Joint before', 'Joint after'].map(right),
    ],
    diff.dyads.map((dyad) => [
      escapeMarkdown(pairWords(diff, dyad)),
      decimal(dyad.before.value, digits),
      decimal(dyad.after.value, digits),
      signed(dyad.change, digits),
      String(dyad.before.n),
      String(dyad.after.n),
    ]),
  );
}

function causesOf(diff: Diff, dyad: Dyad): readonly string[] {
  const title = pairWords(diff, dyad);
  const reason = reasonWords(dyad);
  if (reason !== '') return [escapeMarkdown(`${title}: ${reason}`)];
  const shown = diff.full ? dyad.causes : dyad.causes.slice(0, most.causes);
  return [
    markdownTable(
      [left(title), right('Moved by'), left('What')],
      shown.map((cause) => [
        codeSpan(cause.issue),
        signed(cause.contribution, finerDigits),
        escapeMarkdown(causeWords(namesOf(diff, dyad), cause)),
      ]),
    ),
    escapeMarkdown(restOf(dyad.causes.length, shown.length)),
  ];
}

/** For a pull request: how scores moved and what moved them, then all that changed. */
export const render: Renderer<Diff> = (diff) =>
  markdownDocument([
    heading(2, titleWords(diff)),
    escapeMarkdown(extentWords(diff)),
    escapeMarkdown(overallWords(diff)),
    scoresOf(diff),
    ...(diff.differ ? diff.dyads.flatMap((dyad) => causesOf(diff, dyad)) : []),
    ...changedParts(diff).flatMap((part) => partOf(part, diff.full)),
    provenanceLine(diff.provenance),
  ]);
