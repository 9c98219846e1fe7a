import { describe, expect, it } from 'vitest';
import { countKeys } from '../../../src/rollcalls/series/keys.ts';
import { joinRetitled } from '../../../src/rollcalls/series/retitled-keys.ts';
import { completeTruncated } from '../../../src/rollcalls/series/truncated-keys.ts';
import { correctTypingErrors } from '../../../src/rollcalls/series/typing-errors.ts';

/** Keys with the sessions they were voted on in. */
function used(keys: Readonly<Record<string, readonly number[]>>) {
  return countKeys(
    Object.entries(keys).flatMap(([key, sessions]) =>
      sessions.map((session) => ({ key, session })),
    ),
  );
}

const five = [61, 62, 63, 64, 65];

describe('typing errors', () => {
  it('take the commonest word that begins alike and is near', () => {
    const keys = used({
      'excercise right': [66],
      'exercise right': five,
      'enhoyment right': [66, 67],
      'enjoyment right': five,
      'transparancy armament': [63],
      'transparency armament': [...five, 66],
    });
    expect([...correctTypingErrors(keys)]).toEqual([
      ['enhoyment right', 'enjoyment right'],
      ['excercise right', 'exercise right'],
      ['transparancy armament', 'transparency armament'],
    ]);
  });

  it.each([
    ['short words', { 'lawes sea': [66], 'lawss sea': five }],
    ['words of three sessions', { 'excercise right': [66, 67, 68], 'exercise right': five }],
    [
      'words with a rare neighbour only',
      { 'excercise right': [66], 'exercise right': [61, 62, 63, 64] },
    ],
    ['words with another initial', { 'nigeria situation': [66], 'algeria situation': five }],
    [
      'words of seven letters with two wrong',
      { 'austria situation': [66], 'austral situation': five },
    ],
    ['names of places', { 'human slovenia': [66], 'human slovakia': five }],
  ])('%s stay', (_, keys: Readonly<Record<string, readonly number[]>>) => {
    expect([...correctTypingErrors(used(keys))]).toEqual([]);
  });
});

describe('titles that were cut off', () => {
  const eight = 'reaffirm inalienable right all displaced inhabitant return home';

  it('take the one that they are the beginning of', () => {
    const keys = used({ [eight]: [41], [`${eight} form`]: [42], [`${eight} former place`]: [43] });
    expect(new Map(completeTruncated(keys))).toEqual(
      new Map([
        [eight, `${eight} former place`],
        [`${eight} form`, `${eight} former place`],
      ]),
    );
  });

  it('stay where there are two, or where they are short', () => {
    expect([
      ...completeTruncated(used({ [eight]: [41], [`${eight} a`]: [42], [`${eight} b`]: [43] })),
      ...completeTruncated(used({ 'right people': [41], 'right people self': [42] })),
    ]).toEqual([]);
  });
});

describe('texts under a changed title', () => {
  const joined = (keys: Readonly<Record<string, readonly number[]>>) => [
    ...joinRetitled(used(keys)),
  ];
  const embargo = 'necessity ending economic commercial financial embargo imposed united state';

  it('are joined under the commoner key', () => {
    expect(joined({ [`${embargo} cuba`]: [50], [`${embargo} america cuba`]: [58, 59] })).toEqual([
      [`${embargo} cuba`, `${embargo} america cuba`],
    ]);
    expect(joined({ [`${embargo} cuba`]: [50, 51], [`${embargo} america cuba`]: [58] })).toEqual([
      [`${embargo} america cuba`, `${embargo} cuba`],
    ]);
  });

  it('are not those that name another place', () => {
    const zone = 'establishment nuclear weapon free zone region';
    expect(joined({ [`${zone} mediterranean`]: [50], [`${zone} caribbean`]: [51] })).toEqual([]);
    const mission = 'financing united nation stabilization mission';
    expect(joined({ [`${mission} haiti`]: [60], [`${mission} mali`]: [70] })).toEqual([]);
    expect(joined({ [mission]: [60], [`${mission} mali`]: [70] })).toHaveLength(1);
  });

  it('are not two texts of one session, and never come together by a third', () => {
    const text = 'permanent sovereignty people their natural resource';
    expect(joined({ [text]: [50], [`${text} x`]: [50, 51] })).toEqual([]);
    // `text` is as like the one as the other: the first by key has it.
    expect(joined({ [text]: [51], [`${text} a`]: [50], [`${text} b`]: [50] })).toEqual([
      [`${text} a`, text],
    ]);
  });

  it('are not short keys, nor those that share less', () => {
    expect(joined({ 'right child violence abuse': [50], 'right child violence': [51] })).toEqual(
      [],
    );
    expect(joined({ 'a b c d e f g': [50], 'a b c d e x y': [51] })).toEqual([]);
  });
});
