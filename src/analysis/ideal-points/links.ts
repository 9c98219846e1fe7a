import { isSummary } from '../../rollcalls/series/whole-votes.ts';
import { titleKey } from '../../rollcalls/series/title-key.ts';
import type { RollCall } from './roll-calls.ts';

/** Two votes on one text agree this much at least, or it was another text. */
const leastAgreement = 0.9;
const leastJoint = 20;
/** Between yes and no. */
const widest = 2;

/** Whether the countries that voted on both answered alike. */
function agree(x: Int8Array, y: Int8Array): boolean {
  let [joint, distance] = [0, 0];
  for (let i = 0; i < x.length; i++) {
    if (x[i]! < 0 || y[i]! < 0) continue;
    joint++;
    distance += Math.abs(x[i]! - y[i]!);
  }
  return joint >= leastJoint && 1 - distance / (widest * joint) >= leastAgreement;
}

function keyOf({ selected: { issue }, session }: RollCall): string {
  const isPart = issue.vote?.on !== undefined;
  return isPart || isSummary({ ...emptyVote, title: issue.title, session })
    ? ''
    : titleKey(issue.title);
}

const emptyVote = { series: '', on: '', resolution: '' } as const;

/** Roll calls by session, then title; those of a title that is not the only one of its session are left out. */
function singles(rollCalls: readonly RollCall[]): ReadonlyMap<number, ReadonlyMap<string, number>> {
  const found = new Map<number, Map<string, number>>();
  rollCalls.forEach((rollCall, place) => {
    const key = keyOf(rollCall);
    if (key === '') return;
    let session = found.get(rollCall.session);
    if (!session) found.set(rollCall.session, (session = new Map()));
    session.set(key, session.has(key) ? -1 : place);
  });
  return found;
}

/**
 * Of each roll call the first one on the same text, by its place: its own where there is none before. A text is
 * the same in sessions next to each other if it has the same title but for dates, ordinals and filler, is the
 * only one of that title in each, and nearly all who voted on both answered alike. Over longer distances
 * chains of nearly alike texts drift.
 */
export function linkByTitle(rollCalls: readonly RollCall[]): Int32Array {
  const items = Int32Array.from(rollCalls, (_, place) => place);
  const sessions = singles(rollCalls);
  for (const session of [...sessions.keys()].sort((x, y) => x - y)) {
    const before = sessions.get(session - 1);
    for (const [key, place] of sessions.get(session)!) {
      const earlier = before?.get(key) ?? -1;
      if (place >= 0 && earlier >= 0 && agree(rollCalls[earlier]!.votes, rollCalls[place]!.votes))
        items[place] = items[earlier]!;
    }
  }
  return items;
}
