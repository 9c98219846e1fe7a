import { closed, parseDate } from '../dates.ts';
import type { Path } from '../locate.ts';
import type { CatalogFile } from '../schema.ts';
import type { Problem } from '../document.ts';
import type { DateSpan } from '../model.ts';
import { codingsWithPath, membersOf } from './places.ts';
import type { Rule } from './rule.ts';

type DateFile = string | DateSpan;

function* everyDate(file: CatalogFile): Generator<{ date: DateFile; path: Path }> {
  for (const list of ['issues', 'interactions'] as const)
    for (const [i, { date }] of (file[list] ?? []).entries())
      yield { date, path: [list, i, 'date'] };
  for (const [i, issue] of (file.issues ?? []).entries())
    for (const { coding, path } of codingsWithPath(issue, i))
      if (coding.date !== undefined) yield { date: coding.date, path: [...path, 'date'] };
  for (const [id, { date }] of Object.entries(file.sources ?? {}))
    if (date !== undefined) yield { date, path: ['sources', id, 'date'] };
  for (const [id, group] of Object.entries(file.groups ?? {}))
    for (const { during, path } of membersOf(id, group))
      if (during) yield { date: closed(during), path };
}

function noSuchDay(text: string, path: Path): Problem | undefined {
  return parseDate(text)
    ? undefined
    : {
        path,
        message: `"${text}" is no day of the calendar`,
        hint: 'expected YYYY, YYYY-MM or YYYY-MM-DD',
      };
}

function* checkDate(date: DateFile, path: Path): Generator<Problem> {
  if (typeof date === 'string') {
    const problem = noSuchDay(date, path);
    if (problem) yield problem;
    return;
  }
  const problems = (['from', 'to'] as const)
    .map((end) => noSuchDay(date[end], [...path, end]))
    .filter((problem) => problem !== undefined);
  yield* problems;
  const from = parseDate(date.from);
  const to = parseDate(date.to);
  if (from && to && from.from > to.to)
    yield {
      path: [...path, 'to'],
      message: `the span ends (${date.to}) before it begins (${date.from})`,
      hint: 'swap from and to',
    };
}

export const dateOrder: Rule = {
  code: 'date-order',
  about:
    'Dates are days of the calendar, spans end after they begin, and dated stances stand oldest first.',
  *check({ file }) {
    for (const { date, path } of everyDate(file)) yield* checkDate(date, path);
    for (const [i, issue] of (file.issues ?? []).entries()) {
      for (const [country, position] of Object.entries(issue.positions ?? {})) {
        if (!Array.isArray(position)) continue;
        let earlier = '';
        for (const [s, { from }] of position.entries()) {
          const path = ['issues', i, 'positions', country, s, 'from'];
          const problem = noSuchDay(from, path);
          if (problem) yield problem;
          const day = parseDate(from)?.from ?? earlier;
          if (s > 0 && day <= earlier)
            yield {
              path,
              message: `${from} is not later than the stance before it`,
              hint: 'list dated stances oldest first, each with a day of its own',
            };
          earlier = day;
        }
      }
    }
  },
};
