import { describe, expect, it } from 'vitest';
import type { Mention } from '../../src/analysis/explain/explanation.ts';
import { dateInProse, shortDate } from '../../src/render/kit/dates.ts';
import { createCitations } from '../../src/render/explanation/page.ts';
import { templates } from '../../src/render/explanation/templates.ts';
import type { Wording } from '../../src/render/explanation/text.ts';
import { listed, say, type Text } from '../../src/render/explanation/text.ts';
import {
  mentionWords,
  nameInProse,
  noteWords,
  stanceClause,
  stancesClause,
} from '../../src/render/explanation/words.ts';
import { stanceWords } from '../../src/render/kit/wording.ts';

const voice = { names: ['Norway', 'Sweden'], actors: [false, false], sources: ['s'] } as const;

function words(wording: Wording | Text): string {
  const text = 'text' in wording ? wording.text : wording;
  return text.filter((piece) => typeof piece === 'string').join('');
}

const verdict = {
  band: 'generally-aligned',
  text: 'generally aligned',
  value: 0.8,
  low: 0.7,
  high: 0.9,
  level: 0.95,
  n: 12,
  needed: 5,
  range: [0, 1],
  reason: null,
} as const;

describe('stances in a sentence', () => {
  it.each([
    ['neutral', 'neutral', 'both took no side'],
    ['abstain', 'abstain', 'both abstained'],
    ['absent', 'yes', 'Norway was absent, Sweden voted yes'],
    ['support', 'strongly-support', 'Norway was in favour, Sweden strongly so'],
    ['strongly-oppose', 'oppose', 'Sweden was against, Norway strongly so'],
    ['neutral', 'strongly-oppose', 'Norway took no side, Sweden was strongly against'],
    [
      'between oppose and neutral',
      'oppose',
      'Norway stood between oppose and neutral, Sweden was against',
    ],
  ])('%s and %s', (x, y, expected) => {
    const stances = { scale: 'stance5', positions: [x, y] } as const;
    expect(stancesClause(stances, voice)).toBe(expected);
  });

  it.each([
    ['yes', 'yes', 'Norway voted yes, Sweden would have voted yes'],
    ['abstain', 'no', 'Norway abstained, Sweden would have voted no'],
  ])('an actor has no vote: %s and %s', (x, y, expected) => {
    const stances = { scale: 'vote', positions: [x, y] } as const;
    expect(stancesClause(stances, { ...voice, actors: [false, true] })).toBe(expected);
  });

  it('two actors have none either', () => {
    const stances = { scale: 'vote', positions: ['no', 'no'] } as const;
    expect(stancesClause(stances, { ...voice, actors: [true, true] })).toBe(
      'both would have voted no',
    );
    expect(stanceWords('vote', 'abstain', { actor: true })).toBe('would abstain');
  });

  it.each([
    ['support', 'support', 'the position of both is “support”'],
    ['half-way', 'absent', 'Norway’s position is “half-way”, Sweden’s is “absent”'],
    [
      'strongly-support',
      'support',
      'Norway’s position is “strongly-support”, Sweden’s is “support”',
    ],
    ['between a and b', 'a', 'Norway’s position is between a and b, Sweden’s is “a”'],
  ])('on a scale of its own a label stands for itself: %s and %s', (x, y, expected) => {
    const stances = { scale: 'own', positions: [x, y] } as const;
    expect(stancesClause(stances, voice)).toBe(expected);
    expect([stanceWords('own', x), stanceWords('own', y)]).toEqual([x, y]);
  });

  it('a name with an s at its end has no second one', () => {
    expect(stanceClause('the United States', 'own', 'yes')).toBe(
      'the United States’ position is “yes”',
    );
  });
});

describe('the verdict', () => {
  it('gives the numbers behind its adjective', () => {
    expect(words(templates.verdict(verdict, voice))).toBe(
      'Norway and Sweden are generally aligned: over 12 joint issues their agreement is 0.80 (95 % interval 0.70 to 0.90), where 0 is opposite and 1 the same throughout.',
    );
  });

  it.each([1, 4])('of %d joint issues is none', (n) => {
    const text = words(templates.verdict({ ...verdict, band: 'thin-evidence', n }, voice));
    expect(text).toContain(`${n} joint issue${n === 1 ? '' : 's'} on record: too few`);
    expect(text).not.toMatch(/align|diverge|agreement/);
  });

  it('without an interval says why', () => {
    const none = { ...verdict, low: null, high: null, reason: 'no interval: all alike' };
    expect(words(templates.verdict(none, voice))).toContain('(without an interval');
  });
});

