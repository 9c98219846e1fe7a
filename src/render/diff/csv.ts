import type { EntryChange } from '../../results/diff.ts';
import { type Cell, toCsv, weightsColumn } from '../kit/csv.ts';
import type { Renderable } from '../renderable.ts';
import type { Renderer } from '../renderer.ts';

type Diff = Renderable['diff'];

interface Row {
  readonly part: string;
  readonly change: string;
  readonly id: string;
  readonly title: string;
  readonly a?: string;
  readonly b?: string;
  readonly field?: string;
  readonly before?: Cell;
  readonly after?: Cell;
  readonly contribution?: Cell;
}

function rowsOf(part: string, entries: readonly EntryChange[]): readonly Row[] {
  return entries.flatMap(({ change, id, title, fields }): readonly Row[] => {
    const head = { part, change, id, title };
    return fields.length === 0 ? [head] : fields.map((each) => ({ ...head, ...each }));
  });
}

function positionRows({ positions }: Diff): readonly Row[] {
  return positions.flatMap(({ change, issue: id, title, country: a, fields }) =>
    fields.map((each) => ({ part: 'position', change, id, title, a, ...each })),
  );
}

function dyadRows({ dyads, measure }: Diff): readonly Row[] {
  return dyads.flatMap(({ a, b, before, after, change, causes }): readonly Row[] => [
    {
      part: 'dyad',
      change: change === 0 ? '' : 'changed',
      id: '',
      title: '',
      a,
      b,
      field: measure,
      before: before.value,
      after: after.value,
      contribution: change,
    },
    ...causes.map(({ issue, title, because, before: old, after: now, contribution }) => ({
      part: 'cause',
      change: old === null ? 'added' : now === null ? 'removed' : 'changed',
      id: issue,
      title,
      a,
      b,
      field: because.join('|'),
      before: old?.positions.join('|') ?? null,
      after: now?.positions.join('|') ?? null,
      contribution,
    })),
  ]);
}

/** A row a changed field, or an entry that came or went; then dyads, each followed by what moved it. */
export const render: Renderer<Diff> = (diff, context) =>
  toCsv<Row>(
    {
      part: ({ part }) => part,
      change: ({ change }) => change,
      id: ({ id }) => id,
      title: ({ title }) => title,
      country_a: ({ a }) => a ?? '',
      country_b: ({ b }) => b ?? '',
      field: ({ field }) => field ?? '',
      before: ({ before }) => before ?? null,
      after: ({ after }) => after ?? null,
      contribution: ({ contribution }) => contribution ?? null,
      name_a: ({ a }) => (a === undefined ? '' : (diff.names[a] ?? a)),
      name_b: ({ b }) => (b === undefined ? '' : (diff.names[b] ?? b)),
      ...weightsColumn(diff.provenance),
    },
    [
      ...rowsOf('catalog', diff.catalogs),
      ...rowsOf('topic', diff.topics),
      ...rowsOf('scale', diff.scales),
      ...rowsOf('source', diff.sources),
      ...rowsOf('bloc', diff.blocs),
      ...rowsOf('actor', diff.actors),
      ...rowsOf('issue', diff.issues),
      ...positionRows(diff),
      ...rowsOf('interaction', diff.interactions),
      ...dyadRows(diff),
    ],
    context,
  );
