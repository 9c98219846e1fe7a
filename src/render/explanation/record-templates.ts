import type { EventMention, SideIndex, Sides } from '../../analysis/explain/explanation.ts';
import { joined } from '../kit/joined.ts';
import { count, counted, decimal, signed } from '../kit/numbers.ts';
import { cite, listed, say, type Templates, type Text, type Voice, type Wording } from './text.ts';
import { eventWords, mentionWords, titleInProse, yearsOf } from './words.ts';

const other = (side: SideIndex): SideIndex => (side === 0 ? 1 : 0);

function scaleWords([least, most]: readonly [number, number]): string {
  return `on a scale from ${signed(least, 0)} (conflict) to ${signed(most, 0)} (cooperation)`;
}

function quoted(titles: readonly string[]): Text {
  return listed(titles.map((title) => `“${titleInProse(title)}”`));
}

/** `3 by both`, `2 by China`: who acted, those who did not left out. */
function actors(both: number, by: Sides<number>, [a, b]: Sides<string>) {
  return [
    both > 0 && `${count(both)} by both`,
    by[0] > 0 && `${count(by[0])} by ${a}`,
    by[1] > 0 && `${count(by[1])} by ${b}`,
  ];
}

/** Events of one kind as an item of a list; which of them are named, where there are more. */
function eventItem(
  head: string,
  { n, events }: { readonly n: number; readonly events: readonly EventMention[] },
  which: string,
  by: Text = [],
): Wording {
  const some = events.length < n ? `, the ${which}` : '';
  return {
    head,
    text: say`${counted(n, 'event')}${by}${some}: ${listed(events.map(eventWords), ';')}.`,
  };
}

/** Positions that do not count, of either side, and why. */
function leftOut(
  why: string,
  { sides, titles }: { readonly sides: Sides<number>; readonly titles: readonly string[] },
  { names: [a, b], sources }: Voice,
): Text {
  const parts = [
    sides[0] > 0 && `${counted(sides[0], 'position')} of ${a}`,
    sides[1] > 0 && `${counted(sides[1], 'position')} of ${b}`,
  ];
  const some = titles.length < sides[0] + sides[1] ? 'on issues such as' : 'on';
  return say`Left out as ${why}: ${listed(parts)}, ${some} ${quoted(titles)}.${cite(sources)}`;
}