describe('counts and shares', () => {
  it.each([
    [19, false],
    [20, true],
  ])('of %d issues: per cent %s', (aligned, asShare) => {
    const data = { aligned, joint: 5, coordinated: 0, parallel: aligned - 5, coordination: 0.113 };
    if (asShare) expect(words(templates.depth(data, voice))).toContain('on 5 (11 % by weight)');
    expect(words(templates.depth(data, voice)).includes('%')).toBe(asShare);
  });

  it.each([
    [0.5, 'closer than 50 % of 410 pairs on the same issues; typical 0.62'],
    [1, 'closer than all 410 pairs'],
    [0.999, 'closer than 99 % of 410 pairs'],
    [0.001, 'closer than 1 % of 410 pairs'],
    [0, 'closer than none of 410 pairs'],
  ])('percentile %d', (value, expected) => {
    const text = words(templates.percentile({ value, dyads: 410, typical: 0.62 }, voice));
    expect(text).toContain(expected);
  });

  it('one of a kind is singular', () => {
    const data = { n: 1, opposed: 0, apart: 1, noSide: [0, 1], unsided: 0 } as const;
    expect(words(templates['apart-counts'](data, voice))).toBe(
      'They part on 1 issue: only one took a side (Sweden took none).',
    );
  });
});

describe('silence', () => {
  it('is no stance', () => {
    const data = { side: 0, n: 1, titles: ['Cod'] } as const;
    expect(words(templates['one-sided'](data, voice))).toBe(
      'Only Norway is on record on 1 issue: “Cod”; the silence of Sweden is no stance.',
    );
  });

  it('of the record on interactions is not their absence', () => {
    const text = words(templates['no-interactions']({ catalogs: ['Cod wars'] }, voice));
    expect(text).toContain('Cod wars');
    expect(text).toContain('does not mean that there was none');
  });
});

const mention: Mention = {
  title: 'Ban on nets',
  rivals: false,
  issues: ['a'],
  n: 1,
  dates: ['2018-05-01', '2018-05-01'],
  scale: 'vote',
  positions: ['yes', 'no'],
  ballot: true,
  depth: 'opposed',
  notes: [null, null],
  together: null,
  stake: null,
  sources: [],
};

describe('titles, names and notes', () => {
  it('rival drafts of one day are not one text several times', () => {
    expect(mentionWords({ ...mention, rivals: true, n: 3 })).toBe(
      '“Ban on nets” and the like (3 votes, 2018)',
    );
  });

  it('recurring votes are one mention with their number and years', () => {
    const dates = ['2018-05-01', '2020-05-01'] as const;
    expect(mentionWords({ ...mention, n: 3, dates })).toBe('“Ban on nets” (3 votes, 2018–2020)');
  });

  it('a vote has its year once', () => {
    expect(mentionWords(mention)).toBe('“Ban on nets” (2018)');
    expect(mentionWords({ ...mention, title: 'Ban on nets (2018)' })).toBe('“Ban on nets (2018)”');
  });

  it('some countries have an article', () => {
    expect(['United States', 'Netherlands', 'Norway', 'Nigeria'].map(nameInProse)).toEqual([
      'the United States',
      'the Netherlands',
      'Norway',
      'Nigeria',
    ]);
  });

  it('notes keep whole sentences and end in a full stop', () => {
    expect(noteWords('Said so')).toBe('Said so.');
    expect(noteWords('First. Second one is longer.', 10)).toBe('First.');
    expect(noteWords('First. Second.', 100)).toBe('First. Second.');
    expect(noteWords('word '.repeat(200)).length).toBeLessThan(300);
  });

  it('lists have commas, or semicolons where there are commas within', () => {
    expect(words(listed(['a', 'b', 'c']))).toBe('a, b and c');
    expect(words(listed(['a, b', 'c'], ';'))).toBe('a, b; and c');
    expect(words(say`${listed(['a'])}.`)).toBe('a.');
  });
});

it.each([
  ['2016', '2016', '2016'],
  ['2019-11', 'November 2019', 'Nov 2019'],
  ['2020-06-05', '5 June 2020', '5 Jun 2020'],
  ['2020-09-21/2020-09-26', '21–26 September 2020', '21–26 Sep 2020'],
  ['2020-09-28/2020-10-01', '28 September – 1 October 2020', '28 Sep – 1 Oct 2020'],
  ['2018/2019-12', '2018 – December 2019', '2018 – Dec 2019'],
  ['2019-12-30/2020-01-02', '30 December 2019 – 2 January 2020', '30 Dec 2019 – 2 Jan 2020'],
])('the date %s', (label, long, short) => {
  expect([dateInProse(label), shortDate(label)]).toEqual([long, short]);
});

describe('marks', () => {
  const source = (id: string) => ({ id, title: id });
  const known = { a: source('a'), b: source('b'), c: source('c') };

  it('count from 1 in the order of citation, and cite the first of many always', () => {
    const { numbersOf, sources } = createCitations(known);
    expect(numbersOf(['b'], 2)).toEqual([1]);
    expect(numbersOf(['a', 'c', 'b'], 2)).toEqual([1, 2]);
    expect(numbersOf(['c', 'b'], 1)).toEqual([3]);
    expect(sources().map(({ id }) => id)).toEqual(['b', 'a', 'c']);
  });

  it('leave out what no catalog describes', () => {
    expect(createCitations(known).numbersOf(['unknown'], 2)).toEqual([]);
  });
});
