import { type RollCallRecord, yearBeforeFirst } from '../record.ts';
import { bodyKey, symbolKey } from '../../catalog/symbols.ts';
import { toId } from '../topics.ts';
import { assignSeries } from './assign-series.ts';
import type { TitledVote } from './whole-votes.ts';

interface RecordOfBody {
  readonly record: RollCallRecord;
  readonly origin: { readonly body: string };
}

/** The series of a roll call; `undefined` where it is a cluster of its own. */
export type SeriesFinder = (rollCall: number) => string | undefined;

/**
 * Tells the series of the roll calls of each record: over all roll calls of its body in these records,
 * whatever is selected. They are worked out when one is first asked for.
 */
export function openSeries(records: readonly RecordOfBody[]): readonly SeriesFinder[] {
  const found = new Map<string, ReturnType<typeof assignSeries>>();
  return records.map((own) => {
    const body = bodyKey(own.origin.body);
    const all = records.filter(({ origin }) => bodyKey(origin.body) === body);
    const first = all.slice(0, all.indexOf(own)).reduce((sum, { record }) => sum + record.size, 0);
    return (rollCall) => {
      let series = found.get(body);
      if (!series) found.set(body, (series = assignOnce(body, all)));
      return series[first + rollCall];
    };
  });
}

function titledVotes({ record }: RecordOfBody): readonly TitledVote[] {
  return Array.from({ length: record.size }, (_, i) => {
    const resolution = symbolKey(record.detail('resolution', i));
    const session =
      Number(record.detail('session', i)) ||
      Number(/^\d+(?=\/)/.exec(resolution)?.[0]) ||
      Number(record.detail('date', i).slice(0, 4)) - yearBeforeFirst;
    const [series, title, on] = (['series', 'title', 'on'] as const).map((column) =>
      record.detail(column, i),
    );
    return { series: series!, title: title!, on: on!, resolution, session };
  });
}

const assigned = new Map<string, { files: string; series: ReturnType<typeof assignSeries> }>();

/** What was worked out last of a body is kept: a policy opens the same record many times. */
function assignOnce(body: string, records: readonly RecordOfBody[]) {
  const files = records.map(({ record }) => record.sha256()).join(' ');
  const known = assigned.get(body);
  if (known?.files === files) return known.series;
  const series = assignSeries(records.flatMap(titledVotes), `${toId(body)}:`);
  assigned.set(body, { files, series });
  return series;
}
