import { describe, expect, it } from 'vitest';
import { keepApart } from '../../src/catalog/keep-apart.ts';
import type { Catalog } from '../../src/catalog/model.ts';
import { load, places } from './load-text.ts';

const sound = `catalog: mine
title: Mine
sources:
  paper: {title: A paper}
topics: {security: Security}
groups: {two: {title: The Two, members: [China, India]}}
actors:
  newsroom: Our newsroom
  greens: {title: The Greens, note: Their programme., sources: [paper]}
issues:
  - id: one
    title: The first
    topic: security
    date: 2020
    sources: [paper]
    positions: {China: support, newsroom: oppose, greens: [{from: 2020-02, stance: oppose}]}
    coordination: [{between: [newsroom, greens], depth: joint}]
  - id: two
    title: The second
    topic: security
    date: 2020
    sources: [paper]
    vote: {body: UNGA, resolution: A/RES/75/1}
    votes: {yes: [China], no: [India]}
    positions: {newsroom: abstain}
interactions:
  - {id: talk, title: A talk, date: 2020, between: [China, India], cameo: "036", sources: [paper]}
`;

function broken(from: string, to: string): string {
  expect(sound).toContain(from);
  return sound.replace(from, to);
}

function catalogOf(text: string): Catalog {
  const { catalog, findings } = load(text);
  expect(findings).toEqual([]);
  return catalog!;
}

describe('actors of a catalog', () => {
  it('hold positions under their ids, beside votes too', () => {
    const { actors, issues } = catalogOf(sound);
    expect(actors).toEqual({
      newsroom: { id: 'newsroom', title: 'Our newsroom', sources: [] },
      greens: { id: 'greens', title: 'The Greens', note: 'Their programme.', sources: ['paper'] },
    });
    expect(issues.map(({ positions }) => Object.keys(positions))).toEqual([
      ['CHN', 'greens', 'newsroom'],
      ['CHN', 'IND', 'newsroom'],
    ]);
    expect(issues[1]?.positions['newsroom']?.[0]?.category).toBe(1);
    expect(issues[0]?.coordination[0]?.between).toEqual(['newsroom', 'greens']);
  });

  it.each([
    [
      'an id that is a country',
      broken('  newsroom: Our', '  usa: An office\n  newsroom: Our'),
      ['8:3 actor-name', '8:3 unused-actor'],
      'the id "usa" of the actor means a country: United States',
      'give the actor an id of its own, such as usa-actor; a country holds positions without being declared',
    ],
    [
      'an id that may be several countries',
      broken('  newsroom: Our', '  korea: An office\n  newsroom: Our'),
      ['8:3 actor-name', '8:3 unused-actor'],
      'the id "korea" of the actor means a country: South Korea or North Korea',
      'give the actor an id of its own, such as korea-actor; a country holds positions without being declared',
    ],
    [
      'a name that is a country',
      broken('title: The Greens', 'title: Frankreich'),
      ['9:19 actor-name'],
      'the name "Frankreich" of the actor means a country: France',
      'give the actor a name of its own; a country holds positions without being declared',
    ],
    [
      'the id of a bloc',
      broken('{two: {title', '{greens: {title'),
      ['9:3 actor-name'],
      'the id "greens" of the actor is that of the bloc greens too',
      'give the actor an id of its own, such as greens-actor',
    ],
    [
      'the name of a bloc',
      broken('newsroom: Our newsroom', 'newsroom: the two'),
      ['8:13 actor-name'],
      'the name "the two" of the actor is that of the bloc two too',
      'give the actor a name of its own',
    ],
    [
      'the name of another actor',
      broken('newsroom: Our newsroom', 'newsroom: the greens'),
      ['8:13 actor-name', '9:19 actor-name'],
      'the name "the greens" of the actor is that of the actor greens too',
      'give the actor a name of its own',
    ],
    [
      'an actor without a position',
      broken('  newsroom: Our', '  labour: The Labour Party\n  newsroom: Our'),
      ['8:3 unused-actor'],
      'the actor "labour" has no position',
      'give it one, such as positions: {labour: support}, or remove it',
    ],
    [
      'a misspelt actor',
      broken('newsroom: oppose', 'newsrom: oppose'),
      ['16:33 unknown-country', '17:31 coordination-without-position'],
      'no country or actor is called "newsrom"',
      'did you mean newsroom?',
    ],
    [
      'an actor by its name',
      broken('newsroom: oppose', 'Our newsroom: oppose'),
      ['16:33 unknown-country', '17:31 coordination-without-position'],
      'no country or actor is called "Our newsroom"',
      'write the id of the actor: newsroom',
    ],
    [
      'an actor that votes',
      broken('no: [India]', 'no: [India, greens]'),
      ['24:39 unknown-country'],
      '"greens" is an actor, and only countries can stand here',
      'an actor has no vote: give its stance on the text in `positions`, beside the votes',
    ],
    [
      'an actor that submits a draft',
      broken('A/RES/75/1}', 'A/RES/75/1, submitters: greens}'),
      ['23:60 unknown-country'],
      '"greens" is an actor, and only countries can stand here',
      'name the countries that submitted the draft, or leave it out',
    ],
    [
      'an actor in a bloc',
      broken('[China, India]}}', '[China, greens]}}'),
      ['6:49 unknown-country'],
      '"greens" is an actor, and only countries can stand here',
      'blocs are of countries; leave it out',
    ],
    [
      'an actor in an interaction',
      broken('between: [China, India], cameo', 'between: [China, greens], cameo'),
      ['27:60 unknown-country'],
      '"greens" is an actor, and only countries can stand here',
      'interactions are between countries; leave it out',
    ],
    [
      'a country with a position beside votes',
      broken('{newsroom: abstain}', '{newsroom: abstain, Cuba: yes}'),
      ['24:5 no-positions'],
      'two has both positions and votes',
      'a recorded ballot has `votes`, anything else `positions`; make two issues of it',
    ],
    [
      'a source of an actor that is not declared',
      broken('programme., sources: [paper]', 'programme., sources: [other]'),
      ['9:65 unknown-source'],
      'no source is called "other"',
      'allowed: paper',
    ],
    [
      'an actor without a name',
      broken('title: The Greens, note', 'note'),
      ['9:11 shape'],
      '"title" is missing',
      'Its name.',
    ],
  ])('%s is told', (_, text, found, message, hint) => {
    const { findings } = load(text);
    expect(places(findings)).toEqual(found);
    expect({ message: findings[0]?.message, hint: findings[0]?.hint }).toEqual({ message, hint });
  });
});

