import { expect, test } from 'vitest';
import { decidePosition, medianCategory } from '../../src/catalog/codings.ts';
import { load, places } from './load-text.ts';

const head = `catalog: river
title: A river
sources:
  gazette: {title: The Gazette}
  log: {title: A log}
topics: {water: Water}
scales:
  recognition: {labels: [state, entity, both], neutral: none}
coders:
  anna: {name: Anna Ábel, kind: person}
  ben: {name: Ben Brook, kind: person, note: trained on twenty positions}
  llm: {name: A language model, kind: model}
`;

/** A catalog with one issue, on which Hungary has the position given. */
function river(position: string, { rule = '', scale = 'stance5' } = {}): string {
  return `${head}issues:
  - id: dam
    title: The dam
    topic: water
    date: 2021
    scale: ${scale}
    sources: [gazette, log]
${rule === '' ? '' : `    codingRule: ${rule}\n`}    positions:
      Austria: ${scale === 'stance5' ? 'support' : 'entity'}
      Hungary: ${position}
`;
}

const issueOf = (text: string) => load(text).catalog?.issues[0];
const coding = (coder: string, stance: string) => `{coder: ${coder}, stance: ${stance}}`;
const three = (x: string, y: string, z: string) =>
  `{codings: [${coding('anna', x)}, ${coding('ben', y)}, ${coding('llm', z)}]}`;

test('the median of an odd number of codings counts, and the codings stay with it', () => {
  const text = river(three('strongly-oppose', 'neutral', 'oppose'));
  expect(load(text).findings).toEqual([]);
  const issue = issueOf(text);
  expect(issue?.codingRule).toBe('median');
  expect(issue?.positions['HUN']).toEqual([
    {
      category: 1,
      confidence: 'high',
      sources: ['gazette', 'log'],
      codings: [
        { coder: 'anna', category: 0, confidence: 'high', sources: ['gazette', 'log'] },
        { coder: 'ben', category: 2, confidence: 'high', sources: ['gazette', 'log'] },
        { coder: 'llm', category: 1, confidence: 'high', sources: ['gazette', 'log'] },
      ],
    },
  ]);
  expect(load(text).catalog?.coders?.['ben']).toEqual({
    name: 'Ben Brook',
    kind: 'person',
    note: 'trained on twenty positions',
  });
});

test('a catalog without codings has none of their words', () => {
  const { catalog } = load(river('oppose'));
  expect(catalog?.issues[0]).not.toHaveProperty('codingRule');
  expect(catalog?.issues[0]).not.toHaveProperty('undecided');
  expect(catalog?.issues[0]?.positions['HUN']?.[0]).not.toHaveProperty('codings');
});

test('where the median lies between two labels, the position is missing and a warning says why', () => {
  const text = river(`{codings: [${coding('anna', 'oppose')}, ${coding('ben', 'neutral')}]}`);
  const { findings, catalog } = load(text);
  expect(places(findings)).toEqual(['22:7 undecided-position']);
  expect(findings[0]).toMatchObject({
    severity: 'warning',
    message:
      'coders part on the position of Hungary on dam (oppose, neutral), and their median lies between two labels: it counts as missing',
    hint: 'decide between them: write the stance that counts beside the codings, as `stance`',
  });
  expect(Object.keys(catalog?.issues[0]?.positions ?? {})).toEqual(['AUT']);
  expect(catalog?.issues[0]?.undecided).toMatchObject([
    { country: 'HUN', codings: [{ coder: 'anna' }, { coder: 'ben' }] },
  ]);
});

test('a stance beside codings decides, whatever lies between', () => {
  const text = river(
    `{stance: support, codings: [${coding('anna', 'oppose')}, ${coding('ben', 'neutral')}]}`,
  );
  expect(load(text).findings).toEqual([]);
  expect(issueOf(text)?.positions['HUN']?.[0]?.category).toBe(3);
  expect(issueOf(text)).not.toHaveProperty('undecided');
});

test('an adjudicated issue needs a stance where coders part, and none where they agree', () => {
  const parted = river(three('oppose', 'oppose', 'neutral'), { rule: 'adjudicated' });
  expect(places(load(parted).findings)).toEqual(['23:7 undecided-position']);
  expect(load(parted).findings[0]?.message).toContain('and it is not adjudicated');
  const alike = river(three('oppose', 'oppose', 'oppose'), { rule: 'adjudicated' });
  expect(load(alike).findings).toEqual([]);
  expect(issueOf(alike)?.positions['HUN']?.[0]?.category).toBe(1);
});

test('a rule of the catalog holds where the issue has none', () => {
  const text = river(three('oppose', 'oppose', 'neutral'));
  const adjudicated = text.replace('issues:', 'codingRule: adjudicated\nissues:');
  expect(load(text).findings).toEqual([]);
  expect(places(load(adjudicated).findings)).toEqual(['23:7 undecided-position']);
  const own = adjudicated.replace('    positions:', '    codingRule: median\n    positions:');
  expect(load(own).findings).toEqual([]);
});

test('no median is taken on a scale without sides', () => {
  const text = river(three('state', 'entity', 'both'), { scale: 'recognition' });
  expect(load(text).findings[0]?.message).toContain(
    'a scale without sides has no order to take a median by',
  );
});

test('one stance of a country that changed may be undecided: the earlier one stays', () => {
  const text = river(
    `[{from: 2021-01, stance: oppose}, {from: 2021-06, codings: [${coding('anna', 'support')}, ${coding('ben', 'oppose')}]}]`,
  );
  expect(places(load(text).findings)).toEqual(['22:50 undecided-position']);
  expect(issueOf(text)?.positions['HUN']).toMatchObject([{ from: '2021-01-01', category: 1 }]);
  expect(issueOf(text)?.undecided).toMatchObject([{ country: 'HUN', from: '2021-06-01' }]);
});

