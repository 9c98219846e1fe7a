import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { definitions } from '../../src/cli/definitions/index.ts';
import { catalogText, recordText, scratch, shell } from './support.ts';

const { folder, at } = scratch();
const catalog = at('good.yaml', catalogText());
const policy = at('policy.yaml', 'assertions: [{id: a, between: [china, russia], atLeast: 0}]\n');
const table = at(
  'table.csv',
  'issue,country,position,date\na,china,yes,2020-01-01\na,russia,no,2020-01-01\n',
);
mkdirSync(at('record'));
at('record/votes.csv', recordText(2, 9, ['CHN', 'RUS', 'IND']));
at(
  'record/catalog.yaml',
  'catalog: r\ntitle: R\nrollCalls: [{id: r, body: UNGA, file: votes.csv}]\n',
);

at('committed.yaml', catalogText());
for (const line of [
  'init -q',
  'add committed.yaml',
  '-c user.name=a -c user.email=a commit -qm one',
])
  execFileSync('git', line.split(' '), { cwd: folder });

/** Of every command, at least one line that succeeds. */
const lines: readonly (readonly string[])[] = [
  ['score', 'china', 'russia'],
  ['score', 'china', 'russia', '-c', at('record'), '-f', 'json'],
  ['score', 'usa', 'uk', '--versus', '2013..2020'],
  ['explain', 'china', 'russia', '-f', 'html'],
  ['trend', 'china', 'russia'],
  ['trend', 'china', 'russia', '-f', 'svg'],
  ['interactions', 'china', 'russia'],
  ['interactions', 'china', '-f', 'svg'],
  ['diff', 'eurasia-2020', catalog],
  ['diff', 'git:HEAD', at('committed.yaml')],
  ['drift', 'china', 'russia', '--before', '2005..2009', '--after', '2015..2019'],
  ['drift', 'usa', 'uk', '--before', '2013..2020', '--after', '2021..2025', '-f', 'html'],
  ['drift', '--before', '2013..2019', '--after', '2020..2025'],
  ['ideal-points', 'china', '-c', at('record'), '-f', 'html'],
  ['matrix', 'china', 'russia', 'india'],
  ['blocs', 'china', 'russia', 'india', 'usa'],
  ['map', 'china', 'russia', 'india', 'usa', '-o', join(folder, 'map.svg')],
  ['rank', 'china'],
  ['check', policy, '-f', 'junit'],
  ['report', 'china', 'russia', '-o', join(folder, 'report.html')],
  ['report', '--matrix', '-o', join(folder, 'matrix.svg')],
  ['list', 'issues'],
  ['show', 'eurasia-2020'],
  ['cite', 'china', 'russia'],
  ['export', 'positions', '-c', 'eurasia-2020', '-f', 'xlsx', '-o', join(folder, 'positions.xlsx')],
  ['import', 'table', table, '-o', join(folder, 'imported')],
  ['validate', catalog],
  ['init', join(folder, 'started')],
  ['config'],
  ['schema', 'result'],
  ['cache', 'clear'],
  ['completion', 'bash'],
  ['complete', '--', 'score', 'ch'],
];

const hasNamespaces = spawnSync('unshare', ['-rn', 'true']).status === 0;

it('every command is tried', () => {
  const names = definitions.flatMap(([, group]) => group.map(({ name }) => name));
  expect(new Set(lines.map(([name]) => name))).toEqual(new Set(names));
});

it.skipIf(!hasNamespaces).each(lines)('no network is needed for %s %s', (...args) => {
  expect(shell('exec unshare -rn "$@"', args)).toMatchObject({ status: 0, stderr: '' });
});
