import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readProject, standingDefaults } from '../../src/policy/project.ts';
import { type DefaultsFile, projectSchema } from '../../src/policy/project-schema.ts';

const read = (text: string) => readProject(new TextEncoder().encode(text), 'align.yaml');
const complaints = (text: string) =>
  read(text).findings.map(({ code, line, column }) => `${code} ${line}:${column}`);

describe('a project file', () => {
  it('names catalogs, defaults, weights, policies and a baseline', () => {
    const { content, findings } = read(`
catalogs: [mine.yaml, catalogs/, eurasia-2025]
defaults: {measure: kappa, from: 2015, session: 70-75, topic: cyber, unanimous: false, cluster: topic}
weights: weights.csv
policies: [policies/watch.yaml]
baseline: watch.json
`);
    expect(findings).toEqual([]);
    expect(content).toEqual({
      catalogs: ['mine.yaml', 'catalogs/', 'eurasia-2025'],
      defaults: {
        measure: 'kappa',
        from: '2015',
        session: [70, 75],
        topic: ['cyber'],
        unanimous: false,
        cluster: 'topic',
      },
      weights: 'weights.csv',
      policies: ['policies/watch.yaml'],
      baseline: 'watch.json',
    });
  });

  it.each([
    ['an unknown key', 'catalogue: [a.yaml]\n', 'unknown-key 1:1'],
    ['an unknown default', 'defaults:\n  min-confidence: low\n', 'unknown-key 2:3'],
    ['a URL', 'catalogs:\n  - https://example.org/a.yaml\n', 'shape 2:5'],
    ['a URL of a policy', 'policies: [file:///a.yaml]\n', 'shape 1:12'],
    ['a URL of weights', 'weights: http://a/b.csv\n', 'shape 1:10'],
    ['no catalogs', 'catalogs: []\n', 'shape 1:11'],
    ['an unknown measure', 'defaults:\n  measure: kapa\n', 'unknown-measure 2:12'],
    ['an unknown convention', 'defaults: {convention: voten}\n', 'unknown-convention 1:24'],
    [
      'a distance that is not taken',
      'defaults: {measure: cosine, distance: squared}\n',
      'no-distance 1:39',
    ],
    ['a period from its end', 'defaults: {from: 2020, to: 2010}\n', 'date-order 1:28'],
    ['no date', 'defaults: {from: lately}\n', 'shape 1:18'],
    ['the same catalog twice', 'catalogs: [a.yaml, a.yaml]\n', 'repetition 1:20'],
    [
      'one baseline of two policies',
      'policies: [a.yaml, b.yaml]\nbaseline: b.json\n',
      'one-baseline 2:11',
    ],
    ['broken YAML', 'catalogs: [a.yaml\n', 'yaml-bad-indent 2:1'],
    ['nothing', '# nothing\n', 'empty 1:1'],
  ])('is refused with its place for %s', (_, text, complaint) => {
    expect(complaints(text)).toContain(complaint);
  });

  it('says all that is wrong at once, and keeps what is right', () => {
    const text = 'catalogs: [a.yaml]\npolicy: x\ndefaults: {measure: kapa, form: 2010}\n';
    expect(complaints(text)).toEqual([
      'unknown-key 2:1',
      'unknown-measure 3:21',
      'unknown-key 3:27',
    ]);
    expect(read(text).content.catalogs).toEqual(['a.yaml']);
  });

  it('has a JSON Schema in which every key is described', () => {
    const schema = z.toJSONSchema(projectSchema, { io: 'input', unrepresentable: 'any' });
    const described = (properties: object = {}) =>
      Object.entries(properties as Record<string, { description?: string; properties?: object }>);
    for (const [key, { description, properties }] of described(schema.properties)) {
      expect(description, key).toBeDefined();
      for (const [inner, about] of described(properties))
        expect(about.description, inner).toBeDefined();
    }
    expect(schema.additionalProperties).toBe(false);
  });
});

describe('the defaults that stand', () => {
  const defaults: DefaultsFile = {
    measure: 'pi',
    distance: 'squared',
    absent: 'half',
    topic: ['cyber'],
    weights: 'w.csv',
    from: '2015',
  };
  const left = (...said: string[]) =>
    Object.keys(standingDefaults(defaults, (what) => said.includes(what)));

  it.each([
    [[], ['measure', 'distance', 'absent', 'topic', 'weights', 'from']],
    [['from'], ['measure', 'distance', 'absent', 'topic', 'weights']],
    [['measure'], ['absent', 'topic', 'weights', 'from']],
    [['convention'], ['topic', 'weights', 'from']],
    [['catalogs'], ['measure', 'distance', 'absent', 'from']],
  ])('where %j is said are %j', (said, stand) => {
    expect(left(...said)).toEqual(stand);
  });
});
