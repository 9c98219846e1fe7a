import { describe, expect, it } from 'vitest';
import { load } from '../catalog/load-text.ts';
import { compareVotes } from '../../src/rollcalls/compare-votes.ts';
import { rollCallNames } from '../../src/rollcalls/issues.ts';
import { indexRollCalls } from '../../src/rollcalls/roll-call-index.ts';
import { noTexts, recordOf, testAtlas } from './support.ts';

const record = recordOf(`resolution,date,on,total_yes,total_no,total_abstentions,CHN,FRA,PER,USA
A/RES/74/1,2019-10-01,,100,20,30,Y,N,A,X
A/RES/74/2,2019-10-02,paragraph,,,,N,N,N,N
A/RES/74/2,2019-09-01,,,,,N,N,N,N
A/RES/74/2,2019-10-02,,,,,Y,Y,Y,N
A/RES/74/3,2019-10-03,,,,,Y,Y,Y,Y
A/RES/74/3,2019-10-03,,,,,N,N,N,N
`);
const origin = { catalog: 'record', id: 'record', body: 'UNGA', sources: [] };
const names = rollCallNames(record, origin, noTexts);
const index = indexRollCalls([{ record, file: 'votes.csv', origin, names }]);

/** What differs between one issue and the record. */
function compare(issue: string) {
  const { content } = load(
    `catalog: mine\ntitle: M\nsources: {u: {title: U}}\ntopics: {x: X}\nissues:\n  - {id: own, title: T, topic: x, sources: [u], ${issue}}\n`,
  );
  if (!content) throw new Error('a sound catalog expected');
  const { problems, comparison } = compareVotes(content, index, testAtlas());
  return {
    codes: problems.map(({ code, path, severity = 'error' }) => [
      code,
      path.slice(2).join('.'),
      severity,
    ]),
    texts: problems.map(({ message }) => message),
    comparison,
  };
}

const on = (resolution: string, more = '') =>
  `vote: {body: UNGA, resolution: ${resolution}${more}}`;

describe('votes of a catalog beside the record', () => {
  it('that are the same differ nowhere; an absence is one', () => {
    const votes = 'votes: {yes: [china], no: [france], abstain: [peru], absent: [usa]}';
    expect(compare(`date: 2019-10-01, ${on('A/RES/74/1')}, ${votes}`)).toEqual({
      codes: [],
      texts: [],
      comparison: { claimed: 1, found: 1, votes: 4, agreeing: 4 },
    });
  });

  it('that differ are errors at their places', () => {
    const votes = 'votes: {yes: [china, france]}';
    const { codes, texts, comparison } = compare(`date: 2019-10-01, ${on('A/RES/74/1')}, ${votes}`);
    expect(codes).toEqual([['vote-differs', 'votes.yes.1', 'error']]);
    expect(texts).toEqual(['France is listed under yes on A/RES/74/1, but voted no in the record']);
    expect(comparison).toEqual({ claimed: 1, found: 1, votes: 2, agreeing: 1 });
  });

  it('are those on the whole text, nearest to the date', () => {
    const votes = 'votes: {yes: [france], no: [usa]}';
    expect(compare(`date: 2019-10-02, ${on('A/RES/74/2')}, ${votes}`).codes).toEqual([]);
    const early = compare(`date: 2019-09-01, ${on('A/RES/74/2')}, ${votes}`);
    expect(early.codes).toEqual([['vote-differs', 'votes.yes.0', 'error']]);
  });

  it('on one day are told apart by the result, or not at all', () => {
    const issue = (result: string) =>
      `date: 2019-10-03, ${on('A/RES/74/3', result)}, votes: {no: [china, france, peru, usa]}`;
    expect(compare(issue('')).codes.map(([code]) => code)).toEqual(['ambiguous-roll-call']);
    const told = compare(issue(', result: {yes: 0, no: 4, abstain: 0}'));
    expect(told.codes).toEqual([]);
    expect(told.comparison).toMatchObject({ found: 1, agreeing: 4 });
  });

  it('with another tally or day are warned of', () => {
    const result = ', result: {yes: 100, no: 20, abstain: 31}';
    const { codes } = compare(
      `date: 2019-10-04, ${on('A/RES/74/1', result)}, votes: {yes: [china]}`,
    );
    expect(codes.map(([code, , severity]) => [code, severity])).toEqual(
      expect.arrayContaining([
        ['tally-differs', 'warning'],
        ['date-differs', 'warning'],
      ]),
    );
  });

  it('that the record has not, or not of that country, are warned of', () => {
    expect(compare(`date: 2019-10-01, ${on('A/RES/74/9')}, votes: {yes: [china]}`).codes).toEqual([
      ['not-in-record', expect.any(String), 'warning'],
    ]);
    const { codes, texts } = compare(
      `date: 2019-10-01, ${on('A/RES/74/1')}, votes: {yes: [china, india]}`,
    );
    expect(codes).toEqual([['not-in-record', 'votes.yes.1', 'warning']]);
    expect(texts[0]).toBe('India (IND) is not in the record; its vote is not compared');
  });

  it('of another body are none of its business', () => {
    const vote = 'vote: {body: UNSC, resolution: S/RES/1}';
    expect(compare(`date: 2019-10-01, ${vote}, votes: {no: [china]}`)).toMatchObject({
      codes: [],
      comparison: { claimed: 0 },
    });
  });
});
