import { parseDate } from '../catalog/dates.ts';
import type { Vote } from '../catalog/model.ts';
import type { CatalogFile } from '../catalog/schema.ts';
import type { OpenRecord } from './open.ts';
import { ABSTAIN, NO, YES } from './record.ts';
import { bodyKey, symbolKey } from '../catalog/symbols.ts';

export type IssueFile = NonNullable<CatalogFile['issues']>[number];

/** A roll call that an issue may mean. */
export interface Candidate {
  readonly open: OpenRecord;
  readonly rollCall: number;
  readonly ballot: Vote;
  readonly date: string;
  /** Whether the record says who was absent. */
  readonly listsAbsences: boolean;
}

/** Votes of official records, by what they were on. */
export interface RollCallIndex {
  readonly bodies: ReadonlySet<string>;
  /** First and last day of all records together. */
  readonly dates: { readonly from: string; readonly to: string };
  /** Also votes on amendments and single paragraphs. */
  readonly rollCallsOn: (body: string, resolution: string) => readonly Candidate[];
}

/** Makes the roll calls of records ready to be found by body and resolution. */
export function indexRollCalls(records: readonly OpenRecord[]): RollCallIndex {
  const key = (body: string, resolution: string) => `${bodyKey(body)} ${symbolKey(resolution)}`;
  let [from, to] = ['9999', ''];
  const places = new Map<string, { open: OpenRecord; rollCall: number }[]>();
  for (const open of records) {
    for (let rollCall = 0; rollCall < open.record.size; rollCall++) {
      const date = open.record.detail('date', rollCall);
      if (date < from) from = date;
      if (date > to) to = date;
      const resolution = open.record.detail('resolution', rollCall);
      if (resolution === '') continue;
      const at = key(open.origin.body, resolution);
      const known = places.get(at);
      if (known) known.push({ open, rollCall });
      else places.set(at, [{ open, rollCall }]);
    }
  }
  const withAbsences = new Set(records.filter(({ record }) => record.hasAbsences));
  return {
    dates: { from, to },
    bodies: new Set(records.map(({ origin }) => bodyKey(origin.body))),
    rollCallsOn: (body, resolution) =>
      (places.get(key(body, resolution)) ?? []).flatMap(({ open, rollCall }) => {
        const { vote, date } = open.names.issueOf(rollCall);
        return vote
          ? [
              {
                open,
                rollCall,
                ballot: vote,
                date: date.from,
                listsAbsences: withAbsences.has(open),
              },
            ]
          : [];
      }),
  };
}

/** Where a roll call stands, for whoever wants to look it up. */
export function placeOf({ open, rollCall, date }: Candidate): string {
  return `${open.file}:${open.record.lineOf(rollCall)}, the vote of ${date}`;
}

type Result = NonNullable<Vote['result']>;

function sameResult(x: Result, y: Result): boolean {
  return x.yes === y.yes && x.no === y.no && x.abstain === y.abstain;
}

/** The tally of a roll call: the official one, else the count of its votes. */
export function tallyOf(candidate: Candidate): {
  readonly result: Result;
  readonly official: boolean;
} {
  const { open, rollCall, ballot } = candidate;
  if (ballot.result) return { result: ballot.result, official: true };
  const { votesOf, countries } = open.record;
  const cast = countries.map((country) => votesOf(country)[rollCall]);
  const countOf = (vote: number) => cast.filter((each) => each === vote).length;
  const result = { yes: countOf(YES), no: countOf(NO), abstain: countOf(ABSTAIN) };
  return { result, official: false };
}

function spanOf({ date }: IssueFile): { readonly from: string; readonly to: string } | undefined {
  const [first, last] = typeof date === 'string' ? [date, date] : [date.from, date.to];
  const [from, to] = [parseDate(first)?.from, parseDate(last)?.to];
  return from === undefined || to === undefined ? undefined : { from, to };
}

/** Days between a day and the nearest one of an issue; 0 within it. */
export function daysApart(issue: IssueFile, day: string): number {
  const span = spanOf(issue);
  if (!span || (day >= span.from && day <= span.to)) return 0;
  const nearest = day < span.from ? span.from : span.to;
  return Math.abs(Date.parse(day) - Date.parse(nearest)) / 86_400_000;
}

/**
 * Of the roll calls on a resolution, those that an issue can mean: on the whole text (or on the part
 * that it names), nearest to its date and, where several are of one day, of the result that it gives.
 */
export function likeliest(
  issue: IssueFile,
  candidates: readonly Candidate[],
): readonly Candidate[] {
  const onSame = candidates.filter(({ ballot }) => ballot.on === issue.vote?.on);
  const nearest = Math.min(...onSame.map(({ date }) => daysApart(issue, date)));
  const tied = onSame.filter(({ date }) => daysApart(issue, date) === nearest);
  const result = issue.vote?.result;
  const alike = result
    ? tied.filter((candidate) => sameResult(tallyOf(candidate).result, result))
    : [];
  return alike.length === 1 ? alike : tied;
}
