import type { Change } from '../../results/vocabulary.ts';
import { growing, left, right } from '../kit/columns.ts';
import { decimal, signed } from '../kit/numbers.ts';
import { paragraph, table } from '../kit/text.ts';
import { titleWithExtent } from '../kit/title.ts';
import type { Renderable } from '../renderable.ts';
import type { Palette, RenderContext, Renderer } from '../renderer.ts';
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

const tones: Readonly<Record<Change, keyof Palette>> = {
  added: 'green',
  removed: 'red',
  changed: 'yellow',
};

function more(all: number, shown: number, { color }: RenderContext): readonly string[] {
  const rest = restOf(all, shown);
  return rest === '' ? [] : [color.dim(`  ${rest}`)];
}

function partTable({ title, rows }: ChangedPart, full: boolean, context: RenderContext): string {
  const { width, color } = context;
  const shown = full ? rows : rows.slice(0, most.rows);
  const lines = table(
    [left(''), growing(''), growing(''), growing('', 2)],
    shown.map(({ change, id, what, details }) => [color[tones[change]](change), id, what, details]),
    width,
    { indent: '  ' },
  );
  return [
    color.bold(paragraph(title, context.width, '  ')),
    lines,
    ...more(rows.length, shown.length, context),
  ].join('\n');
}

function scoresTable(diff: Diff, { width, color }: RenderContext): string {
  return table(
    [
      growing(diff.overall ? 'Dyads that moved most' : 'Dyads'),
      ...['before', 'after', 'change', 'joint'].map(right),
    ],
    diff.dyads.map((dyad) => [
      pairWords(diff, dyad),
      decimal(dyad.before.value, digits),
      decimal(dyad.after.value, digits),
      signed(dyad.change, digits),
      dyad.before.n === dyad.after.n ? String(dyad.after.n) : `${dyad.before.n} → ${dyad.after.n}`,
    ]),
    width,
    { indent: '  ', header: color.bold },
  );
}

function causesTable(diff: Diff, dyad: Dyad, context: RenderContext): string {
  const { width, color } = context;
  const title = pairWords(diff, dyad);
  const reason = reasonWords(dyad);
  if (reason !== '') return paragraph(`${title}: ${reason}`, width, '  ');
  const shown = diff.full ? dyad.causes : dyad.causes.slice(0, most.causes);
  const lines = table(
    [right('moved by'), growing(title), growing('', 2)],
    shown.map((cause) => [
      signed(cause.contribution, finerDigits),
      cause.issue,
      causeWords(namesOf(diff, dyad), cause),
    ]),
    width,
    { indent: '  ', header: color.bold },
  );
  return [lines, ...more(dyad.causes.length, shown.length, context)].join('\n');
}

function dyadLines(diff: Diff, context: RenderContext): readonly string[] {
  if (diff.dyads.length === 0) return [];
  return [
    scoresTable(diff, context),
    ...(diff.differ ? diff.dyads.map((dyad) => causesTable(diff, dyad, context)) : []),
  ];
}

/** How scores moved and what moved them, then all that changed. */
export const render: Renderer<Diff> = (diff, context) => {
  const overall = overallWords(diff);
  return [
    titleWithExtent(titleWords(diff), extentWords(diff), context).join('\n'),
    ...(overall === '' ? [] : [paragraph(overall, context.width, '  ')]),
    ...dyadLines(diff, context),
    ...changedParts(diff).map((part) => partTable(part, diff.full, context)),
  ]
    .join('\n\n')
    .concat('\n');
};
