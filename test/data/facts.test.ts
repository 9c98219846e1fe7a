/**
 * Spot checks of the bundled data against what the sources say, written from the record and not
 * from the files under test.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { catalogSchema, type CatalogFile } from '../../src/catalog/schema.ts';

const read = (path: string): unknown =>
  parse(readFileSync(new URL(`../../data/${path}`, import.meta.url), 'utf8'));

const unga = catalogSchema.parse(read('catalogs/un-general-assembly.yaml'));
const unsc = catalogSchema.parse(read('catalogs/un-security-council.yaml'));
const eurasia = catalogSchema.parse(read('catalogs/eurasia-2020.yaml'));
const cameo = read('cameo.yaml') as {
  codes: Record<string, { label: string; goldstein: number }>;
};

/** Members of a bloc on 21 October 2020, as the catalog of that day names them. */
function membersThen(id: string): readonly string[] {
  const group = eurasia.groups?.[id] ?? [];
  const members = Array.isArray(group) ? group : group.members;
  return members.flatMap((member) =>
    typeof member === 'string'
      ? member
      : Object.entries(member).flatMap(([name, { from = '', to = '9999' }]) =>
          from <= '2020-10-21' && '2020-10-21' <= to ? name : [],
        ),
  );
}

type Issue = NonNullable<CatalogFile['issues']>[number];

const ballots = ['yes', 'no', 'abstain', 'absent'] as const;

function issueOf(catalog: CatalogFile, id: string): Issue {
  const issue = catalog.issues?.find((candidate) => candidate.id === id);
  if (!issue) throw new Error(`no issue ${id}`);
  return issue;
}

function issuesOf(catalog: CatalogFile): readonly Issue[] {
  return catalog.issues ?? [];
}

/** How a country voted: `none` if it is in no list, every ballot if it is in several. */
function ballot(issue: Issue, country: string): string {
  const found = ballots.filter((choice) => issue.votes?.[choice]?.includes(country));
  return found.length === 0 ? 'none' : found.join('+');
}

/** The labels a country held on an issue, oldest first, or `none`. */
function stances(id: string, country: string): string {
  const position = issueOf(eurasia, id).positions?.[country];
  if (position === undefined) return 'none';
  if (typeof position === 'string') return position;
  return [position]
    .flat()
    .map(({ stance }) => stance)
    .join(' > ');
}

function event(id: string) {
  const found = eurasia.interactions?.find((candidate) => candidate.id === id);
  if (!found) throw new Error(`no interaction ${id}`);
  return found;
}

function coordinationDepth(catalog: CatalogFile, id: string, ...countries: string[]) {
  return issueOf(catalog, id).coordination?.find(
    ({ between }) =>
      between.length === countries.length && countries.every((c) => between.includes(c)),
  )?.depth;
}

