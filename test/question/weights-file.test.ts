import { expect, it } from 'vitest';
import { readWeights } from '../../src/question/weights-file.ts';
import { scratch } from '../rollcalls/support.ts';

const write = scratch();

it.each([
  ['own.yaml', 'issues: {a: 2, b: 0.5}\ntopics: {war: 3}\n'],
  ['own.json', '{"issues": {"a": 2, "b": 0.5}, "topics": {"war": 3}}'],
  ['own.csv', 'issue,topic,weight\na,,2\nb,,0.5\n,war,3\n'],
  ['OWN.CSV', '\uFEFFissue, topic, weight\na,,2\nb,,0.5\n,war,3\n'],
])('%s says how issues and topics weigh', (name, text) => {
  const { issueWeights, topicWeights, salience, weighBy } = readWeights(write(name, text), '/');
  expect([...issueWeights]).toEqual([
    ['a', 2],
    ['b', 0.5],
  ]);
  expect([...topicWeights]).toEqual([['war', 3]]);
  expect({ salience, weighBy }).toEqual({ salience: 'off', weighBy: 'issue' });
});

it.each([
  ['zero.yaml', 'issues: {a: 0}', /zero\.yaml:1:13: error: "a" must be from 0\.000001 to 1000000/],
  ['word.yaml', 'issues: {a: much}', /word\.yaml:1:13: error: "a" must be a number, not text/],
  ['blank.csv', 'issue,weight\na,\n', /the weight of "a" is no number: ""/],
  ['zero.csv', 'issue,weight\na,0\n', /cannot be used: "a" must be from 0\.000001 to 1000000/],
  ['other.yaml', 'isues: {a: 1}', /isues/],
  ['empty.yaml', 'issues: {}', /it has none/],
  ['broken.yaml', 'issues: {a: 1', /cannot be used/],
  ['ragged.csv', 'issue,weight\na,1,2\n', /cannot be used/],
])('%s is refused', (name, text, message) => {
  const read = () => readWeights(write(name, text), '/');
  expect(read).toThrow(message);
  expect(read).toThrow(expect.objectContaining({ exitCode: 3 }));
});