describe('actors of several catalogs', () => {
  const other = (title: string) =>
    catalogOf(sound.replace('catalog: mine', 'catalog: other').replace('Our newsroom', title));

  it('are one where they have one name', () => {
    const [mine, same] = [catalogOf(sound), other('Our newsroom')];
    expect(keepApart([mine, same])).toEqual([mine, same]);
  });

  it('are kept apart with all that they hold where they have not', () => {
    const [mine] = keepApart([catalogOf(sound), other('Another newsroom')]);
    expect(Object.keys(mine!.actors)).toEqual(['mine/newsroom', 'greens']);
    expect(mine!.actors['mine/newsroom']?.id).toBe('mine/newsroom');
    expect(Object.keys(mine!.issues[1]!.positions)).toEqual(['CHN', 'IND', 'mine/newsroom']);
    expect(mine!.issues[0]!.coordination[0]!.between).toEqual(['mine/newsroom', 'greens']);
  });

  it('are kept apart from blocs of the same id', () => {
    const blocs = 'catalog: blocs\ntitle: Blocs\ngroups: {greens: [China, India]}\n';
    const [mine, others] = keepApart([catalogOf(sound), catalogOf(blocs)]);
    expect(Object.keys(mine!.actors)).toEqual(['newsroom', 'mine/greens']);
    expect(Object.keys(others!.groups)).toEqual(['blocs/greens']);
  });
});