describe('votes of the General Assembly', () => {
  const early = issuesOf(unga).filter(({ date }) => String(date) < '2021');
  const late = issuesOf(unga).filter((issue) => !early.includes(issue));
  const statesOf = (issues: readonly Issue[]) =>
    issues.flatMap(({ votes }) => ballots.flatMap((b) => votes?.[b] ?? []));

  it('has 81 votes of 66 states up to 2020', () => {
    expect(early).toHaveLength(81);
    expect(new Set(statesOf(early)).size).toBe(66);
    expect(statesOf(early)).toHaveLength(81 * 66 - 8);
  });

  it('has 120 votes of all 193 members since 2021, each list as long as the tally says', () => {
    expect(late).toHaveLength(120);
    expect(new Set(statesOf(late)).size).toBe(193);
    expect(statesOf(late)).toHaveLength(120 * 193);
    for (const { id, vote, votes } of late)
      for (const choice of ['yes', 'no', 'abstain'] as const)
        expect([id, votes?.[choice]?.length ?? 0]).toEqual([id, vote?.result?.[choice]]);
  });

  it('has votes of each year', () => {
    const years = [2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025].map(
      (year) => issuesOf(unga).filter(({ date }) => String(date).startsWith(`${year}`)).length,
    );
    expect(years).toEqual([12, 23, 16, 19, 28, 18, 24, 31]);
  });

  it.each([
    ['unga-60-251', 'usa', 'no'],
    ['unga-60-251', 'blr', 'abstain'],
    ['unga-60-251', 'prk', 'absent'],
    ['unga-62-149', 'chn', 'no'],
    ['unga-62-149', 'rus', 'yes'],
    ['unga-62-149', 'kor', 'abstain'],
    ['unga-62-243', 'rus', 'no'],
    ['unga-62-243', 'usa', 'no'],
    ['unga-62-243', 'tur', 'yes'],
    ['unga-63-3', 'rus', 'yes'],
    ['unga-63-3', 'usa', 'no'],
    ['unga-64-296', 'ukr', 'absent'],
    ['unga-67-19', 'gbr', 'abstain'],
    ['unga-67-19', 'chn', 'yes'],
    ['unga-68-262', 'chn', 'abstain'],
    ['unga-68-262', 'rus', 'no'],
    ['unga-68-262', 'usa', 'yes'],
    ['unga-68-262', 'arm', 'no'],
    ['unga-68-262', 'kaz', 'abstain'],
    ['unga-68-262', 'srb', 'absent'],
    ['unga-68-262', 'isr', 'none'],
    ['unga-71-5', 'usa', 'abstain'],
    ['unga-72-4', 'usa', 'no'],
    ['unga-72-190', 'chn', 'no'],
    ['unga-72-190', 'isr', 'yes'],
    ['unga-72-190', 'ind', 'no'],
    ['unga-es-10-19', 'can', 'abstain'],
    ['unga-73-165', 'chn', 'absent'],
    ['unga-73-165', 'rus', 'abstain'],
    ['unga-73-195', 'hun', 'no'],
    ['unga-73-195', 'ita', 'abstain'],
    ['unga-74-19', 'tur', 'no'],
    ['unga-74-49', 'rus', 'abstain'],
    ['unga-74-78', 'prk', 'no'],
    ['unga-74-136', 'ukr', 'no'],
    ['unga-74-168', 'chn', 'no'],
    ['unga-74-168', 'pak', 'abstain'],
    ['unga-74-247', 'usa', 'no'],
    ['unga-75-87', 'usa', 'no'],
    ['unga-75-239', 'chn', 'absent'],
    ['unga-75-240', 'ind', 'abstain'],
    ['unga-es-11-1', 'chn', 'abstain'],
    ['unga-es-11-1', 'eri', 'no'],
    ['unga-es-11-3', 'chn', 'no'],
    ['unga-es-11-4', 'nic', 'no'],
    ['unga-es-11-4', 'ind', 'abstain'],
    ['unga-es-10-21', 'gbr', 'abstain'],
    ['unga-es-11-7', 'usa', 'no'],
    ['unga-es-11-7', 'isr', 'no'],
    ['unga-es-11-8', 'usa', 'abstain'],
    ['unga-80-54', 'rus', 'no'],
    ['unga-80-223', 'usa', 'yes'],
  ])('%s: %s is %s', (id, country, vote) => {
    expect(ballot(issueOf(unga, id), country)).toBe(vote);
  });

  it('has China turn from abstaining to against on the militarisation of Crimea', () => {
    const votes = ['unga-73-194', 'unga-74-17', 'unga-75-29'];
    expect(votes.map((id) => ballot(issueOf(unga, id), 'chn'))).toEqual(['abstain', 'no', 'no']);
  });

  it.each([
    ['unga-68-262', '2014-03-27', 68, { yes: 100, no: 11, abstain: 58 }],
    ['unga-74-168', '2019-12-18', 74, { yes: 65, no: 23, abstain: 83 }],
    ['unga-62-249', '2008-05-15', 62, { yes: 13, no: 11, abstain: 106 }],
    ['unga-75-181', '2020-12-16', 75, { yes: 131, no: 56, abstain: 0 }],
    ['unga-es-10-19', '2017-12-21', 72, { yes: 128, no: 9, abstain: 35 }],
    ['unga-es-11-1', '2022-03-02', 76, { yes: 141, no: 5, abstain: 35 }],
    ['unga-es-10-21', '2023-10-27', 78, { yes: 120, no: 14, abstain: 45 }],
    ['unga-es-11-7', '2025-02-24', 79, { yes: 93, no: 18, abstain: 65 }],
  ])('%s of %s, session %i, has the official tally', (id, date, session, result) => {
    expect(issueOf(unga, id)).toMatchObject({ date, vote: { session, result } });
  });

  it('lists no more votes than the tally counts', () => {
    const beyond = issuesOf(unga).filter(({ vote, votes }) =>
      (['yes', 'no', 'abstain'] as const).some(
        (choice) => (votes?.[choice]?.length ?? 0) > (vote?.result?.[choice] ?? 0),
      ),
    );
    expect(beyond).toEqual([]);
  });

  it('dates 16 votes of 2020 after 21 October', () => {
    expect(early.filter(({ date }) => String(date) > '2020-10-21')).toHaveLength(16);
  });

  it('counts the votes of each topic', () => {
    const counts: Record<string, number> = {};
    for (const { topic } of early) counts[String(topic)] = (counts[String(topic)] ?? 0) + 1;
    expect(counts).toEqual({
      'arms-trade': 1,
      cyber: 7,
      'human-rights-country': 21,
      'human-rights-thematic': 11,
      'law-of-the-sea': 2,
      'migration-development': 4,
      nuclear: 7,
      'outer-space': 6,
      palestine: 4,
      sanctions: 6,
      'territorial-integrity': 12,
    });
  });
});

