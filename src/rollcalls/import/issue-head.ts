import { outcomes, votedParts } from '../../results/vocabulary.ts';
import { compact } from './compact.ts';
import { oneOf } from './ids.ts';
import type { Draft, FailAt } from './issue-draft.ts';
import { splitList } from './lists.ts';

/** Columns that only recorded votes have. */
const ofVotes =
  'body resolution draft submitters session on important outcome total_yes total_no total_abstentions'.split(
    ' ',
  );

/** What an issue is, in the words of catalogs. */
export function issueHead(
  { name, cells, topics, note, held }: Draft,
  date: unknown,
  scale: string,
  failAt: FailAt,
): object {
  const get = (column: string) => cells.get(column);
  const fail = (message: string, hint?: string) =>
    failAt(held[0]?.line ?? 1, `${message} (of issue ${name})`, hint);
  const count = (column: string) => {
    const text = get(column);
    if (text === undefined) return undefined;
    if (/^\d+(?:\.0*)?$/.test(text)) return Number(text);
    throw fail(`${JSON.stringify(text)} is no number in ${column}`);
  };
  const weight = readWeight(get('weight') ?? '1', fail);
  const [yes, no, abstain] = ['total_yes', 'total_no', 'total_abstentions'].map(count);
  const submitters = splitList(get('submitters') ?? '');
  const vote = {
    body: get('body') ?? 'table',
    resolution: get('resolution'),
    draft: get('draft'),
    submitters: submitters.length === 1 && submitters[0] === 'president' ? 'president' : submitters,
    session: count('session'),
    on: oneOf(votedParts, get('on') ?? '', 'part of a text', held[0]?.line ?? 1, failAt),
    important: get('important') !== undefined,
    outcome: oneOf(outcomes, get('outcome') ?? '', 'outcome', held[0]?.line ?? 1, failAt),
    result: yes === undefined ? undefined : { yes, no: no ?? 0, abstain: abstain ?? 0 },
  };
  const isVote = scale === 'vote' && ofVotes.some((column) => get(column) !== undefined);
  return compact({
    title: get('title') ?? name,
    series: get('series'),
    question: get('question'),
    note,
    topic: [...topics.keys()],
    date,
    scale,
    weight: weight === 1 ? undefined : weight,
    vote: isVote ? compact(vote) : undefined,
  });
}

/** A weight, with a point or a comma before its decimals. */
function readWeight(text: string, fail: (message: string, hint?: string) => Error): number {
  if (/^\d+(?:\.\d+)?$/.test(text)) return Number(text);
  const [whole = '', decimals = ''] = text.split(',');
  if (!/^\d+,\d+$/.test(text)) throw fail(`${JSON.stringify(text)} is no weight`);
  if (decimals.length !== 3 || whole.startsWith('0')) return Number(`${whole}.${decimals}`);
  throw fail(
    `the weight ${JSON.stringify(text)} has decimals, or is of thousands`,
    `write ${whole}.${decimals} or ${whole}${decimals}`,
  );
}
