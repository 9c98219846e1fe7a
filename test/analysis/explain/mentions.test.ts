import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Basis, mention, mentionCommonest } from '../../../src/analysis/explain/basis.ts';
import type { TellingIssue } from '../../../src/analysis/explain/mentions.ts';
import type { JointIssue } from '../../../src/evidence/dyad.ts';

const scale = { id: 'vote', title: 'Vote', labels: ['no', 'abstain', 'yes'], neutral: 1 };
const side = { code: 'AAA', name: 'A', members: [], categories: new Int8Array() };
const basis = {
  evidence: { scales: [scale], stance: () => undefined },
  dyad: { a: side, b: side },
} as unknown as Basis;

const pairs = [0, 1, 2].map((category) => [category, category] as const);

function toIssue([series, category]: readonly [number, number], i: number): TellingIssue {
  const date = `2000-01-${String(i + 1).padStart(2, '0')}`;
  const issue = {
    id: `i${i}`,
    title: `Text ${series % 3}`,
    series: series === 0 ? undefined : `s${series}`,
    date: { from: date, to: date },
    dateLabel: date,
    scale: 'vote',
  };
  const value = category - 1;
  const joint = {
    selected: { issue, catalog: 'c', scale: 0, index: i },
    held: pairs[category],
    values: [value, value],
  } as unknown as JointIssue;
  return {
    joint,
    id: issue.id,
    depth: 'parallel',
    recorded: undefined,
    salience: [undefined, undefined],
    ballot: true,
    sources: [],
  };
}

const arbitraryIssues = fc
  .array(fc.tuple(fc.nat(6), fc.nat(2)), { maxLength: 28 })
  .map((drawn) => drawn.map(toIssue));

it('the texts that came back most often are the first of all of them by number, then title', () => {
  fc.assert(
    fc.property(arbitraryIssues, fc.integer({ min: 1, max: 4 }), (issues, most) => {
      const all = mention(basis, issues, Infinity)
        .filter(({ n }) => n > 1)
        .toSorted((x, y) => y.n - x.n || (x.title < y.title ? -1 : x.title > y.title ? 1 : 0));
      expect(mentionCommonest(basis, issues, most)).toEqual(all.slice(0, most));
    }),
  );
});

it('of all mentions the first are made where no more are named', () => {
  fc.assert(
    fc.property(arbitraryIssues, fc.nat(4), (issues, most) => {
      const all = mention(basis, issues, Infinity);
      expect(mention(basis, issues, most)).toEqual(all.slice(0, most));
    }),
  );
});