describe('votes of the Security Council', () => {
  const five = ['chn', 'fra', 'rus', 'gbr', 'usa'] as const;
  const votesOf = (issue: Issue): Record<string, string> =>
    Object.fromEntries(five.map((country) => [country, ballot(issue, country)]));
  const early = issuesOf(unsc).filter(({ date }) => String(date) < '2020-11');
  const late = issuesOf(unsc).filter((issue) => !early.includes(issue));
  const areVetoed = (issues: readonly Issue[]) =>
    issues.filter(({ vote }) => vote?.outcome === 'vetoed');
  const vetoed = areVetoed(early);
  const against = (issue: Issue): readonly string[] =>
    five.filter((country) => ballot(issue, country) === 'no');

  const single = (country: string): readonly string[] =>
    vetoed.filter((issue) => against(issue).join() === country).map(({ id }) => id);

  const joint = [
    '2007-14',
    '2008-447',
    '2011-612',
    '2012-77',
    '2012-538',
    '2014-348',
    '2016-1026',
    '2017-172',
    '2019-186',
    '2019-756',
    '2019-961',
    '2020-654',
    '2020-667',
  ];
  const russiaAlone = [
    '2009-310',
    '2014-189',
    '2015-508',
    '2015-562',
    '2016-846',
    '2017-315',
    '2017-884',
    '2017-962',
    '2017-970',
    '2018-156',
    '2018-321',
  ];
  const unitedStatesAlone = ['2011-24', '2017-1060', '2018-516', '2020-852'];

  it('has 28 vetoed drafts and 49 others up to October 2020, then 22 and 103, with all five voting', () => {
    expect(vetoed).toHaveLength(28);
    expect(early).toHaveLength(77);
    expect(areVetoed(late)).toHaveLength(22);
    expect(late).toHaveLength(125);
    for (const issue of issuesOf(unsc))
      for (const country of five) expect(ballot(issue, country)).toMatch(/^(?:yes|no|abstain)$/);
  });

  it.each(joint)('China and Russia vetoed S/%s together', (id) => {
    const issue = issueOf(unsc, `unsc-${id}`);
    expect(issue.vote?.outcome).toBe('vetoed');
    expect(against(issue)).toEqual(['chn', 'rus']);
    expect(coordinationDepth(unsc, issue.id, 'chn', 'rus')).toBe('joint');
  });

  it.each(russiaAlone)('China abstained when Russia alone vetoed S/%s', (id) => {
    const issue = issueOf(unsc, `unsc-${id}`);
    expect(issue.vote?.outcome).toBe('vetoed');
    expect(votesOf(issue)).toEqual({
      chn: 'abstain',
      fra: 'yes',
      rus: 'no',
      gbr: 'yes',
      usa: 'yes',
    });
  });

  it('has four vetoes of the United States alone and none of China, France or the UK alone', () => {
    expect(single('usa')).toEqual(unitedStatesAlone.map((id) => `unsc-${id}`));
    expect(single('rus')).toHaveLength(11);
    expect([...single('chn'), ...single('fra'), ...single('gbr')]).toEqual([]);
  });

  it('has 13 of 24 drafts that Russia vetoed fall with China up to October 2020, 3 of 12 since 2021', () => {
    const ofRussia = (issues: readonly Issue[]) =>
      areVetoed(issues).filter(
        (issue) => issue.vote?.on === undefined && ballot(issue, 'rus') === 'no',
      );
    const withChina = (issues: readonly Issue[]) =>
      ofRussia(issues).filter((issue) => ballot(issue, 'chn') === 'no');
    expect([ofRussia(early).length, withChina(early).length]).toEqual([24, 13]);
    expect([ofRussia(late).length, withChina(late).length]).toEqual([12, 3]);
    expect(withChina(late).map(({ id }) => id)).toEqual([
      'unsc-2022-431',
      'unsc-2023-792',
      'unsc-2024-239',
    ]);
  });

  it.each([
    ['unsc-res-1973', 'adopted', 'abstain yes abstain yes yes'],
    ['unsc-2013-660', 'failed', 'yes abstain yes abstain abstain'],
    ['unsc-2014-916', 'failed', 'yes yes yes abstain no'],
    ['unsc-res-2216', 'adopted', 'yes yes abstain yes yes'],
    ['unsc-res-2231', 'adopted', 'yes yes yes yes yes'],
    ['unsc-2016-847', 'failed', 'yes no yes no no'],
    ['unsc-res-2334', 'adopted', 'yes yes yes yes abstain'],
    ['unsc-res-2397', 'adopted', 'yes yes yes yes yes'],
    ['unsc-2018-516', 'vetoed', 'yes yes yes abstain no'],
    ['unsc-2018-520', 'failed', 'abstain abstain no abstain yes'],
    ['unsc-res-2467', 'adopted', 'abstain yes abstain yes yes'],
    ['unsc-res-2476', 'adopted', 'abstain yes yes yes yes'],
    ['unsc-2019-757', 'failed', 'yes no yes no no'],
    ['unsc-res-2504', 'adopted', 'abstain yes abstain abstain abstain'],
    ['unsc-2020-797', 'failed', 'no abstain no abstain yes'],
    ['unsc-2020-1054', 'failed', 'yes abstain yes abstain abstain'],
    ['unsc-2021-667', 'failed', 'yes abstain yes abstain abstain'],
    ['unsc-2022-155', 'vetoed', 'abstain yes no yes yes'],
    ['unsc-res-2774', 'adopted', 'yes abstain yes abstain yes'],
    ['unsc-2025-09-18', 'vetoed', 'yes yes yes yes no'],
    ['unsc-2025-09-26', 'failed', 'yes no yes no no'],
    ['unsc-res-2803', 'adopted', 'abstain yes abstain yes yes'],
  ])('%s was %s with China, France, Russia, UK, USA: %s', (id, outcome, votes) => {
    const issue = issueOf(unsc, id);
    expect(issue.vote?.outcome).toBe(outcome);
    expect(five.map((country) => ballot(issue, country)).join(' ')).toBe(votes);
  });

  it('has tallies of fifteen that hold the votes of the five', () => {
    for (const { id, vote, votes } of issuesOf(unsc)) {
      const { yes, no, abstain } = vote?.result ?? { yes: 0, no: 0, abstain: 0 };
      expect([id, yes + no + abstain + (votes?.absent?.length ?? 0)]).toEqual([id, 15]);
      expect(votes?.yes?.length ?? 0).toBeLessThanOrEqual(yes);
      expect(votes?.no?.length ?? 0).toBeLessThanOrEqual(no);
      expect(votes?.abstain?.length ?? 0).toBeLessThanOrEqual(abstain);
      if (yes === 15) expect(votes?.yes).toHaveLength(5);
    }
    for (const { id, votes } of late)
      expect([id, new Set(ballots.flatMap((choice) => votes?.[choice] ?? [])).size]).toEqual([
        id,
        15,
      ]);
  });

  it('takes nine votes and no veto to adopt a text, but for one on procedure', () => {
    for (const issue of issuesOf(unsc)) {
      if (issue.id === 'unsc-res-2623') continue;
      const adopted = (issue.vote?.result?.yes ?? 0) >= 9 && against(issue).length === 0;
      expect([issue.id, issue.vote?.outcome === 'adopted']).toEqual([issue.id, adopted]);
    }
  });

  it('has China and Russia part on nine texts of 2019 and 2020', () => {
    const apart = early.filter(
      (issue) =>
        String(issue.date) >= '2019' &&
        issue.vote?.outcome !== 'vetoed' &&
        ballot(issue, 'chn') !== ballot(issue, 'rus'),
    );
    expect(apart.map(({ vote }) => vote?.resolution).toSorted()).toEqual([
      ...[2459, 2466, 2468, 2476, 2494].map((n) => `S/RES/${n}(2019)`),
      ...[2509, 2510, 2529, 2548].map((n) => `S/RES/${n}(2020)`),
    ]);
  });

  it('knows only the month of Resolution 2476', () => {
    expect(issueOf(unsc, 'unsc-res-2476').date).toBe('2019-06');
  });
});

