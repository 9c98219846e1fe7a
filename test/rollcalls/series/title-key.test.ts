import { describe, expect, it } from 'vitest';
import { titleKey } from '../../../src/rollcalls/series/title-key.ts';

describe('the key of a title', () => {
  it.each([
    [
      'Human rights an unilateral coercive measures: resolution / adupted by the General Assembly',
      'human right unilateral coercive measure',
    ],
    [
      'Use of mercenaries as a means of violating human rights and impeding the exercise of the right of peoples to self-determination : resolution adopted by the General Assembly',
      'use mercenarie mean violating human right impeding exercise right people self determination',
    ],
    [
      'Towards a nuclear-weapon-free world : a new agenda : resolution / adopted by the General Assembly',
      'nuclear weapon free world new agenda',
    ],
    [
      'Financing of the UN Disengagement Observer Force',
      'financing united nation disengagement observer force',
    ],
    ['Report of the IAEA', 'report international atomic energy agency'],
    ['UNESCO, the UNRWAs and a “UN”', 'unesco unrwa united nation'],
    ['Programme budget for the biennium 2014-2015', 'program budget biennium'],
    ['Programme budget for 2021 ', 'program budget'],
    ['Western Sahara: UN mission, 30 October 2020', 'western sahara united nation mission'],
    ['Financing of appropriations for the years 1986 and 1987', 'financing appropriation year'],
    ['Report of the Committee on its twenty-fifth', 'report committee its'],
    ['Moratorium on the death penalty (2018)', 'moratorium death penalty'],
    ['Organisation of the Second World Summit', 'organization second world summit'],
    ['Congress on the ﬁnancing of press\u00a0releases', 'congress financing press release'],
    ['Extension of the mandate [on Somalia, until 31 Aug. 2020]', 'extension mandate'],
    ['The people’s right', 'people right'],
    ['  ', ''],
  ])('%j is %j', (title, key) => {
    expect(titleKey(title)).toBe(key);
  });

  it('keeps the number of a resolution that looks like a year', () => {
    const keys = [
      'Security Council resolution 2017 (2011)',
      'Security Council resolution 1973 (2011)',
    ];
    expect(keys.map(titleKey)).toEqual([
      'security council resolution 2017',
      'security council resolution 1973',
    ]);
  });

  it('keeps a date that is not at the end', () => {
    expect(titleKey('Protection of Civilian Persons, of 12 August 1949, to the territory')).toBe(
      'protection civilian person 12 august 1949 territory',
    );
  });
});
