import { Chalk } from 'chalk';
import { expect, it } from 'vitest';
import { render } from '../../src/render/import/table.ts';
import type { RenderContext } from '../../src/render/renderer.ts';
import { importRecord, type ImportOptions } from '../../src/rollcalls/import/run.ts';
import { scratch, testAtlas } from './support.ts';

const file = scratch();
let count = 0;

async function unreadOf(lines: readonly string[], asked: Partial<ImportOptions> = {}) {
  const path = file(`in-${count++}.csv`, `${lines.join('\n')}\n`);
  const { summary } = await importRecord({ file: path, id: 'test', atlas: testAtlas(), ...asked });
  expect(summary.skipped).toEqual([]);
  return summary;
}

const named = ({ unread }: Awaited<ReturnType<typeof unreadOf>>) =>
  unread.map(({ name, nearest }) => (nearest === null ? name : `${name} (${nearest})`));

it.each<[string, readonly string[], readonly string[], Partial<ImportOptions>?]>([
  [
    'a row per issue and country',
    ['issue,country,position,date,Weigth,region', 'pact,USA,yes,2020-01-01,2,a'],
    ['Weigth (weight)', 'region'],
  ],
  [
    'the same, with all about the issues',
    ['issue,country,position,date,note,confidance,größe', 'pact,USA,yes,2020-01-01,a,low,a'],
    ['confidance (confidence)', 'größe'],
  ],
  [
    'columns named by the user',
    ['issue,country,position,answer,date', 'pact,USA,yes,no,2020-01-01'],
    ['position'],
    { table: { position: 'answer' } },
  ],
  [
    'a column per country',
    ['issue,date,keywords,USA,FRA', 'pact,2020-01-01,trade,yes,no'],
    ['keywords'],
  ],
  [
    'interactions',
    ['title,date,between,cameo,notes,country', 'Drill,2020-01-01,USA|FRA,062,a,b'],
    ['notes', 'country'],
  ],
  ['blocs', ['bloc,country,country_name,since', 'quad,USA,United States,2007'], ['since']],
  [
    'voters without a rule',
    ['mp,issue,country,position,date', '1,pact,USA,yes,2020-01-01'],
    ['mp'],
  ],
  [
    'voters by a rule',
    ['mp,party,issue,country,position,date', '1,a,pact,USA,yes,2020-01-01'],
    ['party'],
    { many: 'majority' },
  ],
])('names the columns that nothing was read from: %s', async (_, lines, unread, asked) => {
  expect(named(await unreadOf(lines, asked))).toEqual(unread);
});

it('does not name columns that a published file is known to have', async () => {
  const lines = [
    'rcid,ccode,member,vote,Country,Countryname,year,session,abstain,yes,no,importantvote,date,unres,amend,para,short,descr,me,nu,di,hr,co,ec,ident,resid,mine',
    '3,2,1,1,USA,United States,1946,1,4,29,18,0,1946-01-01,R/1/66,1,0,A,B,0,0,0,0,0,0,1,1,a',
  ];
  expect(named(await unreadOf(lines))).toEqual(['mine']);
});

it('tells a few of them, and how many more there are', async () => {
  const names = Array.from({ length: 9 }, (_, i) => `extra${i}`);
  const summary = await unreadOf([
    ['issue,country,position,date', ...names].join(','),
    ['pact,USA,yes,2020-01-01', ...names].join(','),
  ]);
  const outcome = {
    ...summary,
    directory: 'out',
    provenance: { version: '', catalogs: [], options: {} },
  };
  const context: RenderContext = {
    onScreen: false,
    width: 120,
    color: new Chalk({ level: 0 }),
    cowOf: () => null,
    bom: false,
  };
  expect(render(outcome, context)).toContain(
    '  These columns were not read: extra0, extra1, extra2, extra3, extra4, extra5 and 3 more\n',
  );
});
