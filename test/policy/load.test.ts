import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { findSide } from '../../src/question/sides.ts';
import { readPolicy, resolvePolicy } from '../../src/policy/load.ts';
import { policySchema } from '../../src/policy/schema.ts';
import { testAtlas } from '../countries/atlas.ts';
import { catalogOf } from '../evidence/catalogs.ts';

const members = ['USA', 'JPN', 'IND', 'AUS'].map((country) => ({ country }));
const quad = { id: 'quad', title: 'Quad', members, sources: [] };
const catalog = catalogOf(
  [{ id: 'crimea', topics: ['territory'], held: { CHN: 'abstain', RUS: 'no' } }],
  { groups: { quad } },
);

function load(text: string) {
  const document = readPolicy(new TextEncoder().encode(text), 'policy.yaml');
  return resolvePolicy(document, 'policy.yaml', {
    side: (name, day) => findSide(name, testAtlas(), [catalog], day),
    topics: ['territory'],
    issues: ['crimea'],
  });
}

/** Findings as `code line:column`. */
function complaints(text: string): string[] {
  return load(text).findings.map(({ code, line, column }) => `${code} ${line}:${column}`);
}

const policyOf = (assertion: string, before = '') => `${before}assertions:\n  - ${assertion}\n`;

describe('a policy', () => {
  it('resolves names, defaults and limits', () => {
    const { policy, findings } = load(`
title: Watch
defaults: {measure: kappa, from: 2015}
assertions:
  - {id: a, between: [prc, Russian Federation], topic: territory, atLeast: 0.8}
  - {id: b, among: quad, measure: divergence, atMost: 0.4, session: 70-72, allowMissing: true}
  - {id: c, between: [china, quad], coverage: {atLeast: 30}}
  - {id: d, between: [china, russia], change: {atMost: 0.05}, message: look}
`);
    expect(findings).toEqual([]);
    expect(policy?.id).toBe('policy');
    expect(policy?.title).toBe('Watch');
    const [a, b, c, d] = policy?.assertions ?? [];
    expect(a?.sides).toEqual(['prc', 'Russian Federation']);
    expect(a).toMatchObject({
      quantity: 'score',
      measure: 'kappa',
      question: { measure: 'kappa', from: '2015', topic: ['territory'] },
      limits: { atLeast: 0.8 },
      allowMissing: false,
      place: { file: 'policy.yaml', line: 5, column: 5 },
    });
    expect(b).toMatchObject({
      measure: 'divergence',
      bloc: { code: 'quad' },
      question: { session: [70, 72] },
      allowMissing: true,
    });
    expect(b?.sides).toHaveLength(4);
    expect(c).toMatchObject({ quantity: 'coverage', limits: { atLeast: 30 } });
    expect(c?.sides).toEqual(['china', 'quad']);
    expect(d).toMatchObject({ quantity: 'change', limits: { atMost: 0.05 }, message: 'look' });
  });

  it('resolves the periods of a drift, and which breaks count', () => {
    const { policy, findings } = load(`
defaults: {from: 2015, to: 2020}
assertions:
  - {id: a, between: [china, russia], drift: {before: 2016..2020, after: 2021-03, atLeast: -0.1}}
  - {id: b, among: quad, measure: kappa, drift: {before: 2016, after: 2021, of: score, atMost: 0}}
  - {id: c, between: [china, russia], breaks: {atMost: 0}}
  - {id: d, between: [china, russia], breaks: {kind: agenda, since: 2018, atLeast: 1, atMost: 2}}
`);
    expect(findings).toEqual([]);
    const [a, b, c, d] = policy?.assertions ?? [];
    expect(a).toMatchObject({
      quantity: 'drift',
      limits: { atLeast: -0.1 },
      drift: {
        before: { from: '2016-01-01', to: '2020-12-31' },
        after: { from: '2021-03-01', to: '2021-03-31' },
        of: 'same-texts',
      },
    });
    // The periods of a drift are its own.
    expect(a?.question).toEqual({});
    expect(b).toMatchObject({ quantity: 'drift', measure: 'kappa', drift: { of: 'score' } });
    expect(c).toMatchObject({
      quantity: 'breaks',
      limits: { atMost: 0 },
      breaks: { kind: 'behaviour' },
      question: { from: '2015', to: '2020' },
    });
    expect(d).toMatchObject({
      limits: { atLeast: 1, atMost: 2 },
      breaks: { kind: 'agenda', since: 2018 },
    });
  });

  it('takes the measure of a convention', () => {
    const { policy } = load(
      policyOf('{id: a, between: [china, russia], convention: haege, atLeast: 0}'),
    );
    expect(policy?.assertions[0]?.measure).toBe('pi');
  });

  // ▸ marks the place that the finding shall point at.
  it.each([
    ['unknown-country', '{id: a, between: [china, ▸rushia], atLeast: 0.5}'],
    ['unknown-country', '{id: a, among: ▸quod, atLeast: 0.5}'],
    ['no-bloc', '{id: a, among: ▸china, atLeast: 0.5}'],
    ['country-twice', '{id: a, between: [china, ▸PRC], atLeast: 0.5}'],
    ['sides', '▸{id: a, atLeast: 0.5}'],
    ['sides', '▸{id: a, between: [china, russia], among: quad, atLeast: 0.5}'],
    ['shape', '{id: a, between: ▸[china], atLeast: 0.5}'],
    ['claim', '▸{id: a, between: [china, russia]}'],
    ['claim', '▸{id: a, between: [china, russia], atLeast: 1, change: {atMost: 0.1}}'],
    ['claim', '{id: a, between: [china, russia], coverage: ▸{}}'],
    ['claim', '{id: a, between: [china, russia], drift: ▸{before: 2016, after: 2021}}'],
    ['claim', '{id: a, between: [china, russia], breaks: ▸{since: 2016}}'],
    ['claim', '▸{id: a, between: [china, russia], breaks: {atMost: 0}, atLeast: 0.5}'],
    ['limits', '{id: a, between: [china, russia], breaks: {atLeast: 2, atMost: ▸1}}'],
    [
      'limits',
      '{id: a, between: [china, russia], drift: {before: 2016, after: 2021, atLeast: 0.1, atMost: ▸0}}',
    ],
    [
      'periods',
      '{id: a, between: [china, russia], drift: {before: 2016..2020, after: ▸2020, atMost: 0}}',
    ],
    [
      'periods',
      '{id: a, between: [china, russia], from: ▸2010, drift: {before: 2016, after: 2021, atMost: 0}}',
    ],
    [
      'no-measure',
      '{id: a, between: [china, russia], measure: ▸kappa, drift: {before: 2016, after: 2021, atMost: 0}}',
    ],
    ['no-measure', '{id: a, between: [china, russia], measure: ▸kappa, breaks: {atMost: 0}}'],
    [
      'shape',
      '{id: a, between: [china, russia], drift: {before: ▸2020..2016, after: 2021, atMost: 0}}',
    ],
    ['shape', '{id: a, between: [china, russia], breaks: {kind: ▸any, atMost: 0}}'],
    ['limits', '{id: a, between: [china, russia], atLeast: ▸80}'],
    ['limits', '{id: a, between: [china, russia], atLeast: 0.5, atMost: ▸0.4}'],
    ['unknown-measure', '{id: a, between: [china, russia], measure: ▸agreemnt, atLeast: 0.5}'],
    ['unknown-topic', '{id: a, between: [china, russia], topic: ▸cyber, atLeast: 0.5}'],
    ['unknown-issue', '{id: a, between: [china, russia], issue: ▸ladakh, atLeast: 0.5}'],
    ['unknown-convention', '{id: a, between: [china, russia], convention: ▸none, atLeast: 0}'],
    ['date-order', '{id: a, between: [china, russia], from: 2020, to: ▸2019, atLeast: 0.5}'],
    ['shape', '{id: a, between: [china, russia], from: ▸2020-02-30, atLeast: 0.5}'],
    ['shape', '{id: a, between: [china, russia], session: ▸75-70, atLeast: 0.5}'],
    ['unknown-key', '{id: a, between: [china, russia], ▸atleast: 0.5}'],
    [
      'no-distance',
      '{id: a, between: [china, russia], measure: identical, distance: ▸linear, atLeast: 0.5}',
    ],
  ])('reports %s at its place in %s', (code, marked) => {
    const text = policyOf(marked);
    const column = text.split('\n')[1]?.indexOf('▸') ?? -1;
    expect(complaints(text.replace('▸', ''))).toEqual([`${code} 2:${column + 1}`]);
  });

  it('reports an id that stands twice, at the second one', () => {
    const one = '{id: a, between: [china, russia], atLeast: 0.5}';
    expect(complaints(`assertions:\n  - ${one}\n  - ${one}\n`)).toEqual(['duplicate-id 3:10']);
  });

  it('reports all that is wrong with an assertion at once, its shape included', () => {
    expect(
      complaints(
        policyOf('{id: a, between: [chyna, rushia], measure: kapa, topic: cyber, atleast: 0.5}'),
      ),
    ).toEqual([
      'unknown-country 2:23',
      'unknown-country 2:30',
      'unknown-measure 2:48',
      'unknown-topic 2:61',
      'unknown-key 2:68',
    ]);
    // It may claim what has the wrong key.
    expect(complaints(policyOf('{id: a, between: [china, russia], atleast: 2}'))).toEqual([
      'unknown-key 2:39',
    ]);
  });

  it('reports a bad default once, however many assertions inherit it', () => {
    const one = (id: string) => `  - {id: ${id}, between: [china, russia], atLeast: 0.5}\n`;
    const text = `defaults: {topic: cyber, from: 2020, to: 2019}\nassertions:\n${one('a')}${one('b')}`;
    expect(complaints(text)).toEqual(['unknown-topic 1:19', 'date-order 1:42']);
  });

  it('reports what is no YAML, no text or no policy', () => {
    expect(complaints('assertions: [')[0]).toMatch(/^yaml-/);
    expect(complaints('')).toEqual(['empty 1:1']);
    expect(complaints('assertions: []')).toEqual(['shape 1:13']);
    const bytes = Uint8Array.from([0xff, 0xfe, 0x41]);
    expect(readPolicy(bytes, 'p.yaml').findings.map(({ code }) => code)).toEqual(['encoding']);
  });

  it('suggests the key that was meant', () => {
    const { findings } = load(policyOf('{id: a, between: [china, russia], atleast: 0.5}'));
    expect(findings[0]?.hint).toContain('did you mean "atLeast"?');
  });
});

it('every key of the policy format is described or named by its kind', () => {
  const schema = z.toJSONSchema(policySchema, { io: 'input' });
  const assertions = schema.properties?.['assertions'] as { items?: { properties?: object } };
  const bare = Object.entries(assertions?.items?.properties ?? { none: {} })
    .filter(([, value]: [string, { description?: string }]) => value.description === undefined)
    .map(([key]) => key);
  expect(bare).toEqual([]);
});
