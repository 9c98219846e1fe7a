import { describe, expect, it } from 'vitest';
import { questionFlags } from '../../src/render/kit/question-flags.ts';
import { align } from './align.ts';

describe('a command that is suggested', () => {
  it('asks the same question: its selection, its measure and how it is weighed', () => {
    const options = {
      catalog: ['un votes.yaml', 'own'],
      cluster: 'series',
      measure: 'kappa',
      minConfidence: 'medium',
      paragraphs: false,
      session: [72, 75],
      topic: ['cyber'],
      unanimous: true,
      weighBy: 'topic',
      important: true,
    };
    expect(questionFlags({ options })).toBe(
      ' --catalog "un votes.yaml" own --measure kappa --weigh-by topic --topic cyber --session 72-75 --important --no-paragraphs',
    );
  });

  it('says nothing of what holds anyway, and nothing that the project gives', () => {
    expect(questionFlags({ options: { salience: 'off', topic: [], session: [72, 72] } })).toBe(
      ' --session 72',
    );
    const project = { file: 'align.yaml', sha256: '', gives: ['measure', 'catalog'] };
    expect(
      questionFlags({ options: { measure: 's', catalog: ['own'], from: '2020-01-01' }, project }),
    ).toBe(' --from 2020-01-01');
  });

  it('gives the number that the first one gave', async () => {
    const question = ['china', 'russia', '-m', 'kappa', '--weigh-by', 'topic', '--to', '2019'];
    const { stdout } = await align(['score', ...question]);
    const again = /align (explain \w+ \w+(?: --[a-z-]+ \S+)+)/.exec(
      stdout.replaceAll(/\s+/g, ' '),
    )?.[1];
    expect(again).toBeDefined();
    const value = async (argv: readonly string[]) => {
      const answer = await align([...argv, '-f', 'json']);
      return (JSON.parse(answer.stdout) as { alignment: { value: number } }).alignment.value;
    };
    const first = await value(['score', ...question]);
    expect(first).toBeTypeOf('number');
    expect(await value(again!.split(' '))).toBe(first);
  });
});
