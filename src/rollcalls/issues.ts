import type { Issue, RollCallFile, Vote } from '../catalog/model.ts';
import { partTitle } from '../evidence/label.ts';
import type { RollCallRecord } from './record.ts';
import { isMarked, type RollCallNames } from './select.ts';
import type { RecordTexts } from './series/record-series.ts';
import { isSpeech } from './series/whole-votes.ts';
import { symbolKey } from '../catalog/symbols.ts';
import { toId, topicsOf } from './topics.ts';

const nobody: Issue['positions'] = {};
const none: Issue['coordination'] = [];

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

/** What the roll calls of a record are called and look like as issues. */
export function rollCallNames(
  record: RollCallRecord,
  origin: RecordOrigin,
  texts: RecordTexts,
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
  const titleOf = (i: number) => {
    const title = record.detail('title', i);
    if (title !== '' && !isSpeech(title)) return title;
    const resolution = record.detail('resolution', i);
    const whole = texts.titleOf(symbolKey(resolution));
    return whole === undefined ? resolution || idOf(i) : partTitle(whole);
  };
  const topicsOfCall = (i: number) => topicIds(record.detail('subjects', i));
  const days = new Map<string, Issue['date']>();
  const dayOf = (i: number) => {
    const day = record.detail('date', i);
    const date = days.get(day) ?? { from: day, to: day };
    days.set(date.from, date);
    return date;
  };
  const words = { record, origin, idOf, dayOf, titleOf, topicIds, seriesOf: texts.seriesOf };
  return { idOf, issueOf: (i) => new RollCallIssue(words, i), topicsOf: topicsOfCall };
}

/** What roll calls as issues take their words from. */
interface Words {
  readonly record: RollCallRecord;
  readonly origin: RecordOrigin;
  readonly idOf: (rollCall: number) => string;
  readonly dayOf: (rollCall: number) => Issue['date'];
  readonly titleOf: (rollCall: number) => string;
  readonly topicIds: (subjects: string) => readonly string[];
  readonly seriesOf: RecordTexts['seriesOf'];
}

/**
 * A roll call as an issue on the scale `vote`, without positions: the votes stay in the record. There may be
 * hundreds of thousands, of which a question needs few words: they are read when they are asked for.
 */
class RollCallIssue implements Issue {
  readonly id: string;
  readonly date: Issue['date'];
  readonly #words: Words;
  readonly #rollCall: number;
  #topics: readonly string[] | undefined;

  constructor(words: Words, rollCall: number) {
    this.id = words.idOf(rollCall);
    this.date = words.dayOf(rollCall);
    this.#words = words;
    this.#rollCall = rollCall;
  }

  get title(): string {
    return this.#words.titleOf(this.#rollCall);
  }

  get series(): string | undefined {
    return this.#words.seriesOf(this.#rollCall);
  }

  get note(): string | undefined {
    const { record } = this.#words;
    const title = record.detail('title', this.#rollCall);
    return record.detail('description', this.#rollCall) || (isSpeech(title) ? title : undefined);
  }

  get topics(): readonly string[] {
    const { record, topicIds } = this.#words;
    return (this.#topics ??= topicIds(record.detail('subjects', this.#rollCall)));
  }

  get vote(): Vote {
    const { record, origin } = this.#words;
    return ballotOf(record, origin.body, this.#rollCall);
  }

  get sources(): readonly string[] {
    return this.#words.origin.sources;
  }

  get dateLabel(): string {
    return this.date.from;
  }

  get scale(): string {
    return 'vote';
  }

  get weight(): number {
    return 1;
  }

  get positions(): Issue['positions'] {
    return nobody;
  }

  get coordination(): Issue['coordination'] {
    return none;
  }

  /** As plain data: what is read on demand is no property of its own. */
  toJSON(): Issue {
    const { id, title, series, note, topics, date, dateLabel, scale, weight } = this;
    const { positions, vote, coordination, sources } = this;
    const words = { id, title, series, note, topics, date, dateLabel, scale, weight };
    return { ...words, positions, vote, coordination, sources };
  }
}

function ballotOf(record: RollCallRecord, body: string, i: number): Vote {
  const vote: { -readonly [Word in keyof Vote]: Vote[Word] } = {
    body,
    resolution: record.detail('resolution', i),
  };
  const yes = record.detail('total_yes', i);
  if (yes !== '') {
    const [no, abstain] = [record.detail('total_no', i), record.detail('total_abstentions', i)];
    vote.result = { yes: Number(yes), no: Number(no), abstain: Number(abstain) };
  }
  const session = record.detail('session', i);
  if (session !== '') vote.session = Number(session);
  if (isMarked(record.detail('important', i))) vote.important = true;
  const on = record.detail('on', i);
  if (on.includes('amendment')) vote.on = 'amendment';
  else if (on.includes('paragraph')) vote.on = 'paragraph';
  return vote;
}
