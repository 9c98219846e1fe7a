import type {
  EventMention,
  FactData,
  FactKind,
  Mention,
  Side,
  Sides,
  TopicCount,
} from '../../analysis/explain/explanation.ts';
import { count, counted, decimal, leastForPercent, percent, signed } from '../numbers.ts';
import { cite, listed, say, type Text } from './text.ts';
import {
  bandWords,
  eventWords,
  mentionList,
  mentionWords,
  noteWords,
  organisationList,
  stanceClause,
  stancesClause,
  titleInProse,
  yearsOf,
} from './words.ts';

/** Who the sentences are about, and on what the fact rests. */
export interface Voice {
  /** Names as they stand in a sentence. */
  readonly names: Sides<string>;
  readonly sources: readonly string[];
}

/** A sentence or two; with a head it is an item of a list. */
export interface Wording {
  readonly head?: string | null;
  readonly text: Text;
}

type Templates = {
  readonly [K in FactKind]: (data: FactData[K], voice: Voice) => Wording | Text;
};

const other = (side: Side): Side => (side === 0 ? 1 : 0);

function range(low: number | null, high: number | null): string {
  return low === null || high === null ? '' : `${decimal(low)} to ${decimal(high)}`;
}

function topicList(topics: readonly TopicCount[]): Text {
  return listed(
    topics.map(({ title, n, same }, i) =>
      i === 0
        ? `${title} (the same position on ${count(same)} of ${counted(n, 'issue')})`
        : `${title} (${count(same)} of ${count(n)})`,
    ),
    ';',
  );
}

/** How two stood and acted on one issue, as an item of a list. */
function actedItem(mention: Mention, how: string, { names }: Voice): Wording {
  const { positions, together, sources } = mention;
  const note = together === null ? '' : ` ${noteWords(together)}`;
  return {
    head: mentionWords(mention).replace(/^“(.*?)”/, '$1'),
    text: say`${how}: ${stancesClause(positions, names)}.${note}${cite(sources)}`,
  };
}

function eventsBy(events: readonly EventMention[], { names }: Voice): Text {
  const groups = (['both', 0, 1] as const).flatMap((by) => {
    const own = events.filter((event) => event.by === by);
    if (own.length === 0) return [];
    const who = by === 'both' ? 'both' : names[by];
    return [say`${who}: ${listed(own.map(eventWords), ';')}`];
  });
  return groups.flatMap((group, i) => (i === 0 ? group : ['. ', ...capitalised(group)]));
}

function capitalised([first, ...rest]: Text): Text {
  return typeof first === 'string'
    ? [first.charAt(0).toUpperCase() + first.slice(1), ...rest]
    : [...(first ? [first] : []), ...rest];
}

/** `, so “X”` for what stands behind a number. */
function named(mentions: readonly Mention[], of: number): Text {
  if (mentions.length === 0) return [];
  const all = mentions.reduce((n, one) => n + one.n, 0) === of;
  return say` (${all ? '' : 'among them '}${mentionList(mentions)})`;
}

