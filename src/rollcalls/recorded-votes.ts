import type { CountryCode } from '../catalog/model.ts';
import type { RecordedVotes } from '../evidence/position-table.ts';
import type { OpenRecord } from './open.ts';
import { type RollCallSelection, selectRollCalls } from './select.ts';

/** The roll calls of a record that pass a filter, as the evidence layer takes them in. */
export function selectRecordedVotes(
  { record, names, origin }: OpenRecord,
  filter: RollCallSelection,
): RecordedVotes {
  const rollCalls = selectRollCalls(record, filter, names);
  const pick = (country: CountryCode): Int8Array => {
    const votes = record.votesOf(country);
    return rollCalls.length === record.size
      ? votes
      : Int8Array.from(rollCalls, (rollCall) => votes[rollCall]!);
  };
  return {
    catalog: origin.catalog,
    issues: Array.from(rollCalls, names.issueOf),
    votes: new Map(record.countries.map((country) => [country, pick(country)])),
    sources: origin.sources,
    ids: () => Array.from({ length: record.size }, (_, rollCall) => names.idOf(rollCall)),
  };
}
