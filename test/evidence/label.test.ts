import { describe, expect, it } from 'vitest';
import { scoreDyad } from '../../src/analysis/score.ts';
import { ABSENT } from '../../src/evidence/evidence.ts';
import { partTitle, positionLabel, titleOfText } from '../../src/evidence/label.ts';
import { blocSide, countrySide } from '../../src/evidence/side.ts';
import { scoreSettings } from '../analysis/scores.ts';
import { evidenceOf } from './catalogs.ts';

const held = { AAA: 'yes', BBB: 'no', CCC: 'yes' };
const evidence = evidenceOf([{ id: 'i', scale: 'vote', held }]);
const scale = evidence.issues[0]!.scale;

describe('the label of a position', () => {
  it('is that of its category, or absent', () => {
    expect(positionLabel(evidence, scale, 2, 1)).toBe('yes');
    expect(positionLabel(evidence, scale, 0, -1)).toBe('no');
    expect(positionLabel(evidence, scale, ABSENT, null)).toBe('absent');
  });

  it('is two labels where the mean of a bloc lies between their categories', () => {
    expect(positionLabel(evidence, scale, 1, 1 / 3)).toBe('between abstain and yes');
    expect(positionLabel(evidence, scale, 1, -0.2)).toBe('between no and abstain');
    const bloc = blocSide(
      evidence,
      { code: 'tie', name: 'Tie', members: ['AAA', 'BBB', 'CCC'] },
      'mean',
    );
    const score = scoreDyad(evidence, countrySide(evidence, 'AAA', 'A'), bloc, scoreSettings());
    expect(score.issues[0]!.positions).toEqual(['yes', 'between abstain and yes']);
  });
});

it.each([
  ['Moratorium on the death penalty (2018)', 'Moratorium on the death penalty'],
  ['Western Sahara: UN mission, October 2020', 'Western Sahara: UN mission'],
  ['Sanctions on Mali, 29 August 2019', 'Sanctions on Mali'],
  ['Report of 2020', 'Report of 2020'],
  ['Rights of the child : resolution / adopted by the General Assembly', 'Rights of the child'],
])('a text whose latest title is %j is called %j', (title, expected) => {
  expect(titleOfText(['An older title', title])).toBe(expected);
  expect(titleOfText(['An older title', title, partTitle('Another')])).toBe(expected);
});

it('a text of which only parts were voted on is called after a part', () => {
  expect(titleOfText([partTitle('Rights of the child')])).toBe('Rights of the child (a part)');
});