describe('stances of October 2020', () => {
  it.each([
    ['ladakh-2020', 'china', 'strongly-support'],
    ['ladakh-2020', 'russia', 'neutral'],
    ['ladakh-2020', 'india', 'strongly-oppose'],
    ['ladakh-2020', 'usa', 'neutral > oppose'],
    ['ladakh-2020', 'vietnam', 'none'],
    ['belarus-election-2020', 'china', 'support'],
    ['belarus-election-2020', 'russia', 'strongly-support'],
    ['belarus-election-2020', 'iran', 'neutral'],
    ['belarus-election-2020', 'ukraine', 'oppose'],
    ['belarus-election-2020', 'india', 'none'],
    ['belarus-sanctions-2020', 'cyprus', 'neutral'],
    ['belarus-sanctions-2020', 'russia', 'strongly-oppose'],
    ['belarus-sanctions-2020', 'china', 'oppose'],
    ['nagorno-karabakh-ceasefire-2020', 'russia', 'strongly-support'],
    ['nagorno-karabakh-ceasefire-2020', 'china', 'support'],
    ['nagorno-karabakh-ceasefire-2020', 'turkey', 'strongly-oppose'],
    ['nagorno-karabakh-sides-2020', 'russia', 'neutral'],
    ['nagorno-karabakh-sides-2020', 'china', 'neutral'],
    ['nagorno-karabakh-sides-2020', 'france', 'oppose'],
    ['nagorno-karabakh-sides-2020', 'pakistan', 'support'],
    ['hong-kong-security-law-2020', 'russia', 'support'],
    ['hong-kong-security-law-2020', 'uk', 'strongly-oppose'],
    ['hong-kong-security-law-2020', 'india', 'none'],
    ['xinjiang-statements', 'russia', 'support'],
    ['xinjiang-statements', 'qatar', 'support > neutral'],
    ['xinjiang-statements', 'kazakhstan', 'none'],
    ['xinjiang-statements', 'philippines', 'support > support'],
    ['xinjiang-statements', 'uzbekistan', 'support > support'],
    ['crimea-status', 'china', 'neutral'],
    ['crimea-status', 'armenia', 'support'],
    ['crimea-status', 'kazakhstan', 'neutral'],
    ['crimea-status', 'kyrgyzstan', 'none'],
    ['crimea-status', 'tajikistan', 'none'],
    ['crimea-status', 'serbia', 'none'],
    ['crimea-status', 'iran', 'none'],
    ['crimea-status', 'israel', 'none'],
    ['crimea-status', 'ukraine', 'strongly-oppose'],
    ['abkhazia-south-ossetia', 'china', 'oppose'],
    ['abkhazia-south-ossetia', 'belarus', 'oppose'],
    ['abkhazia-south-ossetia', 'nauru', 'support'],
    ['south-china-sea-award', 'russia', 'oppose'],
    ['south-china-sea-award', 'taiwan', 'strongly-oppose'],
    ['south-china-sea-award', 'cambodia', 'oppose'],
    ['iran-snapback-2020', 'germany', 'oppose'],
    ['iran-snapback-2020', 'dominican-republic', 'support'],
    ['north-korea-sanctions-relief-2019', 'south-korea', 'none'],
    ['us-missiles-in-asia', 'japan', 'none'],
    ['us-missiles-in-asia', 'south-korea', 'none'],
    ['venezuela-guaido', 'mexico', 'neutral'],
    ['venezuela-guaido', 'turkey', 'strongly-oppose'],
    ['huawei-5g', 'germany', 'oppose'],
    ['huawei-5g', 'canada', 'neutral'],
    ['huawei-5g', 'russia', 'oppose'],
    ['us-missiles-in-asia', 'philippines', 'strongly-oppose'],
    ['navalny-poisoning-2020', 'china', 'none'],
    ['navalny-poisoning-2020', 'belarus', 'strongly-oppose'],
    ['who-withdrawal-2020', 'australia', 'neutral'],
    ['who-withdrawal-2020', 'france', 'oppose'],
    ['nagorno-karabakh-sides-2020', 'cyprus', 'strongly-oppose'],
    ['nagorno-karabakh-ceasefire-2020', 'pakistan', 'oppose'],
    ['belarus-sanctions-2020', 'uk', 'strongly-support'],
    ['belarus-election-2020', 'hungary', 'oppose'],
    ['crimea-status', 'afghanistan', 'neutral > support'],
    ['ladakh-2020', 'france', 'oppose'],
    ['ladakh-2020', 'pakistan', 'strongly-support'],
    ['belt-and-road', 'india', 'strongly-oppose'],
    ['belt-and-road', 'russia', 'support'],
    ['belt-and-road', 'austria', 'neutral'],
    ['membership-sco', 'belarus', 'associated'],
    ['membership-sco', 'pakistan', 'member'],
    ['membership-csto', 'china', 'outside'],
    ['membership-cis', 'turkmenistan', 'associated'],
    ['membership-eu', 'uk', 'outside'],
    ['membership-nato', 'north-macedonia', 'member'],
  ])('%s: %s is %s', (id, country, expected) => {
    expect(stances(id, country)).toBe(expected);
  });

  it('has China and Russia congratulate Lukashenko each alone', () => {
    expect(coordinationDepth(eurasia, 'belarus-election-2020', 'china', 'russia')).toBe('parallel');
    expect(coordinationDepth(eurasia, 'iran-snapback-2020', 'china', 'russia')).toBe('parallel');
    expect(coordinationDepth(eurasia, 'north-korea-sanctions-relief-2019', 'china', 'russia')).toBe(
      'joint',
    );
  });

  it.each([
    'belarus-election-2020',
    'nagorno-karabakh-ceasefire-2020',
    'nagorno-karabakh-sides-2020',
  ])('%s is of prime concern to Moscow, not to Beijing', (id) => {
    const positions = issueOf(eurasia, id).positions;
    expect(positions?.['russia']).toMatchObject({ salience: 'high' });
    expect(positions?.['china']).toMatchObject({ salience: 'low' });
  });

  it.each([
    ['nato', 30],
    ['eu', 27],
    ['sco', 8],
    ['csto', 6],
    ['cis', 9],
    ['eaeu', 5],
    ['brics', 5],
    ['quad', 4],
  ])('%s has %i members', (id, size) => {
    expect(membersThen(id)).toHaveLength(size);
  });
});

