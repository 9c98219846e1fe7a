import { expect, it } from 'vitest';
import { baselineFile, formatBaseline, parseBaseline } from '../../src/policy/baseline.ts';

const baseline = {
  steady: {
    measure: 'agreement',
    question: { topic: ['sanctions'], session: [70, 72] },
    dyads: { 'CHN-RUS': { value: 0.8549723756906078, n: 181 } },
    evidence: {
      vote: {
        labels: ['no', 'abstain', 'yes'],
        neutral: 1,
        issues: {
          a: { weight: 2, held: { CHN: 'yes', RUS: null }, salience: { CHN: 3 } },
          b: { held: { CHN: 0.5 }, topics: ['rights', 'trade'] },
        },
      },
    },
  },
};

it('reads back what it wrote, to the last digit', () => {
  const text = formatBaseline(baseline, [{ id: 'eurasia-2020', version: '1.0.0' }]);
  expect(parseBaseline(text, 'x')).toEqual(baseline);
});

it('has a line for every issue, so that a difference of two reads like one of positions', () => {
  const lines = formatBaseline(baseline, [])
    .split('\n')
    .map((line) => line.trim());
  expect(lines).toContain(
    '"a": {"weight": 2, "held": {"CHN": "yes", "RUS": null}, "salience": {"CHN": 3}},',
  );
  expect(lines).toContain('"labels": ["no", "abstain", "yes"],');
});

it('reads what was recorded without positions', () => {
  const { evidence: _, ...bare } = baseline.steady;
  const old = { schema: 'align/baseline@2', catalogs: [], assertions: { steady: bare } };
  expect(parseBaseline(JSON.stringify(old), 'x')).toEqual({ steady: bare });
});

it('stands beside its policy', () => {
  expect(baselineFile('ci/watch.yaml')).toBe('ci/watch.baseline.json');
  expect(baselineFile('watch.yml')).toBe('watch.baseline.json');
  expect(baselineFile('watch')).toBe('watch.baseline.json');
});

it.each([
  ['no JSON', '{'],
  ['another format', '{"schema": "align/baseline@4", "catalogs": [], "assertions": {}}'],
  [
    'a value that is no number',
    '{"schema": "align/baseline@2", "catalogs": [], "assertions": {"a": {"measure": "agreement", "question": {}, "dyads": {"A-B": {"value": "1", "n": 2}}}}}',
  ],
])('refuses %s as unusable input', (_, text) => {
  expect(() => parseBaseline(text, 'watch.baseline.json')).toThrow(
    expect.objectContaining({ name: 'UserError', exitCode: 3 }),
  );
});

it('refuses the kind that there was before by name, and says how to record it anew', () => {
  const old = '{"schema": "align/baseline@1", "catalogs": [], "assertions": {}}';
  expect(() => parseBaseline(old, 'watch.baseline.json')).toThrow(
    expect.objectContaining({
      message: expect.stringContaining('align/baseline@1 no longer exists'),
      hint: expect.stringContaining('--update-baseline'),
      exitCode: 3,
    }),
  );
});
