import type { Issue, Vote } from '../catalog/model.ts';
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
  // Thousands of roll calls share a few subjects.
  const known = new Map<string, readonly string[]>();
  const topicIds = (subjects: string) => {
    let ids = known.get(subjects);
    if (!ids) known.set(subjects, (ids = topicsOf(subjects).map(({ id }) => id)));
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
  const ballots = { idOf, titleOf, topicIds, seriesOf, record, origin };
  return { idOf, issueOf: (i) => new RollCallIssue(ballots, i) };
}

/** What roll calls as issues take their words from. */
interface Ballots {
  readonly idOf: (rollCall: number) => string;
  readonly titleOf: (rollCall: number) => string;
  readonly topicIds: (subjects: string) => readonly string[];
  readonly seriesOf: SeriesFinder;
  readonly record: RollCallRecord;
  readonly origin: RecordOrigin;
}

/**
 * A roll call as an issue on the scale `vote`, without positions: the votes stay in the record. There may be
 * hundreds of thousands, of which a question asks for a few words: each is read when it is asked for.
 */
class RollCallIssue implements Issue {
  readonly id: string;
  readonly date: Issue['date'];
  readonly #ballots: Ballots;
  readonly #i: number;
  #vote: Vote | undefined;

  constructor(ballots: Ballots, i: number) {
    const day = ballots.record.detail('date', i);
    this.id = ballots.idOf(i);
    this.date = { from: day, to: day };
    this.#ballots = ballots;
    this.#i = i;
  }

  get title() {
    return this.#ballots.titleOf(this.#i);
  }

  get note() {
    const { record } = this.#ballots;
    const title = record.detail('title', this.#i);
    return record.detail('description', this.#i) || (isSpeech(title) ? title : undefined);
  }

  get topics() {
    const { record, topicIds } = this.#ballots;
    return topicIds(record.detail('subjects', this.#i));
  }

  get series() {
    return this.#ballots.seriesOf(this.#i);
  }

  get vote() {
    const { record, origin } = this.#ballots;
    return (this.#vote ??= ballotOf(record, origin.body, this.#i));
  }

  get sources() {
    return this.#ballots.origin.sources;
  }

  get dateLabel() {
    return this.date.from;
  }

  get scale() {
    return 'vote';
  }

  get weight() {
    return 1;
  }

  get positions() {
    return nobody;
  }

  get coordination() {
    return [];
  }
}

const nobody: Issue['positions'] = {};

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
