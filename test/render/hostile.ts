import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';

/** Text that somebody might put into a catalog to break what reads it. */
export const hostileTexts = [
  '<script>alert(1)</script><img src=x onerror=alert(1)> & "quotes" \'single\' --> ]]>',
  '\u001b[31mred\u001b[0m \u001b]0;title\u0007 \u009b2J \u0000 \u007f \b',
  'gpj\u202egnp.exe \u2066isolated\u2069 \u200fright to left\u200f \u05d0\u05d1',
  'pipe | `tick` ``` *star* _under_ [link](javascript:alert(1)) \\| # heading @mention #12 ~~gone~~ $x$',
  'first\nsecond\r\nthird\tfourth\n\n| a | b |\n| --- | --- |\n\n::error::pwned\n## heading',
  '=HYPERLINK("http://example.org","click")',
  "+1+cmd|' /C calc'!A0",
  '-1+1',
  '@SUM(A1:A9)',
  '\t=1+1',
  `long ${'x'.repeat(3000)}`,
  'percent %0A::error file=x::pwned %25',
  '\ufffe\uffff\u0085\u2028\u2029 odd',
  '{{7*7}} ${7*7} %s %n \\u001b \\x1b',
];

/** Votes on twelve texts a year for ten years, on which a bloc with a hostile name and another country part halfway. */
function hostileVotes(text: (i: number) => string): unknown {
  const votes = Array.from({ length: 120 }, (_, i) => {
    const year = 2010 + Math.floor(i / 12);
    const both = ['usa', 'japan'];
    return {
      id: `returns-${i}`,
      title: text(i),
      series: `text-${i % 12}`,
      topic: 'votes',
      date: `${year}-11-01`,
      vote: { body: text(1), resolution: text(i) },
      votes: {
        yes: ['china', 'russia', 'india', ...(year < 2015 ? both : [])],
        no: year < 2015 ? [] : both,
      },
      sources: ['source'],
    };
  });
  return {
    catalog: 'votes',
    title: text(0),
    sources: { source: { title: text(1) } },
    topics: { votes: text(2) },
    groups: { three: { title: text(3), members: ['china', 'russia', 'india'] } },
    issues: votes,
  };
}

/** A folder with `hostile.yaml`, all of whose text is hostile, `hostile-new.yaml`, a later edition of it, `hostile-votes.yaml`, and a `policy.yaml` on it, and another on a bundled catalog. */
export function hostileFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'align-hostile-'));
  const text = (i: number) => hostileTexts[i % hostileTexts.length] ?? '';
  // Without a median, so that the stance beside them counts.
  const codings = (i: number) => [
    { coder: 'one', stance: text(0), note: text(i), sources: [`source-${i}`] },
    { coder: 'two', stance: text(3), note: text(i + 1) },
  ];
  const catalog = {
    catalog: 'hostile',
    title: text(0),
    description: text(4),
    coding: text(1),
    license: text(3),
    version: text(5),
    sources: Object.fromEntries(
      hostileTexts.map((title, i) => [
        `source-${i}`,
        {
          title,
          author: text(i + 1),
          publisher: text(i + 2),
          note: text(i + 3),
          date: '2020',
          url: 'https://example.org/a_b|c?q=%20*x*&y=1',
        },
      ]),
    ),
    topics: Object.fromEntries(hostileTexts.map((title, i) => [`topic-${i}`, title])),
    coders: {
      one: { name: text(2), kind: 'person', note: text(4) },
      two: { name: text(6), kind: 'model', note: text(7) },
    },
    scales: { own: [text(0), text(1), text(3)] },
    groups: { three: { title: text(2), members: ['china', 'russia', 'india'], note: text(0) } },
    actors: { desk: { title: text(4), note: text(0), sources: ['source-0'] } },
    issues: [
      ...hostileTexts.map((title, i) => ({
        id: `issue-${i}`,
        title,
        question: text(i + 1),
        note: text(i + 2),
        topic: `topic-${i}`,
        date: `20${10 + (i % 10)}-0${1 + (i % 9)}-01`,
        scale: 'own',
        positions: Object.fromEntries(
          ['china', 'russia', 'india', 'usa', 'japan', 'desk'].map((country, c) => [
            country,
            {
              stance: [text(0), text(1), text(3)][(i + c * (i % 3)) % 3],
              ...(country === 'russia' ? { codings: codings(i) } : {}),
              salience: 'high',
              note: text(i + c),
              sources: [`source-${i}`],
            },
          ]),
        ),
        // Elsewhere the two are not on one side.
        coordination: (i % 3 === 0 ? [i, i + 1, i + 2] : []).map((k) => ({
          between: ['china', 'russia'],
          depth: 'joint',
          note: text(k),
          sources: [`source-${i}`],
        })),
      })),
      ...[2018, 2019].map((year, i) => ({
        id: `vote-${i}`,
        title: text(i),
        series: 'returns',
        topic: 'topic-0',
        date: `${year}-12-01`,
        vote: { body: text(1), resolution: text(2) },
        votes: { yes: ['china', 'russia'], no: ['india', 'usa'] },
        positions: { desk: 'no' },
        sources: ['source-0'],
      })),
    ],
    interactions: hostileTexts.map((title, i) => ({
      id: `event-${i}`,
      title,
      date: `2020-0${1 + (i % 9)}-01`,
      between: ['china', 'russia'],
      cameo: '062',
      note: text(i + 1),
      sources: [`source-${i}`],
    })),
  };
  const policy = {
    title: text(1),
    catalogs: ['hostile.yaml'],
    assertions: [
      ...hostileTexts.map((message, i) => ({
        id: `fails-${i}`,
        between: ['china', 'russia'],
        issue: `issue-${i}`,
        atLeast: 1,
        atMost: 1,
        measure: i % 2 === 0 ? 'agreement' : 'divergence',
        message,
      })),
      { id: 'among', among: 'three', atLeast: 1, message: text(4) },
      { id: 'gap', between: ['fiji', 'russia'], atLeast: 1, message: text(4) },
      {
        id: 'drift',
        between: ['three', 'usa'],
        drift: { before: '2010..2014', after: '2015..2020', of: 'score', atLeast: 1 },
        message: text(4),
      },
      { id: 'breaks', among: 'three', breaks: { atLeast: 9 }, message: text(3) },
    ],
  };
  writeFileSync(join(folder, 'hostile.yaml'), stringify(catalog));
  // A later edition of it, in which other texts stand everywhere.
  const later = {
    ...catalog,
    title: text(1),
    description: text(5),
    issues: catalog.issues.slice(1).map((issue, i) => {
      if ('votes' in issue) return issue;
      const china = { stance: text(1), note: text(i + 6), sources: [`source-${i + 1}`] };
      const positions = { ...issue.positions, china };
      return { ...issue, title: text(i + 4), note: text(i), positions };
    }),
    interactions: catalog.interactions.slice(2).map((each, i) => ({ ...each, note: text(i + 5) })),
  };
  writeFileSync(join(folder, 'hostile-new.yaml'), stringify(later));
  writeFileSync(join(folder, 'hostile-votes.yaml'), stringify(hostileVotes(text)));
  writeFileSync(join(folder, 'policy.yaml'), stringify(policy));
  const assertions = hostileTexts.map((message, i) => ({
    id: `fails-${i}`,
    between: ['china', 'russia'],
    atLeast: 1,
    message,
  }));
  const onBundled = { title: text(1), catalogs: ['un-security-council'], assertions };
  writeFileSync(join(folder, 'policy-on-bundled.yaml'), stringify(onBundled));
  return folder;
}