/** Every sentence of an explanation: one template a kind of fact, and no other place words them. */
export const templates: Templates = {
  verdict: ({ band, value, low, high, level, n, needed, range: [least, most], reason }, voice) => {
    const [a, b] = voice.names;
    if (band === 'thin-evidence')
      return say`On ${counted(n, 'joint issue')} no verdict on ${a} and ${b} is possible: it takes at least ${count(needed)}.${cite(voice.sources)}`;
    const doubt =
      low === null || high === null
        ? `without an interval (${reason ?? 'none was asked for'})`
        : `${percent(level)} interval ${range(low, high)}`;
    return say`${a} and ${b} ${bandWords(band)}: over ${counted(n, 'joint issue')} their agreement is ${decimal(value)} (${doubt}), where ${count(least)} is opposite and ${count(most)} the same throughout.${cite(voice.sources)}`;
  },

  headline: ({ name, value, low, high, reason }, { sources }) =>
    value === null
      ? say`${name} is undefined: ${reason ?? ''}.${cite(sources)}`
      : say`${name} is ${decimal(value)}${low === null ? '' : ` (${range(low, high)})`}.${cite(sources)}`,

  counts: ({ n, same, near, apart, opposed }, { sources }) => {
    const parts = [
      `took the same position on ${same === n ? 'all' : count(same)}`,
      ...(near > 0 ? [`differed only in degree on ${count(near)}`] : []),
      ...(opposed > 0 ? [`stood on opposite sides of ${count(opposed)}`] : []),
    ];
    const rest =
      apart === 0
        ? ''
        : `; on ${opposed + near + same === 0 ? 'all' : 'the other'} ${count(apart)} only one of them took a stand`;
    return say`Of these they ${listed(parts)}${rest}.${cite(sources)}`;
  },

  rank: ({ share, dyads }, { sources }) => {
    const closer = Math.round(share * dyads);
    const of =
      dyads >= leastForPercent
        ? `${percent(share)} of the ${count(dyads)} other pairs`
        : dyads === 1
          ? closer === 1
            ? 'the only other pair'
            : 'none, not even the only other pair'
          : `${closer === dyads ? 'all' : closer === 0 ? 'none of the' : `${count(closer)} of the`} ${count(dyads)} other pairs`;
    return say`That is closer than ${of} with as much in common on record.${cite(sources)}`;
  },

  'close-topics': ({ topics }, { sources }) =>
    say`They are closest on ${topicList(topics)}.${cite(sources)}`,

  'far-topics': ({ topics }, { sources }) =>
    say`They are furthest apart on ${topicList(topics)}.${cite(sources)}`,

  'recurring-alike': ({ mentions }, { names }) => {
    const groups = [...new Set(mentions.map(({ positions: [label] }) => label))].map((label) => {
      const own = mentions.filter(({ positions }) => positions[0] === label);
      return say`${stancesClause([label, label], names)} on ${mentionList(own)}`;
    });
    return say`Year after year ${listed(groups, ';')}.`;
  },

  'stances-alike': ({ n, mentions }) =>
    say`Outside the voting halls they took the same side on ${counted(n, 'issue')}${mentions.reduce((sum, one) => sum + one.n, 0) < n ? ', among them ' : ': '}${mentionList(mentions)}.`,

  'shared-memberships': ({ mentions }) => say`Both are members of ${organisationList(mentions)}.`,

  depth: ({ alike, joint, coordinated, parallel }, { sources }) => {
    const together = joint + coordinated;
    const portion = alike >= leastForPercent ? ` (${percent(together / alike)})` : '';
    const how = [
      ...(joint > 0 ? [`jointly on ${count(joint)}`] : []),
      ...(coordinated > 0 ? [`in coordination on ${count(coordinated)}`] : []),
    ];
    const acted =
      together === 0
        ? 'no common act is recorded'
        : `they are recorded to have acted together on ${count(together)}${portion}, ${how.join(' and ')}`;
    const rest =
      parallel === 0
        ? ''
        : ` On ${together === 0 ? 'all of them' : `the other ${count(parallel)}`} each took the same line without the other.`;
    return say`Of the ${counted(alike, 'issue')} on which they stood on the same side, ${acted}.${rest}${cite(sources)}`;
  },

  liability: ({ agreement, credited }, { sources }) =>
    say`If a common line counts in full only where they acted as one, two thirds where they coordinated and one third where each went alone, their agreement of ${decimal(agreement)} shrinks to ${decimal(credited)}.${cite(sources)}`,

  vetoes: ({ n, dates, topics }, { sources }) => ({
    head: 'Joint vetoes',
    text: say`Together they voted down ${counted(n, 'draft')} in the Security Council (${yearsOf(dates)}): ${listed(
      topics.map(({ title, n: own }) => `${title} (${count(own)})`),
      ';',
    )}.${cite(sources)}`,
  }),

  together: ({ mention }, voice) => actedItem(mention, 'Together', voice),

  parallel: ({ mention }, voice) => actedItem(mention, 'In parallel', voice),

  'side-by-side': ({ n, together, alone }) => {
    const joint = together === 0 ? 'never as one' : `as one in ${count(together)}`;
    const parted =
      alone.length === 0
        ? say`.`
        : say`; each for itself in ${count(n - together)}: ${listed(alone.map(eventWords), ';')}.`;
    return say`In ${counted(n, 'recorded act')} towards third countries both took part, ${joint}${parted}`;
  },

  'apart-counts': ({ n, opposed, apart, heldBack }, { names: [a, b], sources }) => {
    const sides =
      opposed === 0 ? 'never on opposite sides' : `on opposite sides of ${count(opposed)}`;
    const held = [
      ...(heldBack[0] > 0 ? [`${a} held back on ${count(heldBack[0])}`] : []),
      ...(heldBack[1] > 0 ? [`${b} on ${count(heldBack[1])}`] : []),
    ];
    if (heldBack[0] === 0 && heldBack[1] > 0)
      held.splice(0, 1, `${b} held back on ${count(heldBack[1])}`);
    const one =
      apart === 0
        ? ''
        : ` On ${count(apart)} only one took a stand${held.length === 0 ? '' : ` and the other took no side or abstained: ${held.join(', ')}`}.`;
    return say`They part on ${counted(n, 'issue')}, ${sides}.${one}${cite(sources)}`;
  },

  'apart-stance': ({ mention }, { names }) => {
    const { positions, notes, sources } = mention;
    const sides = ([0, 1] as const).map((side) => {
      const note = notes[side];
      const clause = `${stanceClause(names[side], positions[side])}.`;
      return note === null ? clause : `${clause} ${noteWords(note, 110)}`;
    });
    const [first = '', second = ''] = sides;
    return {
      head: mention.title,
      text: say`${first} ${second.charAt(0).toUpperCase()}${second.slice(1)}${cite(sources)}`,
    };
  },

  'apart-memberships': ({ groups }, { names: [a, b] }) => {
    const clauses = groups.map(({ positions: [x, y], mentions }) => {
      const belongs: Readonly<Record<string, string>> = {
        member: 'belongs to',
        associated: 'is associated with',
        outside: 'stays outside',
      };
      const clause = (name: string, label: string) => `${name} ${belongs[label] ?? label}`;
      return say`${clause(a, x)} and ${clause(b, y)} ${organisationList(mentions)}`;
    });
    return say`${listed(clauses, ';')}.`;
  },

  'apart-votes': ({ n, mentions }, { names }) => {
    const groups = [...new Set(mentions.map(({ positions }) => positions.join('/')))].map((key) => {
      const own = mentions.filter(({ positions }) => positions.join('/') === key);
      const [{ positions } = { positions: ['', ''] as const }] = own;
      return say`${stancesClause(positions, names)} on ${mentionList(own)}`;
    });
    const all = mentions.reduce((sum, one) => sum + one.n, 0) === n;
    return say`In ${counted(n, 'recorded vote')} they parted${all ? '' : ', most often where'}${all ? ': ' : ' '}${listed(groups, ';')}.`;
  },

  stakes: ({ n, higher, equal }, { names: [a, b], sources }) => {
    const parts = [
      ...(higher[0] > 0 ? [`more to ${a} on ${count(higher[0])}`] : []),
      ...(higher[1] > 0 ? [`more to ${b} on ${count(higher[1])}`] : []),
      ...(equal > 0 ? [`as much to both on ${count(equal)}`] : []),
    ];
    return say`How much an issue mattered is coded for both on ${counted(n, 'joint issue')}: ${listed(parts)}.${cite(sources)}`;
  },

  backing: ({ side, n, alike, noStand, against, mentions }, { names }) => {
    const [own, friend] = [names[side], names[other(side)]];
    const parts = [
      ...(alike > 0
        ? [say`stood on the same side on ${count(alike)}${named(mentions.alike, alike)}`]
        : []),
      ...(noStand > 0
        ? [say`did not share its stand on ${count(noStand)}${named(mentions.noStand, noStand)}`]
        : []),
      ...(against > 0
        ? [say`took the opposite side on ${count(against)}${named(mentions.against, against)}`]
        : []),
    ];
    return say`Of the ${counted(n, 'issue')} that mattered more to ${own}, ${friend} ${listed(parts)}.`;
  },

  dealings: ({ n, cooperative, conflictual, mutual, by, meanGoldstein, years }, voice) => {
    const [a, b] = voice.names;
    const who = [
      ...(mutual > 0 ? [`${count(mutual)} by both`] : []),
      ...(by[0] > 0 ? [`${count(by[0])} by ${a}`] : []),
      ...(by[1] > 0 ? [`${count(by[1])} by ${b}`] : []),
    ];
    const kinds = [
      ...(cooperative > 0 ? [`${count(cooperative)} cooperative`] : []),
      ...(conflictual > 0 ? [`${count(conflictual)} conflictual`] : []),
    ];
    const most = 10;
    return say`Between them ${counted(n, 'event')} ${n === 1 ? 'is' : 'are'} recorded (${yearsOf(years)}), ${kinds.length === 0 ? 'none of them cooperative or conflictual' : kinds.join(' and ')}: ${listed(who)}. Their mean Goldstein weight is ${signed(meanGoldstein)}, from ${signed(-most, 0)} for war to ${signed(most, 0)} for union.${cite(voice.sources)}`;
  },

  military: ({ n, events }) => ({
    head: 'Military cooperation',
    text: say`${counted(n, 'event')}${events.length < n ? ', of late ' : ': '}${listed(events.map(eventWords), ';')}.`,
  }),

  cooperation: ({ n, events }) => ({
    head: 'Other cooperation',
    text: say`${counted(n, 'event')}${events.length < n ? ', the weightiest ' : ': '}${listed(events.map(eventWords), ';')}.`,
  }),

  conflict: ({ n, events }, voice) => ({
    head: 'Conflict',
    text: say`${counted(n, 'event')}${events.length < n ? ', of late ' : '. '}${capitalised(eventsBy(events, voice))}.`,
  }),

  'no-dealings': (_, { names: [a, b] }) =>
    say`No interaction of ${a} and ${b} is recorded in this selection, which does not mean that there was none.`,

  chance: ({ expected, kappa, pi, s, reason }, { sources }) => {
    const figures = [
      `Cohen’s kappa ${decimal(kappa)}`,
      `Scott’s pi ${decimal(pi)}`,
      ...(s === null ? [] : [`Signorino and Ritter’s S ${decimal(s)}`]),
    ].join(', ');
    if (kappa === null)
      return say`How much of it is chance cannot be said: ${reason ?? ''}.${cite(sources)}`;
    const random =
      expected === null
        ? 'Corrected for chance'
        : `Two that took each position as often as these, but at random, would agree ${decimal(expected)}; beyond chance`;
    return say`${random}: ${figures}.${cite(sources)}`;
  },

  absences: ({ absent, low, high }, { names: [a, b], sources }) => {
    const who = [
      ...(absent[0] > 0 ? [`${a} missed ${counted(absent[0], 'vote')}`] : []),
      ...(absent[1] > 0 ? [`${b} ${counted(absent[1], 'vote')}`] : []),
    ];
    if (absent[0] === 0) who.splice(0, 1, `${b} missed ${counted(absent[1], 'vote')}`);
    return say`${who.join(' and ')}; however absences are read, the score stays between ${decimal(low)} and ${decimal(high)}.${cite(sources)}`;
  },

  'leave-one-out': ({ low, high, without, change, mention }, { sources }) =>
    say`Leaving out any one issue keeps it between ${decimal(low, 3)} and ${decimal(high, 3)}; ${mentionWords(mention)} moves it most, by ${signed(change, 3)} to ${decimal(without, 3)}.${cite(sources)}`,

  coverage: ({ issues, known, joint }, { names: [a, b], sources }) =>
    say`The selection has ${counted(issues, 'issue')}: ${a} has a position on ${count(known[0])}, ${b} on ${count(known[1])}, both on ${count(joint)}.${cite(sources)}`,

  'one-sided': ({ side, n, titles }, { names, sources }) =>
    say`Only ${names[side]} is on record on ${counted(n, 'issue')}${titles.length < n ? ', among them ' : ': '}${listed(titles.map((title) => `“${titleInProse(title)}”`))}; the silence of ${names[other(side)]} is no stance.${cite(sources)}`,

  'low-confidence': ({ sides, titles }, { names: [a, b], sources }) => {
    const parts = [
      ...(sides[0] > 0 ? [`${count(sides[0])} of ${a}`] : []),
      ...(sides[1] > 0 ? [`${count(sides[1])} of ${b}`] : []),
    ];
    return say`Left out as coded with too little confidence: ${listed(parts)} (${listed(titles.map((title) => `“${titleInProse(title)}”`))}${titles.length < sides[0] + sides[1] ? ' and others' : ''}).${cite(sources)}`;
  },

  'single-topics': ({ n, titles }, { sources }) =>
    say`${counted(n, 'topic')} ${n === 1 ? 'rests' : 'rest'} on a single issue and ${n === 1 ? 'says' : 'say'} little: ${listed(titles, ';')}${titles.length < n ? ' and others' : ''}.${cite(sources)}`,
};
