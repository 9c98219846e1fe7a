import { describe, expect, it } from 'vitest';
import { defaultWeighting } from '../../src/evidence/weights.ts';
import { refuseUnknownWeights } from '../../src/question/refusals.ts';
import { catalogOf } from '../evidence/catalogs.ts';

describe('names in given weights', () => {
  const catalog = catalogOf([
    { id: 'a', topics: ['x'], held: {} },
    { id: 'b', topics: ['y'], held: {} },
  ]);
  const check = (issues: readonly string[], topics: readonly string[]) =>
    refuseUnknownWeights(
      {
        ...defaultWeighting,
        issueWeights: new Map(issues.map((id) => [id, 2])),
        topicWeights: new Map(topics.map((id) => [id, 2])),
      },
      { catalogs: [catalog], records: async () => [] },
      { topics: { x: 'X', y: 'Y' } },
    );

  it('may be of what the catalogs have', async () => {
    await expect(check([], [])).resolves.toBeUndefined();
    await expect(check(['a', 'b'], ['x', 'y'])).resolves.toBeUndefined();
  });

  it('may not be of what no catalog has', async () => {
    await expect(check(['c', 'a'], ['z', 'x'])).rejects.toMatchObject({
      message: 'the catalogs loaded have no issue "c", no topic "z" to weigh',
      hint: 'align list issues and align list topics show what there is',
    });
    await expect(check([], ['z'])).rejects.toThrow('no topic "z" to weigh');
  });
});
