import { type RollCallRecord, yearBeforeFirst } from '../record.ts';
import { bodyKey, symbolKey } from '../../catalog/symbols.ts';
import { toId } from '../topics.ts';
import { assignSeries } from './assign-series.ts';
import { isWhole, type TitledVote } from './whole-votes.ts';

interface RecordOfBody {
  readonly record: RollCallRecord;
  readonly origin: { readonly body: string };
}

/** What the titles of a record, taken together, say of the texts that were voted on. */
export interface RecordTexts {
  /** The series of a roll call; `undefined` where it is a cluster of its own. */
  readonly seriesOf: (rollCall: number) => string | undefined;
  /** The title of the vote on the whole of a text, by its symbol; `undefined` where there is none. */
  readonly titleOf: (symbol: string) => string | undefined;
}

/**
 * Tells the texts of each record, their series over all roll calls of its body in these records, whatever
 * is selected. All titles are read when one of them is first asked for, and once.
 */
export function openTexts(records: readonly RecordOfBody[]): readonly RecordTexts[] {
  const found = new Map<string, TextsOfBody>();
  return records.map((own) => {
    const body = bodyKey(own.origin.body);
    const all = records.filter(({ origin }) => bodyKey(origin.body) === body);
    const place = all.indexOf(own);
    const first = all.slice(0, place).reduce((sum, { record }) => sum + record.size, 0);
    const texts = () => {
      const known = found.get(body) ?? readOnce(body, all);
      found.set(body, known);
      return known;
    };
    return {
      seriesOf: (rollCall) => texts().series[first + rollCall],
      titleOf: (symbol) => texts().titles[place]!.get(symbol),
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
    return {
      series: record.detail('series', i),
      title: record.detail('title', i),
      on: record.detail('on', i),
      resolution,
      session,
    };
  });
}

/** The titles of texts, by the symbol of the resolution: what votes on their parts are called after. */
function titlesOfWholes(votes: readonly TitledVote[]): ReadonlyMap<string, string> {
  const titles = new Map<string, string>();
  for (const vote of votes)
    if (vote.resolution !== '' && isWhole(vote)) titles.set(vote.resolution, vote.title);
  return titles;
}

interface TextsOfBody {
  /** Of the roll calls of one record after the other. */
  readonly series: ReturnType<typeof assignSeries>;
  /** Of each record. */
  readonly titles: readonly ReadonlyMap<string, string>[];
}

const kept = new Map<string, TextsOfBody & { readonly files: string }>();

/** What was read last of a body is kept: a policy opens the same record many times. */
function readOnce(body: string, records: readonly RecordOfBody[]): TextsOfBody {
  const files = records.map(({ record }) => record.sha256()).join(' ');
  const known = kept.get(body);
  if (known?.files === files) return known;
  const votes = records.map(titledVotes);
  const series = assignSeries(votes.flat(), `${toId(body)}:`);
  const texts = { files, series, titles: votes.map(titlesOfWholes) };
  kept.set(body, texts);
  return texts;
}
