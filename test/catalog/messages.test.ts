import { describe, expect, it } from 'vitest';
import { load, places } from './load-text.ts';

const sound = `catalog: mine
title: Mine
sources:
  paper: {title: A paper}
topics: {security: Security}
groups: {two: [China, India]}
issues:
  - id: one
    title: The first
    topic: security
    date: 2020
    positions:
      China: {stance: support, sources: [paper]}
      Russia: {stance: oppose, sources: [paper]}
  - id: two
    title: The second
    topic: security
    date: 2020
    positions:
      China: {stance: support, sources: [paper]}
      Russia: {stance: oppose, sources: [paper]}
`;

function broken(from: string, to: string): string {
  expect(sound).toContain(from);
  return sound.replace(from, to);
}

const russia = 'Russia: {stance: oppose, sources: [paper]}';
const labels = 'strongly-oppose, oppose, neutral, support, strongly-support';
const ids = 'ids are lower-case letters and digits, with single - . or _ between them';

it('the catalog that is broken below has nothing to complain about', () => {
  expect(load(sound).findings).toEqual([]);
});

describe('a common mistake is named once, at its place, with what to write', () => {
  it.each([
    [
      'the key after an id by one space too few',
      broken('    title: The first', '   title: The first'),
      '9:4 yaml-missing-char',
      'this line is indented by 3 spaces, and no entry above it is',
      'indent it by 4 spaces, to stand under "id" of line 8',
    ],
    [
      'an entry by one space too many',
      broken('      Russia: {', '       Russia: {'),
      '14:8 yaml-bad-indent',
      'this line is indented by 7 spaces, and no entry above it is',
      'indent it by 6 spaces, to stand under "China" of line 13, or that line by 7',
    ],
    [
      'a key further in than the one before it',
      broken('    topic: security', '     topic: security'),
      '10:6 yaml-block-as-implicit-key',
      'this line is indented by 5 spaces, and no entry above it is',
      'indent it by 4 spaces, to stand under "title" of line 9, or that line by 5',
    ],
    [
      'what belongs to a key, not further in than that',
      broken('    positions:\n      China', '    positions:\n   China'),
      '13:4 yaml-missing-char',
      'this line is indented by 3 spaces, which puts it nowhere',
      'indent it by 6 spaces, if it belongs to "positions" of line 12',
    ],
    [
      'an entry of a list, under the dash of the others',
      broken('  - id: two', '   - id: two'),
      '15:4 yaml-bad-indent',
      'this line is indented by 3 spaces, and no entry above it is',
      'indent it by 2 spaces, as the entry of line 8',
    ],
    [
      'a key behind a remark',
      broken('    topic: security', '    # remark\n   topic: security'),
      '11:4 yaml-missing-char',
      'this line is indented by 3 spaces, and no entry above it is',
      'indent it by 4 spaces, to stand under "title" of line 9, or that line by 3',
    ],
    [
      'a key that opens a mapping, by what it opens',
      broken('  paper: {title: A paper}', '  a:\n    title: A\n   paper:\n    title: A paper'),
      '6:4 yaml-bad-indent',
      'this line is indented by 3 spaces, and no entry above it is',
      'indent it by 2 spaces, to stand under "a" of line 4',
    ],
    [
      'a comma between two countries',
      broken('[China, India]', '[China South Korea, India]'),
      '6:16 unknown-country',
      'no country is called "China South Korea"',
      'entries of a list stand apart by commas: write China, South Korea',
    ],
    [
      'a comma in a mapping',
      broken('{stance: support,', '{stance: support'),
      '13:31 yaml-block-in-flow',
      'a comma is missing before "sources:"',
      'entries in { } and [ ] stand apart by commas: write support, sources:',
    ],
    [
      'a comma after a list',
      broken('[paper]}', '[paper] note: n}'),
      '13:49 yaml-unexpected-token',
      'a comma is missing before "note:"',
      'entries in { } and [ ] stand apart by commas: write [paper], note:',
    ],
    [
      'a comma in a list of declared ids',
      broken('sources: [paper]', 'sources: [paper paper]'),
      '13:42 shape',
      'entry 1 of sources cannot be "paper paper"',
      'entries of a list stand apart by commas: write paper, paper',
    ],
    [
      'a bloc of the catalog as holder of a position',
      broken('Russia: {', 'Two: {'),
      '14:7 unknown-country',
      '"Two" is a bloc, and only countries and actors can stand here',
      'write its members instead, each on its own: China, India',
    ],
    [
      'an organisation as holder of a position',
      broken('Russia: {', 'NATO: {'),
      '14:7 unknown-country',
      '"NATO" is an organisation, and only countries and actors can stand here',
      'write the countries that are meant, each on its own; or, if the stance is its own, declare it: actors: {nato: NATO}',
    ],
    [
      'a territory',
      broken('Russia', 'greenland'),
      '14:7 unknown-country',
      '"greenland" is no country: Denmark speaks for it',
      'write Denmark if that is whose position it is, or leave it out',
    ],
    [
      'a number for a stance',
      broken(russia, 'usa: 1'),
      '14:12 shape',
      '"usa" must be a stance, a mapping with a stance, or a list of dated stances, not the number 1',
      `write a label of the issue’s scale: ${labels}`,
    ],
    [
      'a number within a stance',
      broken('stance: support', 'stance: -1'),
      '13:23 shape',
      '"stance" must be text, not the number -1',
      `write a label of the issue’s scale: ${labels}`,
    ],
    [
      'a duplicate id, without what follows from it',
      broken('id: two', 'id: one'),
      '15:9 duplicate-id',
      'the id "one" is taken already by entry 1 of issues',
      'give each entry an id of its own, such as one-2',
    ],
    [
      'one source without brackets',
      broken('sources: [paper]', 'sources: paper'),
      '13:41 shape',
      '"sources" must be a list, not text',
      'write sources: [paper]',
    ],
    [
      'a source without brackets that is not declared',
      broken('sources: [paper]', 'sources: council'),
      '13:41 shape',
      '"sources" must be a list, not text',
      'write sources: [council], and declare council in the catalog’s own sources: {council: {title: ...}}',
    ],
    [
      'a topic by its title',
      broken('topic: security', 'topic: Security'),
      '10:12 shape',
      '"topic" cannot be "Security"',
      `write security; ${ids}`,
    ],
    [
      'a topic that is not declared',
      broken('topic: security', 'topic: Human Rights'),
      '10:12 shape',
      '"topic" cannot be "Human Rights"',
      `write human-rights, and declare it in topics; ${ids}`,
    ],
    [
      'the id of an issue',
      broken('id: one', 'id: Ladakh Crisis (2020)'),
      '8:9 shape',
      '"id" cannot be "Ladakh Crisis (2020)"',
      `write ladakh-crisis-2020; ${ids}`,
    ],
    [
      'the key of a declaration',
      broken('topics: {', 'topics: {Économie: Economy, '),
      '5:10 shape',
      '"Économie" cannot be a name here',
      `write economie; ${ids}`,
    ],
  ])('%s', (_, text, place, message, hint) => {
    const { findings } = load(text);
    expect(places(findings)).toEqual([place]);
    expect(findings[0]).toMatchObject({ message, hint });
  });

  it.each([
    ['an empty list', 'issues: []\n', '7:9 no-issues'],
    ['no list', '', '1:10 no-issues'],
  ])('a catalog without issues: %s', (_, issues, place) => {
    const start = sound.slice(0, sound.indexOf('issues:'));
    const text = issues === '' ? start.replace(/groups.*\n/, '') : start;
    const finding = load(text + issues).findings.find(({ code }) => code === 'no-issues');
    expect(places([finding!])).toEqual([place]);
    expect(finding).toMatchObject({
      severity: 'warning',
      message: 'the catalog has no issues',
      hint: 'write one under issues, such as - {id: dam-2024, title: The dam, topic: security, date: 2024, positions: {China: support, India: oppose}}',
    });
  });

  it('a number that is a label of the scale needs quotes', () => {
    const text = broken(russia, 'usa: 1').replace('    date: 2020', '    date: 2020\n    scale: n');
    const { findings } = load(text.replace('topics:', 'scales: {n: ["0", "1"]}\ntopics:'));
    expect(findings.find(({ message }) => message.startsWith('"usa"'))?.hint).toBe(
      'put it in quotes to make it text',
    );
  });

  it('a catalog of blocs or records alone lacks nothing', () => {
    expect(load('catalog: g\ntitle: G\ngroups: {two: [China, India]}\n').findings).toEqual([]);
  });
});

describe('what is no such slip keeps the words of the parser', () => {
  it.each([
    ['a colon in a text', broken('title: The first', 'title: The first: a title'), 9],
    ['a bracket that stays open', broken('[paper]}\n      Russia', '[paper]\n      Russia'), 13],
  ])('%s', (_, text, line) => {
    const { findings } = load(text);
    expect(findings[0]?.message).not.toMatch(/this line is indented|comma/);
    expect(findings[0]?.line).toBeGreaterThanOrEqual(line);
    expect(findings[0]?.hint).toBeTruthy();
  });
});
