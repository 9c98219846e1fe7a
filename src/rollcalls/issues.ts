import type { Issue, RollCallFile, Vote } from '../catalog/model.ts';
import { partTitle } from '../evidence/label.ts';
import type { RollCallRecord } from './record.ts';
import { isMarked, type RollCallNames } from './select.ts';
import type { SeriesFinder } from './series/record-series.ts';
import { isSpeech, isWhole } from './series/whole-votes.ts';
import { symbolKey } from '../catalog/symbols.ts';
import { toId, topicsOf } from './topics.ts';

export interface RecordOrigin {
  /** Id of the record, the first part of its issues' ids. */
  readonly id: string;
  readonly body: string;
  readonly sources: readonly string[];
  readonly topicOf?: RollCallFile['topicOf'] | undefined;
}

/**
 * Ids of a record's roll calls as issues: `un-ga-5494` from the record's id and the roll call's own, or
 * from the resolution where the file has no ids. Unique, and the same whatever is selected.
 */
function rollCallIds(record: RollCallRecord, recordId: string): (rollCall: number) => string {
  let ids: string[] | undefined;
  const build = (): string[] => {
    const taken = new Set<string>();
    return Array.from({ length: record.size }, (_, i) => {
      const name = record.detail('roll_call', i) || record.detail('resolution', i);
      const base = `${recordId}-${toId(name) || String(i + 1)}`;
      let id = base;
      for (let n = 2; taken.has(id); n++) id = `${base}-${n}`;
      taken.add(id);
      return id;
    });
  };
  return (rollCall) => (ids ??= build())[rollCall] ?? '';
}

/** The titles of texts, by the symbol of the resolution: what votes on their parts are called after. */
function titlesOfWholes(record: RollCallRecord): ReadonlyMap<string, string> {
  return new Map(
    Array.from({ length: record.size }, (_, i) => ({
      symbol: symbolKey(record.detail('resolution', i)),
      title: record.detail('title', i),
      on: record.detail('on', i),
    }))
      .filter((vote) => vote.symbol !== '' && isWhole(vote))
      .map(({ symbol, title }) => [symbol, title]),
  );
}

/** What the roll calls of a record are called and look like as issues. */
export function rollCallNames(
  record: RollCallRecord,
  origin: RecordOrigin,
  seriesOf: SeriesFinder,
): RollCallNames {
  const idOf = rollCallIds(record, origin.id);
  const { topicOf = (id) => id } = origin;
  // Thousands of roll calls share a few subjects.
  const known = new Map<string, readonly string[]>();
  const topicIds = (subjects: string) => {
    let ids = known.get(subjects);
    if (!ids) known.set(subjects, (ids = topicsOf(subjects).map(({ id }) => topicOf(id))));
    return ids;
  };
  let wholes: ReadonlyMap<string, string> | undefined;
  const titleOf = (i: number) => {
    const title = record.detail('title', i);
    if (title !== '' && !isSpeech(title)) return title;
    const resolution = record.detail('resolution', i);
    const whole = (wholes ??= titlesOfWholes(record)).get(symbolKey(resolution));
    return whole === undefined ? resolution || idOf(i) : partTitle(whole);
  };
  const issueOf = (i: number) => ({
    ...toIssue(record, origin, topicIds, i),
    id: idOf(i),
    title: titleOf(i),
    get series() {
      return seriesOf(i);
    },
  });
  const topicsOfCall = (i: number) => topicIds(record.detail('subjects', i));
  return { idOf, issueOf, topicsOf: topicsOfCall };
}

/** A roll call as an issue on the scale `vote`, without positions: the votes stay in the record. */
function toIssue(
  record: RollCallRecord,
  origin: RecordOrigin,
  topicIds: (subjects: string) => readonly string[],
  i: number,
): Omit<Issue, 'id' | 'title'> {
  const date = record.detail('date', i);
  const title = record.detail('title', i);
  const note = record.detail('description', i) || (isSpeech(title) ? title : '');
  return {
    ...(note === '' ? {} : { note }),
    topics: topicIds(record.detail('subjects', i)),
    date: { from: date, to: date },
    dateLabel: date,
    scale: 'vote',
    weight: 1,
    positions: {},
    vote: ballotOf(record, origin.body, i),
    coordination: [],
    sources: origin.sources,
  };
}

function ballotOf(record: RollCallRecord, body: string, i: number): Vote {
  const session = record.detail('session', i);
  const on = record.detail('on', i);
  const [yes, no, abstain] = (['total_yes', 'total_no', 'total_abstentions'] as const).map(
    (column) => record.detail(column, i),
  );
  return {
    body,
    resolution: record.detail('resolution', i),
    ...(yes ? { result: { yes: Number(yes), no: Number(no), abstain: Number(abstain) } } : {}),
    ...(session === '' ? {} : { session: Number(session) }),
    ...(isMarked(record.detail('important', i)) ? { important: true } : {}),
    ...(on.includes('amendment')
      ? { on: 'amendment' }
      : on.includes('paragraph')
        ? { on: 'paragraph' }
        : {}),
  };
}