test('the median may not be overruled by a stance, unless the issue is adjudicated', () => {
  const text = river(
    three('oppose', 'oppose', 'neutral').replace('{codings', '{stance: support, codings'),
  );
  const { findings, catalog } = load(text);
  expect(catalog).toBeUndefined();
  expect(places(findings)).toEqual(['22:25 median-overruled']);
  const same = text.replace('stance: support,', 'stance: oppose,');
  expect(load(same).findings).toEqual([]);
});

test('a position is as sure as the surest of those that say so, and rests on what they cite', () => {
  const text = river(
    '{codings: [{coder: anna, stance: oppose, confidence: medium, sources: [log]}, {coder: ben, stance: oppose, confidence: low}, {coder: llm, stance: support}]}',
  );
  expect(issueOf(text)?.positions['HUN']?.[0]).toMatchObject({
    confidence: 'medium',
    sources: ['log', 'gazette'],
    codings: [{ sources: ['log'] }, { sources: ['gazette', 'log'] }, { confidence: 'high' }],
  });
  const own = text.replace('{codings', '{confidence: low, sources: [gazette], codings');
  expect(issueOf(own)?.positions['HUN']?.[0]).toMatchObject({
    confidence: 'low',
    sources: ['gazette', 'log'],
    codings: [{ sources: ['log'] }, { sources: ['gazette'] }, { sources: ['gazette'] }],
  });
});

test.each([
  [
    'an unknown coder',
    `{codings: [${coding('bem', 'oppose')}]}`,
    '22:35 unknown-coder',
    'did you mean "ben"? allowed: anna, ben, llm',
  ],
  [
    'a stance off the scale',
    `{codings: [${coding('ben', 'opose')}]}`,
    '22:48 unknown-stance',
    'did you mean "oppose"? allowed: neutral, oppose, strongly-oppose, strongly-support, support',
  ],
  [
    'a coder twice',
    `{codings: [${coding('ben', 'oppose')}, ${coding('ben', 'oppose')}]}`,
    '22:65 coder-twice',
    'keep one; a stance that changed is a list of dated stances, each with its codings',
  ],
  [
    'a model alone',
    `{codings: [${coding('llm', 'oppose')}]}`,
    '22:7 model-alone',
    'let a person code it too, without seeing what the model made of it',
  ],
  [
    'a model alone with a stance beside it',
    `{stance: oppose, codings: [${coding('llm', 'oppose')}]}`,
    '22:7 model-alone',
    'let a person code it too, without seeing what the model made of it',
  ],
  [
    'a source that is not there',
    '{codings: [{coder: ben, stance: oppose, sources: [logg]}]}',
    '22:66 unknown-source',
    'did you mean "log"? allowed: gazette, log',
  ],
  [
    'no such day',
    '{codings: [{coder: ben, stance: oppose, date: 2021-02-30}]}',
    '22:62 date-order',
    'expected YYYY, YYYY-MM or YYYY-MM-DD',
  ],
  [
    'no codings',
    '{codings: []}',
    '22:26 shape',
    'What several coders made of the position, each once.',
  ],
  [
    'neither a stance nor codings',
    '{salience: high}',
    '22:16 shape',
    'A label of the issue’s scale; beside `codings`, the one decided on.',
  ],
])('%s', (_, position, place, hint) => {
  const { findings } = load(river(position));
  expect(places(findings)).toEqual([place]);
  expect(findings[0]?.hint).toBe(hint);
});

test('one coding by a person is a coding like any other', () => {
  expect(load(river(`{codings: [${coding('ben', 'oppose')}]}`)).findings).toEqual([]);
});

test('without any coder, the hint says how one is declared', () => {
  const text = river(`{codings: [${coding('ben', 'oppose')}]}`).replace(
    /coders:\n(?: {2}.*\n)+/,
    '',
  );
  expect(load(text).findings[0]?.hint).toBe(
    'declare who codes: coders: {ben: {name: ..., kind: person}}',
  );
});

test('a median', () => {
  expect(medianCategory([4, 0, 1])).toBe(1);
  expect(medianCategory([0, 1, 1, 4])).toBe(1);
  expect(medianCategory([0, 1, 2, 4])).toBeUndefined();
  expect(medianCategory([3])).toBe(3);
  const median = { rule: 'median', ordered: true } as const;
  expect(decidePosition([0, 1, 1], median)).toEqual({ category: 1, by: 'median' });
  expect(decidePosition([1, 1], median)).toEqual({ category: 1, by: 'unanimous' });
  expect(decidePosition([1, 1], { ...median, rule: 'adjudicated' }, 2)).toEqual({
    category: 2,
    by: 'adjudicated',
  });
});

test.each([
  [
    'coders: [Anna Ábel, ben]',
    'write coders: {anna-abel: {name: Anna Ábel, kind: person}, ben: {name: ben, kind: person}}, and kind: model for a language model',
  ],
  [
    'coders: {ben: Ben Brook}',
    'write ben: {name: Ben Brook, kind: person}, or kind: model for a language model',
  ],
])('%s is answered with what to write', (coders, hint) => {
  const text = river('oppose').replace(/coders:\n(?: {2}.*\n)+/, `${coders}\n`);
  const { findings } = load(text);
  expect(findings.map(({ code }) => code)).toEqual(['shape']);
  expect(findings[0]?.hint).toBe(hint);
});

test('codings by name are answered with a list', () => {
  const { findings } = load(river('{codings: {anna: oppose, ben: support}}'));
  expect(places(findings)).toEqual(['22:26 shape']);
  expect(findings[0]?.hint).toBe(
    'write codings: [{coder: anna, stance: oppose}, {coder: ben, stance: support}]',
  );
});