describe('memberships', () => {
  const memberships = issuesOf(eurasia).filter(({ id }) => id.startsWith('membership-'));

  it('are eight, on a scale of their own, under a topic of their own, without a weight', () => {
    expect(memberships).toHaveLength(8);
    for (const { scale, topic, weight } of memberships)
      expect([scale, topic, weight]).toEqual(['membership', 'memberships', undefined]);
    expect(issuesOf(eurasia).filter(({ topic }) => topic === 'memberships')).toEqual(memberships);
  });

  it('put a state outside only where a source says so', () => {
    const outside = memberships.map(({ id, positions = {} }) => [
      id.replace('membership-', ''),
      Object.keys(positions)
        .filter((country) => stances(id, country) === 'outside')
        .toSorted()
        .join(' '),
    ]);
    expect(Object.fromEntries(outside)).toEqual({
      sco: '',
      csto: 'azerbaijan china georgia uzbekistan',
      cis: 'china georgia ukraine',
      eaeu: '',
      nato: '',
      eu: 'uk',
      brics: '',
      quad: '',
    });
  });

  it('have as many members as the groups of that name', () => {
    for (const { id, positions = {} } of memberships) {
      const members = Object.keys(positions).filter((c) => stances(id, c) === 'member');
      expect(members.toSorted()).toEqual(membersThen(id.replace('membership-', '')).toSorted());
    }
  });
});