/** What they did with and to each other, and how sure all of it is. */
export const recordTemplates = {
  interactions: (data, { names: [a, b], sources }) => {
    const { n, cooperative, conflictual, mutual, by, meanGoldstein, range, years } = data;
    if (n === 1) {
      const what =
        cooperative > 0 ? 'a cooperative' : conflictual > 0 ? 'a conflictual' : 'a neutral';
      const who = mutual > 0 ? 'both' : by[0] > 0 ? a : b;
      return say`Between them ${counted(n, 'event')} is recorded (${yearsOf(years)}), ${what} one by ${who}, with a Goldstein weight of ${signed(meanGoldstein)} ${scaleWords(range)}.${cite(sources)}`;
    }
    const kind =
      cooperative === n
        ? 'all cooperative'
        : conflictual === n
          ? 'all conflictual'
          : joined(
              [
                cooperative > 0 && `${count(cooperative)} cooperative`,
                conflictual > 0 && `${count(conflictual)} conflictual`,
              ],
              ' and ',
            ) || 'none cooperative or conflictual';
    const events = `${counted(n, 'event')} are recorded (${yearsOf(years)})`;
    return say`Between them ${events}, ${kind}: ${listed(actors(mutual, by, [a, b]))}. Their mean Goldstein weight is ${signed(meanGoldstein)} ${scaleWords(range)}.${cite(sources)}`;
  },

  'machine-coded': ({ title, n, of, cooperative, conflictual, meanGoldstein }, { sources }) =>
    say`${n === of ? 'All of them come' : `${counted(n, 'event')} of these ${n === 1 ? 'comes' : 'come'}`} from ${title}, coded by machine and known as sums only: ${count(cooperative)} cooperative, ${count(conflictual)} conflictual, mean Goldstein weight ${signed(meanGoldstein)}.${cite(sources)}`,

  military: (data) => eventItem('Military cooperation', data, 'latest'),

  cooperation: (data) => eventItem('Other cooperation', data, 'weightiest'),

  neutral: (data) => eventItem('Neither cooperation nor conflict', data, 'latest'),

  conflict: ({ by, both, ...data }, { names }) =>
    eventItem('Conflict', data, 'latest', say`, ${listed(actors(both, by, names))}`),

  'no-interactions': ({ catalogs }, { names: [a, b] }) =>
    say`No interaction of ${a} and ${b} is recorded in what was searched (${listed(catalogs)}), which does not mean that there was none.`,

  chance: ({ expected, kappa, pi, s, reason }, { sources }) => {
    if (kappa === null)
      return say`How much of it is chance cannot be said: ${reason ?? ''}.${cite(sources)}`;
    const random =
      expected === null
        ? ''
        : `Two that took each position as often as these, but at random, would agree ${decimal(expected)}. `;
    const uncorrected =
      s === null ? '' : ` (Signorino and Ritter’s S, not corrected, ${decimal(s)})`;
    return say`${random}Corrected for chance, Cohen’s kappa is ${decimal(kappa)} and Scott’s pi ${decimal(pi)}${uncorrected}.${cite(sources)}`;
  },

  absences: ({ absent, low, high }, { names: [a, b], sources }) => {
    const who = [
      absent[0] > 0 && `${a} missed ${counted(absent[0], 'vote')}`,
      absent[1] > 0 && `${b}${absent[0] > 0 ? '' : ' missed'} ${counted(absent[1], 'vote')}`,
    ];
    return say`${listed(who)}; however absences are read, the score stays between ${decimal(low)} and ${decimal(high)}.${cite(sources)}`;
  },

  'leave-one-out': ({ low, high, without, change, mention }, { sources }) =>
    say`Leaving out any one issue keeps it between ${decimal(low, 3)} and ${decimal(high, 3)}; ${mentionWords(mention)} moves it most, by ${signed(change, 3)} to ${decimal(without, 3)}.${cite(sources)}`,

  coverage: ({ issues, known, joint }, { names: [a, b], sources }) =>
    say`The selection has ${counted(issues, 'issue')}: ${a} has a position on ${count(known[0])}, ${b} on ${count(known[1])}, both on ${count(joint)}.${cite(sources)}`,

  contested: ({ n, of, positions }, { names, sources }) => {
    const where = positions.map(({ side, title, stances, counts, by }) => {
      const said = stances.map(({ label, n: times }) => `${count(times)} ${label}`);
      const why = by === 'median' ? `by the median ${counts} counts` : `${counts} was decided on`;
      return say`${names[side]} on “${titleInProse(title)}” (${listed(said)}; ${why})`;
    });
    const part = of === 1 ? 'it' : n === of ? 'all of them' : count(n);
    const rests = `${part} ${n === 1 ? 'rests' : 'rest'} on a position on which coders part`;
    const some = positions.length < n ? 'among them ' : '';
    return say`${of === 1 ? 'The two differ on 1 issue, and ' : `Of the ${count(of)} issues on which the two differ, `}${rests}: ${some}${listed(where, ';')}.${cite(sources)}`;
  },

  'one-sided': ({ side, n, titles }, { names, sources }) =>
    say`Only ${names[side]} is on record on ${counted(n, 'issue')}${titles.length < n ? ', among them ' : ': '}${quoted(titles)}; the silence of ${names[other(side)]} is no stance.${cite(sources)}`,

  'low-confidence': (data, voice) => leftOut('coded with too little confidence', data, voice),

  undecided: (data, voice) => leftOut('coders part and nothing decides', data, voice),

  'single-topics': ({ n, titles }, { sources }) =>
    say`${counted(n, 'topic')} ${n === 1 ? 'rests' : 'rest'} on a single issue and ${n === 1 ? 'says' : 'say'} little: ${listed(titles.length < n ? [...titles, 'others'] : titles, ';')}.${cite(sources)}`,
} satisfies Partial<Templates>;
