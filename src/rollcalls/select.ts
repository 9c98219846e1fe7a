import { globMatcher } from '../evidence/issue-filter.ts';
import type { SelectionFilter } from '../evidence/evidence.ts';
import type { Issue } from '../catalog/model.ts';
import type { DetailColumn, RollCallRecord } from './record.ts';

/** The parts of a selection that a record can be asked for. */
export type RollCallSelection = Omit<SelectionFilter, 'minConfidence'>;

/** Roll calls as issues, for filters that ask about more than columns. */
export interface RollCallNames {
  /** Id of a roll call as an issue. */
  readonly idOf: (rollCall: number) => string;
  readonly issueOf: (rollCall: number) => Issue;
  /** Ids of its topics. */
  readonly topicsOf: (rollCall: number) => readonly string[];
}

/**
 * Roll calls of a record that pass a filter, by index, in the order of the record. Only the columns
 * that the filter asks about are read.
 */
export function selectRollCalls(
  record: RollCallRecord,
  filter: RollCallSelection,
  names: RollCallNames,
): Uint32Array {
  const tests = testsOf(record, filter, names);
  const selected = new Uint32Array(record.size);
  let count = 0;
  for (let i = 0; i < record.size; i++) {
    if (tests.every((test) => test(i))) selected[count++] = i;
  }
  return selected.subarray(0, count);
}

type Test = (rollCall: number) => boolean;

function testsOf(
  record: RollCallRecord,
  { topics, issues, from, to, rollCalls, accepts }: RollCallSelection,
  { idOf, issueOf, topicsOf }: RollCallNames,
): readonly Test[] {
  const { sessions, important, noParagraphs, noAmendments, noUnanimous, resolution } = rollCalls;
  const tests: Test[] = [];
  const on = (column: DetailColumn, test: (text: string) => boolean) =>
    tests.push((i) => test(record.detail(column, i)));

  if (from !== undefined) on('date', (date) => date >= from);
  if (to !== undefined) on('date', (date) => date <= to);
  if (sessions) {
    const [first, last] = sessions;
    on('session', (text) => text !== '' && Number(text) >= first && Number(text) <= last);
  }
  if (important) on('important', isMarked);
  if (noParagraphs) on('on', (words) => !words.includes('paragraph'));
  if (noAmendments) on('on', (words) => !words.includes('amendment'));
  if (resolution !== undefined) on('resolution', globMatcher(resolution));
  if (topics) tests.push((i) => topicsOf(i).some((id) => topics.includes(id)));
  if (issues) tests.push((i) => issues.includes(idOf(i)));
  if (accepts) tests.push((i) => accepts(issueOf(i)));
  if (noUnanimous) {
    const contested = findContested(record);
    tests.push((i) => contested[i] === 1);
  }
  return tests;
}

/** Whether a cell of the column `important` says so. */
export function isMarked(text: string): boolean {
  return /^(?:1|y|yes|true|x)$/i.test(text);
}

/** 1 for roll calls on which two countries voted differently, over all countries of the record. */
function findContested(record: RollCallRecord): Uint8Array {
  const seen = new Uint8Array(record.size);
  for (const country of record.countries) {
    const votes = record.votesOf(country);
    for (let i = 0; i < votes.length; i++) {
      const vote = votes[i]!;
      if (vote >= 0) seen[i]! |= 1 << vote;
    }
  }
  // More than one bit set.
  return seen.map((bits) => Number((bits & (bits - 1)) !== 0));
}