describe('acting together', () => {
  const once = [
    'algeria',
    'bangladesh',
    'bolivia',
    'burkina-faso',
    'djibouti',
    'kuwait',
    'nigeria',
    'oman',
    'philippines',
    'republic-of-the-congo',
    'serbia',
    'somalia',
    'tajikistan',
    'turkmenistan',
    'uzbekistan',
    'zambia',
  ];

  it.each(once)(
    '%s signed for China on Xinjiang in 2019 and keeps that stance, less surely',
    (country) => {
      expect(issueOf(eurasia, 'xinjiang-statements').positions?.[country]).toMatchObject([
        { stance: 'support' },
        { from: '2020-10-06', stance: 'support', confidence: 'medium' },
      ]);
      const together = issueOf(eurasia, 'xinjiang-statements').coordination ?? [];
      expect(together.filter(({ between }) => between.includes(country))).toHaveLength(1);
    },
  );

  it('has the signatories on Hong Kong and Xinjiang by their number', () => {
    const sizes = (id: string) =>
      (issueOf(eurasia, id).coordination ?? [])
        .map(({ between }) => between.length)
        .filter((size) => size > 2);
    expect(sizes('hong-kong-security-law-2020')).toEqual([53, 27, 21, 39]);
    expect(sizes('xinjiang-statements')).toEqual([22, 49, 39, 45]);
  });

  it('takes neither a document signed with China nor a deal of firms for acting with China', () => {
    expect(issueOf(eurasia, 'belt-and-road').coordination).toBeUndefined();
    expect(coordinationDepth(eurasia, 'huawei-5g', 'china', 'russia')).toBeUndefined();
    expect(event('mts-huawei-5g-2019')).toMatchObject({ cameo: '061' });
    expect(event('mts-huawei-5g-2019').depth).toBeUndefined();
  });

  it('leaves the veto on Venezuela to the votes', () => {
    expect(issueOf(eurasia, 'venezuela-guaido').coordination).toBeUndefined();
  });

  it('counts no readout of one side only', () => {
    expect(issueOf(eurasia, 'hong-kong-security-law-2020').positions?.['russia']).toMatchObject({
      confidence: 'medium',
      note: expect.stringContaining('not counted'),
    });
  });

  it('has Paris, Moscow and Washington joint on the ceasefire, Beijing parallel to Moscow', () => {
    const id = 'nagorno-karabakh-ceasefire-2020';
    expect(coordinationDepth(eurasia, id, 'russia', 'france', 'usa')).toBe('joint');
    expect(coordinationDepth(eurasia, id, 'china', 'russia')).toBe('parallel');
  });
});

