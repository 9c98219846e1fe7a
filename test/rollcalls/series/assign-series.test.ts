import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assignSeries } from '../../../src/rollcalls/series/assign-series.ts';
import type { TitledVote } from '../../../src/rollcalls/series/whole-votes.ts';

function vote(title: string, session: number, about: Partial<TitledVote> = {}): TitledVote {
  return { title, session, series: '', on: '', resolution: '', ...about };
}

const seriesOf = (...votes: readonly TitledVote[]) => assignSeries(votes, 'unga:');

const situation = 'Situation of human rights in the Islamic Republic of Iran';
const printed = `${situation} : resolution / adopted by the General Assembly`;

describe('the series of roll calls', () => {
  it('is one for a text that comes back', () => {
    const [first, ...others] = seriesOf(
      vote(situation, 55),
      vote(printed, 58),
      vote('Human rights situation in the Islamic Republic of Iran', 52),
      vote('Situation of human rights in Myanmar', 58),
    );
    expect(first).toBe('unga:situation-human-right-islamic-republic-iran');
    expect(others).toEqual([first, first, 'unga:situation-human-right-myanmar']);
  });

  it('is that of the whole text for votes on paragraphs and amendments, and for speech', () => {
    const resolution = '63/191';
    const speech =
      'The Acting President: I shall now put to the vote operative paragraph 6. A recorded vote has been requested. A';
    const [whole, ...parts] = seriesOf(
      vote(printed, 63, { resolution }),
      vote(speech, 63, { resolution, on: 'paragraph' }),
      vote('The Acting President (spoke in Spanish): We have heard the last speaker', 63, {
        resolution,
      }),
      vote('Paragraph 4, as orally revised', 63, { resolution, on: 'paragraph' }),
      vote('Amendment of Cuba', 63, { resolution, on: 'amendment' }),
      vote('', 63, { resolution }),
    );
    expect(parts).toEqual([whole, whole, whole, whole, whole]);
  });

  it('is none without a whole vote, a resolution or a title', () => {
    const speech = 'The President: I put to the vote paragraph 2.';
    expect(
      seriesOf(
        vote(speech, 63, { resolution: '63/1', on: 'paragraph' }),
        vote(speech, 63, { on: 'paragraph' }),
        vote(speech, 64, { on: 'paragraph' }),
        vote('', 64),
        vote('(2018)', 64),
      ),
    ).toEqual([undefined, undefined, undefined, undefined, undefined]);
  });

  it('is none for the summaries that the Assembly’s record has up to session 39', () => {
    const summary = 'TO APPROVE A RESOLUTION REAFFIRMING THE IMPORTANCE OF SANCTIONS.';
    expect(seriesOf(vote(summary, 38), vote(summary, 39))).toEqual([undefined, undefined]);
    const [title, again] = seriesOf(
      vote('Question of Palestine', 38),
      vote('Question of Palestine', 40),
    );
    expect(title).toBe(again);
    expect(title).toBeDefined();
  });

  it('is what the record says where it says it, and that of the parts too', () => {
    expect(
      seriesOf(
        vote(situation, 55, { series: 'iran', resolution: '55/1' }),
        vote('Paragraph 2', 55, { on: 'paragraph', resolution: '55/1' }),
        vote(situation, 56),
      ),
    ).toEqual(['iran', 'iran', 'unga:situation-human-right-islamic-republic-iran']);
  });

  it('has a name of eight words, unless another begins alike', () => {
    const eight = 'Alpha beta gamma delta epsilon zeta eta theta';
    expect(seriesOf(vote(`${eight} iota`, 50))).toEqual([
      'unga:alpha-beta-gamma-delta-epsilon-zeta-eta-theta',
    ]);
    expect(seriesOf(vote(`${eight} iota`, 50), vote(`${eight} kappa`, 50))).toEqual([
      'unga:alpha-beta-gamma-delta-epsilon-zeta-eta-theta-iota',
      'unga:alpha-beta-gamma-delta-epsilon-zeta-eta-theta-kappa',
    ]);
  });
});

describe('whatever the roll calls', () => {
  const word = fc.constantFrom(
    ...'right rights human Iran Mali peoples peopls nuclear weapons weapoms programme disarmament disarmamnet territory of the and'.split(
      ' ',
    ),
  );
  const anyVote = fc.record({
    title: fc.array(word, { maxLength: 10 }).map((words) => words.join(' ')),
    session: fc.integer({ min: 38, max: 50 }),
    series: fc.constantFrom('', '', '', 'own'),
    on: fc.constantFrom('', '', 'paragraph'),
    resolution: fc.constantFrom('', '1/1', '1/2', '1/3'),
  });

  it('their order changes nothing', () => {
    fc.assert(
      fc.property(
        fc
          .array(anyVote, { maxLength: 40 })
          .chain((votes) =>
            fc.tuple(
              fc.constant(votes),
              fc.shuffledSubarray([...votes.keys()], { minLength: votes.length }),
            ),
          ),
        ([votes, order]) => {
          const series = assignSeries(votes, '');
          const shuffled = assignSeries(
            order.map((i) => votes[i]!),
            '',
          );
          expect(shuffled).toEqual(order.map((i) => series[i]));
        },
      ),
    );
  });

  it('one title is one series', () => {
    fc.assert(
      fc.property(fc.array(anyVote, { maxLength: 40 }), (votes) => {
        const wholes = votes.map((each) => ({ ...each, on: '', series: '' }));
        const series = assignSeries(wholes, '');
        const byTitle = new Map<string, string | undefined>();
        wholes.forEach(({ title }, i) => {
          if (title === '') return;
          if (byTitle.has(title)) expect(series[i]).toBe(byTitle.get(title));
          byTitle.set(title, series[i]);
        });
      }),
    );
  });
});
