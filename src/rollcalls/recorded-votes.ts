import type { CountryCode } from '../catalog/model.ts';
import type { RecordedVotes } from '../evidence/select.ts';
import { recordIssues, type RecordOrigin, rollCallIds } from './issues.ts';
import type { RollCallRecord } from './record.ts';
import { type RollCallSelection, selectRollCalls } from './select.ts';

/** The roll calls of a record that pass a filter, as the evidence layer takes them in. */
export function selectRecordedVotes(
  record: RollCallRecord,
  origin: RecordOrigin & { readonly catalog: string },
  filter: RollCallSelection,
): RecordedVotes {
  const idOf = rollCallIds(record, origin.id);
  const rollCalls = selectRollCalls(record, filter, idOf);
  const pick = (country: CountryCode): Int8Array => {
    const votes = record.votesOf(country);
    return rollCalls.length === record.size
      ? votes
      : Int8Array.from(rollCalls, (rollCall) => votes[rollCall]!);
  };
  return {
    catalog: origin.catalog,
    issues: recordIssues(record, origin, rollCalls, idOf),
    votes: new Map(record.countries.map((country) => [country, pick(country)])),
    sources: origin.sources,
  };
}