describe('events', () => {
  it('has each of the thirteen joint vetoes once', () => {
    const vetoes = (eurasia.interactions ?? []).filter(
      ({ id, cameo: code }) => id.includes('veto') && code === '050',
    );
    expect(vetoes.map(({ date }) => date)).toEqual([
      { from: '2007-01-12', to: '2019-12-20' },
      '2020-07-07',
      '2020-07-10',
    ]);
    const cast = issuesOf(unsc).filter(
      (issue) =>
        String(issue.date) < '2020-11' &&
        issue.vote?.outcome === 'vetoed' &&
        ballot(issue, 'chn') === 'no' &&
        ballot(issue, 'rus') === 'no',
    );
    expect(cast).toHaveLength(13);
    expect(cast.filter(({ date }) => String(date) <= '2019-12-20')).toHaveLength(11);
  });

  it.each([
    ['kavkaz-withdrawal-2020', 'india', 'russia', '1212', '2020-08-29'],
    ['s-400-delay-2020', 'russia', 'china', '1622', '2020-07'],
    [
      'arctic-scholar-case-2020',
      'russia',
      'china',
      '1125',
      { from: '2020-02-10', to: '2020-02-11' },
    ],
    [
      'ladakh-neutrality-2020',
      'russia',
      ['india', 'china'],
      '010',
      { from: '2020-06-17', to: '2020-06-23' },
    ],
    ['tomsk-scientist-case-2020', 'russia', 'china', '1125', '2020-09-29'],
    ['entry-ban-2020', 'russia', 'china', '160', '2020-02-18'],
    ['medical-aid-2020', 'china', 'russia', '073', '2020-04-14'],
    ['houston-consulate-2020', 'usa', 'china', '161', '2020-07-21'],
    ['chengdu-consulate-2020', 'china', 'usa', '161', '2020-07-24'],
    ['app-ban-2020', 'india', 'china', '163', '2020-06-29'],
    ['alliance-remark-2020', 'russia', 'china', '0312', '2020-10-22'],
  ])('%s: %s towards %s is %s on %s', (id, actor, target, code, date) => {
    expect(event(id)).toMatchObject({ actor, target, cameo: code, date });
  });

  it('leaves India out of Kavkaz-2020', () => {
    const { between, cameo: code, date } = event('kavkaz-2020');
    expect(between?.toSorted()).toEqual([
      'armenia',
      'belarus',
      'china',
      'iran',
      'myanmar',
      'pakistan',
      'russia',
    ]);
    expect(code).toBe('062');
    expect(date).toEqual({ from: '2020-09-21', to: '2020-09-26' });
  });

  it('has the meeting of three bodies’ defence ministers as an act of more than two', () => {
    const { between, cameo: code, depth } = event('defence-ministers-moscow-2020');
    expect(between).toEqual(['russia', 'china', 'india']);
    expect([code, depth]).toEqual(['040', 'joint']);
  });

  it('keeps what a ministry or a newspaper said in the note of the act', () => {
    expect(event('kavkaz-2020').note).toContain('Ministry of Defence');
    expect(event('vladivostok-anger-2020').note).toContain('Global Times');
    expect(eurasia.coding).toMatch(/paralysis of the SCO and of BRICS.*China on investment/s);
  });

  it('has India and Pakistan both at Tsentr-2019', () => {
    expect(event('tsentr-2019').between).toEqual(expect.arrayContaining(['india', 'pakistan']));
  });

  it('codes a joint veto as cooperation between the two and as a veto towards the drafters', () => {
    expect(event('syria-aid-veto-2020-07-07')).toMatchObject({ cameo: '050', depth: 'joint' });
    expect(event('syria-aid-veto-2020-07-07-drafters')).toMatchObject({
      cameo: '129',
      target: ['belgium', 'germany'],
    });
  });

  it('has no meeting of more than two in the capital of one of them as one at a third place', () => {
    const third = (eurasia.interactions ?? []).filter(({ cameo: code }) => code === '044');
    expect(third.map(({ id }) => id)).toEqual(['rajnath-wei-2020']);
    expect(event('ric-ministers-2020').cameo).toBe('040');
  });

  it('has the congratulations to Lukashenko and the votes on Iran parallel', () => {
    expect(event('lukashenko-congratulations-2020')).toMatchObject({
      target: 'belarus',
      depth: 'parallel',
      cameo: '051',
    });
    expect(event('iran-embargo-vote-2020').depth).toBe('parallel');
  });

  it('describes accused private persons and does not name them', () => {
    const accusations = (eurasia.interactions ?? []).filter(({ cameo: code }) => code === '1125');
    expect(accusations.map(({ title }) => title)).toEqual([
      'Russia jails a space researcher for passing data to China',
      'Russia accuses an Arctic scholar of treason for China',
      'Russia detains a scientist in Tomsk over technology for China',
    ]);
  });

  it('says that the anger over Vladivostok was not an act of government', () => {
    expect(event('vladivostok-anger-2020')).toMatchObject({
      confidence: 'medium',
      note: expect.stringContaining('media and individuals'),
    });
  });

  it('says on what the S-400 delay rests', () => {
    expect(event('s-400-delay-2020')).toMatchObject({
      confidence: 'medium',
      note: expect.stringContaining('Sohu'),
    });
  });

  it('marks the four later events', () => {
    const later = (eurasia.interactions ?? []).filter(
      ({ date }) => (typeof date === 'string' ? date : date.to) > '2020-10-21',
    );
    expect(later.map(({ id }) => id)).toEqual([
      'alliance-remark-2020',
      'alliance-remark-reply-2020',
      'beca-2020',
      'bomber-patrol-2020',
    ]);
    for (const { note } of later) expect(note).toMatch(/after the cut-off/i);
  });

  it('uses codes that have a weight', () => {
    const unknown = (eurasia.interactions ?? []).filter((entry) => !cameo.codes[entry.cameo]);
    expect(unknown).toEqual([]);
  });
});

