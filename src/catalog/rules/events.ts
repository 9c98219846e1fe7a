import { problemOfFrom } from '../event-from.ts';
import type { Rule } from './rule.ts';

export const eventFrom: Rule = {
  code: 'event-from',
  about:
    'A source of events is in reach of its engine: DuckDB reads files in the folder of the catalog or below, ClickHouse a table of a server, and no password stands in its address.',
  *check({ file }) {
    for (const [i, { engine, from }] of (file.events ?? []).entries()) {
      const problem = problemOfFrom(engine, from);
      if (problem) yield { path: ['events', i, 'from'], ...problem };
    }
  },
};

export const eventColumns: Rule = {
  code: 'event-columns',
  about:
    'A source of events with the layout `table` names its columns of date, source, target, and CAMEO code or Goldstein weight, and says what its countries go by.',
  *check({ file }) {
    for (const [i, { id, layout, columns = {}, countries }] of (file.events ?? []).entries()) {
      if (layout !== 'table') continue;
      const missing = [
        ...(['date', 'source', 'target'] as const).filter((role) => columns[role] === undefined),
        ...((columns.cameo ?? columns.goldstein) ? [] : ['cameo or goldstein']),
      ];
      if (missing.length > 0)
        yield {
          path: ['events', i, 'layout'],
          message: `the table ${id} has no column of ${missing.join(', ')}`,
          hint: 'name them under columns, such as {date: day, source: actor, target: recipient, cameo: code}',
        };
      if (countries === undefined)
        yield {
          path: ['events', i, 'layout'],
          message: `what do countries go by in the table ${id}?`,
          hint: 'write countries: cameo, iso3, cow or names',
        };
    }
  },
};
