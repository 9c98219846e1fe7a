import { describe, expect, it } from 'vitest';
import { compareMemberships, organisationOf } from '../../src/analysis/memberships.ts';
import { blocSide } from '../../src/evidence/side.ts';
import type { SelectionFilter } from '../../src/evidence/evidence.ts';
import {
  evidenceOf,
  type Held,
  type IssueSketch,
  sidesOf,
  storedEvidenceOf,
} from '../evidence/catalogs.ts';
import { scoreOf } from './scores.ts';

const membership = (
  name: string,
  held: IssueSketch['held'],
  rest: Partial<IssueSketch> = {},
): IssueSketch => ({
  id: `membership-${name.toLowerCase()}`,
  title: `${name} membership`,
  scale: 'membership',
  topics: ['memberships'],
  held,
  ...rest,
});

const issues: IssueSketch[] = [
  membership('SCO', { AAA: 'member', BBB: 'member', CCC: 'associated' }),
  membership('CIS', { AAA: 'outside', BBB: 'member', CCC: 'associated' }),
  membership('NATO', { AAA: 'outside', BBB: 'outside', CCC: 'member' }),
  membership('Arctic Council', { AAA: 'associated', BBB: 'member', CCC: 'associated' }),
  membership('Silent', { AAA: 'member' }),
  { id: 'vote', held: { AAA: 'yes', BBB: 'no', CCC: 'yes' } },
];

function memberships(
  a: string,
  b: string,
  sketches: readonly IssueSketch[] = issues,
  filter: Partial<SelectionFilter> = {},
) {
  const evidence = evidenceOf(sketches, filter);
  const [first, second] = sidesOf(evidence, a, b);
  return compareMemberships(evidence, first!, second!);
}

const titles = (list: readonly { readonly title: string }[]) => list.map(({ title }) => title);

describe('memberships', () => {
  it('are those of both, or of one where the other is known not to have it', () => {
    const { both, a, b, associated } = memberships('AAA', 'BBB');
    expect([both, a, b].map(titles)).toEqual([['SCO'], [], ['Arctic Council', 'CIS']]);
    expect(Object.values(associated).map(titles)).toEqual([[], ['Arctic Council'], []]);
  });

  it('of associates are apart from those of members', () => {
    const { both, a, b, associated } = memberships('AAA', 'CCC');
    expect([both, a, b].map(titles)).toEqual([[], ['SCO'], ['NATO']]);
    expect(Object.values(associated).map(titles)).toEqual([['Arctic Council'], [], ['CIS', 'SCO']]);
  });

  it('are in no count, whatever the score', () => {
    const [with_, without] = [issues, issues.slice(-1)].map((all) =>
      scoreOf(evidenceOf(all), 'AAA', 'BBB'),
    );
    expect({ ...with_, memberships: without!.memberships }).toEqual(without);
    expect(with_!.coverage).toMatchObject({ issues: 1, a: 1, b: 1, joint: 1 });
  });

  it('are the same of a catalog as the build stores it', () => {
    const evidence = storedEvidenceOf(issues);
    const [a, b] = sidesOf(evidence, 'AAA', 'BBB');
    expect(compareMemberships(evidence, a!, b!)).toEqual(memberships('AAA', 'BBB'));
    expect(evidence.positions.get('AAA')).toHaveLength(1);
  });

  it('stay among the issues where everything is to be listed', () => {
    const evidence = evidenceOf(issues, { withMemberships: true });
    expect(evidence.issues).toHaveLength(6);
    expect(evidence.memberships.issues).toEqual([]);
  });
});

describe('the entry in force', () => {
  const changed = membership(
    'Union',
    {
      AAA: [
        { stance: 'outside', from: '2000-01-01' },
        { stance: 'member', from: '2015-03-01' },
      ] satisfies Held[],
      BBB: { stance: 'member', from: '2001-05-01' },
    },
    { date: ['2000-01-01', '2020-12-31'] },
  );

  it('is that of the end of the period, and since it the later of two', () => {
    expect(memberships('AAA', 'BBB', [changed])).toMatchObject({
      both: [{ id: 'membership-union', title: 'Union', since: '2015-03-01' }],
    });
    expect(memberships('AAA', 'BBB', [changed], { to: '2014-12-31' })).toMatchObject({
      both: [],
      b: [{ title: 'Union', since: '2001-05-01' }],
    });
  });

  it('lasts beyond its date, and counts from its date if nothing else is known', () => {
    const old = membership('Pact', { AAA: 'member', BBB: 'member' }, { date: '1999-04-01' });
    expect(memberships('AAA', 'BBB', [old], { from: '2010-01-01' }).both).toEqual([
      { id: 'membership-pact', title: 'Pact', since: '1999-04-01' },
    ]);
  });

  it('of a series is the last, once', () => {
    const entry = (year: number, AAA: string): IssueSketch => ({
      ...membership('BRICS', { AAA, BBB: 'member' }, { date: `${year}-01-01`, series: 'brics' }),
      id: `brics-${year}`,
      title: `BRICS membership, ${year}`,
    });
    const both = [entry(2020, 'outside'), entry(2024, 'member')];
    expect(memberships('AAA', 'BBB', both).both).toMatchObject([
      { id: 'brics-2024', title: 'BRICS' },
    ]);
    expect(memberships('AAA', 'BBB', both, { to: '2021-01-01' }).b).toMatchObject([
      { id: 'brics-2020', title: 'BRICS' },
    ]);
  });

  it('passes over what is coded with too little confidence', () => {
    const unsure = membership('Pact', {
      AAA: 'member',
      BBB: { stance: 'member', confidence: 'low' },
    });
    expect(memberships('AAA', 'BBB', [unsure], { minConfidence: 'medium' }).both).toEqual([]);
    expect(memberships('AAA', 'BBB', [unsure]).both).toHaveLength(1);
  });

  it('of a bloc is what all its members are', () => {
    const evidence = evidenceOf([
      membership('All', { AAA: 'member', MMM: 'member', NNN: 'member' }),
      membership('Some', { AAA: 'member', MMM: 'member', NNN: 'outside' }),
      membership('Unknown', { AAA: 'member', MMM: 'member' }),
      membership('None', { AAA: 'member', MMM: 'outside', NNN: 'outside' }),
    ]);
    const [a] = sidesOf(evidence, 'AAA');
    const bloc = blocSide(evidence, { code: 'b', name: 'B', members: ['MMM', 'NNN'] }, 'median');
    const found = compareMemberships(evidence, a!, bloc);
    expect([found.both, found.a, found.b].map(titles)).toEqual([['All'], ['None'], []]);
  });
});

it.each([
  ['SCO membership', 'SCO'],
  ['Membership of NATO', 'NATO'],
  ['Membership in the African Union', 'African Union'],
  ['BRICS membership (2024)', 'BRICS'],
  ['BRICS, membership since the summit', 'BRICS'],
  ['Membership', 'Membership'],
  ['Eurasian Economic Union', 'Eurasian Economic Union'],
])('the organisation of “%s” is %s', (title, name) => {
  expect(organisationOf(title)).toBe(name);
});