describe('CAMEO codes', () => {
  it.each([
    ['010', 0],
    ['016', -2],
    ['0256', -0.3],
    ['0312', 5.2],
    ['057', 8],
    ['062', 7.4],
    ['072', 8.3],
    ['0874', 10],
    ['1125', -2],
    ['129', -5],
    ['130', -4.4],
    ['163', -8],
    ['173', -5],
    ['1823', -10],
  ])('%s weighs %d', (code, weight) => {
    expect(cameo.codes[code]?.goldstein).toBe(weight);
  });

  it('has 311 codes from -10 to 10, none in capitals', () => {
    const entries = Object.entries(cameo.codes);
    expect(entries).toHaveLength(311);
    for (const [code, { label, goldstein }] of entries) {
      expect(code).toMatch(/^(?:0[1-9]|1\d|20)\d{0,2}$/);
      expect(Math.abs(goldstein)).toBeLessThanOrEqual(10);
      expect(label).not.toBe(label.toUpperCase());
    }
    expect(cameo.codes['19']?.label).toBe('Fight');
  });
});

describe('sources', () => {
  it.each([
    ['general assembly', unga],
    ['security council', unsc],
    ['eurasia', eurasia],
  ])('every statement of the %s catalog has one, and every one is used', (_, catalog) => {
    const cited = new Set<string>();
    const cite = (ids: readonly string[] | undefined, what: string) => {
      expect([what, (ids ?? []).length > 0]).toEqual([what, true]);
      for (const id of ids ?? []) cited.add(id);
    };
    for (const issue of issuesOf(catalog)) {
      if (issue.votes) cite(issue.sources, issue.id);
      for (const id of issue.sources ?? []) cited.add(id);
      for (const [country, position] of Object.entries(issue.positions ?? {})) {
        const held = typeof position === 'string' ? [{ sources: undefined }] : [position].flat();
        for (const { sources } of held) cite(sources ?? issue.sources, `${issue.id} ${country}`);
      }
      for (const entry of issue.coordination ?? [])
        for (const id of entry.sources ?? []) cited.add(id);
    }
    for (const entry of catalog.interactions ?? []) cite(entry.sources, entry.id);
    for (const group of Object.values(catalog.groups ?? {}))
      if (!Array.isArray(group)) for (const id of group.sources ?? []) cited.add(id);
    expect([...cited].toSorted()).toEqual(Object.keys(catalog.sources ?? {}).toSorted());
  });

  it('leave little to what is commonly known', () => {
    const known = (ids: readonly string[]) =>
      ids.every((id) => eurasia.sources?.[id]?.kind === 'knowledge');
    const alone: Record<string, number> = {};
    for (const { id, positions = {}, sources: fallback = [] } of issuesOf(eurasia))
      for (const held of Object.values(positions).flat())
        if (typeof held !== 'string' && known(held.sources ?? fallback))
          alone[id] = (alone[id] ?? 0) + 1;
    expect(alone).toEqual({
      'venezuela-guaido': 2,
      'belt-and-road': 19,
      'membership-cis': 12,
      'membership-eaeu': 6,
      'membership-nato': 30,
      'membership-eu': 28,
    });
  });

  it('opens with the article that the Eurasian catalog began with', () => {
    expect(eurasia.sources?.['weitz-2020']).toMatchObject({
      title: 'Recent Events Highlight China-Russia Limited Liability Partnership',
      author: 'Weitz, Richard',
      date: '2020-10-21',
      kind: 'analysis',
    });
  });
});
