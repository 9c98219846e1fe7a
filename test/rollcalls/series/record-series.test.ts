import { dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openRecords, selectRecordedVotes } from '../../../src/rollcalls/open.ts';
import { scratch } from '../support.ts';
import { catalogOf, everything } from '../../evidence/catalogs.ts';

const file = scratch();

function catalog(id: string, body: string, rows: readonly string[]) {
  const path = file(
    `${id}.csv`,
    `resolution,date,session,title,series,on,AAA\n${rows.join('\n')}\n`,
  );
  return catalogOf([], {
    id,
    rollCalls: [{ id, body, file: path, folder: dirname(path), sources: [] }],
  });
}

const embargo = 'Necessity of ending the embargo imposed by the United States';
const early = catalog('early', 'UNGA', [
  `A/RES/47/19,1992-11-24,,${embargo} against Cuba,,,Y`,
  `A/RES/48/16,1993-11-03,,${embargo} of America against Cuba,,,Y`,
  'A/RES/49/1,1994-11-03,49,The sea,,,Y',
]);
const late = catalog('late', 'unga', [
  `A/RES/70/5,2015-10-27,70,${embargo} of America against Cuba,,,Y`,
  'A/RES/70/6,2015-10-28,70,The sea,oceans,,Y',
  'R/70/6,2015-10-28,70,Paragraph 3,,paragraph,N',
]);
const council = catalog('council', 'UNSC', ['S/RES/1,2015-10-28,,The sea,,,N']);

function seriesOf(catalogs: readonly ReturnType<typeof catalogOf>[], filter = {}) {
  return openRecords(catalogs)
    .map((record) => selectRecordedVotes(record, { ...everything, ...filter }))
    .map(({ issues }) => issues.map(({ series }) => series));
}

it('a vote on a part is called after the whole where it has only speech, or nothing, for a title', () => {
  const speech = 'The Acting President: I shall now put to the vote paragraph 6.';
  const parts = catalog('parts', 'UNGA', [
    'A/RES/63/191,2008-12-18,63,Human rights in Iran,,,Y',
    `R/63/191,2008-12-18,63,${speech},,paragraph,Y`,
    'A/RES/63/191,2008-12-18,63,,,amendment,Y',
    `A/RES/63/192,2008-12-18,63,${speech},,paragraph,Y`,
    'A/RES/63/191,2008-12-18,63,Paragraph 4,,paragraph,Y',
  ]);
  const [record] = openRecords([parts]).map((open) => selectRecordedVotes(open, everything));
  expect(record?.issues.map(({ title, note }) => [title, note])).toEqual([
    ['Human rights in Iran', undefined],
    ['Human rights in Iran (a part)', speech],
    ['Human rights in Iran (a part)', undefined],
    ['A/RES/63/192', speech],
    ['Paragraph 4', undefined],
  ]);
});

describe('the series of a record’s roll calls', () => {
  const cuba = 'unga:necessity-ending-embargo-imposed-united-state-america-cuba';

  it('are those of the body over all records, and of no other body', () => {
    expect(seriesOf([early, late, council])).toEqual([
      [cuba, cuba, 'unga:sea'],
      [cuba, 'oceans', 'oceans'],
      ['unsc:sea'],
    ]);
  });

  it('do not depend on the selection', () => {
    expect(seriesOf([early, late], { to: '1992-12-31' })).toEqual([[cuba], []]);
    expect(seriesOf([late, early], { from: '2015-10-28' })).toEqual([['oceans', 'oceans'], []]);
  });
});
