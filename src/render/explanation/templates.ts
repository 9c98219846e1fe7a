import type { Relation } from '../../analysis/depth.ts';
import type { Mention, TopicCount } from '../../analysis/explain/explanation.ts';
import { joined } from '../kit/joined.ts';
import { count, counted, decimal, leastForPercent, percent } from '../kit/numbers.ts';
import { bandedDecimal, percentileWords, verdictClause } from '../kit/wording.ts';
import { recordTemplates } from './record-templates.ts';
import { cite, listed, say, type Templates, type Text, type Voice, type Wording } from './text.ts';
import {
  mentionList,
  mentionWords,
  noteWords,
  organisationList,
  stanceClause,
  stancesClause,
  yearsOf,
} from './words.ts';

/** `0.81 to 0.89`. */
function fromTo(low: number | null, high: number | null): string {
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
function actedItem(mention: Mention, how: string, voice: Voice): Wording {
  const { names } = voice;
  const { title, together, stake, sources } = mention;
  const whose = stake === null ? '' : `; it mattered more to ${names[stake]}`;
  const note = together === null ? '' : ` ${noteWords(together)}`;
  return {
    head: title,
    text: say`${how}: ${stancesClause(mention, voice)}${whose}.${note}${cite(sources)}`,
  };
}

/** ` (“X” and “Y”)`, what stands behind a number, with the marks of all at the end. */
function named(mentions: readonly Mention[], of: number): Text {
  if (mentions.length === 0) return [];
  const all = mentions.reduce((n, one) => n + one.n, 0) === of;
  const titles = listed(mentions.map(mentionWords));
  return say` (${all ? '' : 'among them '}${titles})${cite(mentions.flatMap(({ sources }) => sources))}`;
}

const relations: Readonly<Record<Relation, string>> = {
  aligned: 'they stood on the same side',
  neither: 'neither took a side',
  apart: 'only one of them took a side',
  opposed: 'they stood on opposite sides',
  unsided: 'they differed without sides to take',
};

/** Every sentence of an explanation: one template a kind of fact, and no other place words them. */
export const templates: Templates = {
  ...recordTemplates,

  verdict: (
    { band, text, value, low, high, level, n, needed, range: [least, most], reason },
    voice,
  ) => {
    const [a, b] = voice.names;
    if (band === 'thin-evidence')
      return say`${a} and ${b} have ${counted(n, 'joint issue')} on record: too few for a verdict, which takes at least ${count(needed)}.${cite(voice.sources)}`;
    const doubt =
      low === null || high === null
        ? `without an interval (${reason ?? 'none was asked for'})`
        : `${percent(level)} interval ${fromTo(low, high)}`;
    return say`${a} and ${b} ${verdictClause({ band, text })}: over ${counted(n, 'joint issue')} their agreement is ${bandedDecimal(value)} (${doubt}), where ${count(least)} is opposite and ${count(most)} the same throughout.${cite(voice.sources)}`;
  },

  headline: ({ name, value, low, high, reason }, { sources }) =>
    value === null
      ? say`${name} is undefined: ${reason ?? ''}.${cite(sources)}`
      : say`${name} is ${decimal(value)}${low === null ? '' : ` (${fromTo(low, high)})`}.${cite(sources)}`,

  counts: ({ n, same, near, apart, opposed, unsided }, { sources }) => {
    const on = (some: number) => (some === n ? 'all' : count(some));
    const parts = [
      same > 0 && `took the same position on ${on(same)}`,
      near > 0 && `differed only in degree on ${on(near)}`,
      opposed > 0 && `stood on opposite sides of ${on(opposed)}`,
    ].filter((part) => part !== false);
    const others = [
      apart > 0 && `on ${on(apart)} only one of them took a side`,
      unsided > 0 && `on ${on(unsided)} they differed without sides to take`,
    ];
    return parts.length === 0
      ? say`Of these, ${listed(others)}.${cite(sources)}`
      : say`Of these they ${joined([listed(parts).join(''), ...others], '; ')}.${cite(sources)}`;
  },

  percentile: (found, { actors, sources }) =>
    say`That is ${percentileWords(
      found,
      actors.map((actor) => (actor ? { actor } : {})),
    )}.${cite(sources)}`,

  lately: ({ name, value, low, high, n, from, sameTexts }, { sources }) => {
    const range = low === null || high === null ? '' : ` (${fromTo(low, high)})`;
    const { series, before, after } = sameTexts;
    const texts =
      series === 0
        ? ''
        : `; on the ${counted(series, 'text')} voted on both before and since, the agreement was ${decimal(before)} and is ${decimal(after)}`;
    return say`On the ${counted(n, 'issue')} since ${from.slice(0, 4)} ${name ?? 'their agreement'} is ${decimal(value)}${range}${texts}.${cite(sources)}`;
  },

  'close-topics': ({ topics }, { sources }) =>
    say`They are closest on ${topicList(topics)}.${cite(sources)}`,

  'far-topics': ({ topics }, { sources }) =>
    say`They are furthest apart on ${topicList(topics)}.${cite(sources)}`,

  'recurring-alike': ({ mentions }, voice) => {
    const groups = [...new Set(mentions.map(({ positions: [label] }) => label))].map((label) => {
      const own = mentions.filter(({ positions }) => positions[0] === label);
      return say`${stancesClause({ scale: 'vote', positions: [label, label] }, voice)} on ${mentionList(own)}`;
    });
    return say`Vote after vote ${listed(groups, ';')}.`;
  },

  'stances-alike': ({ n, mentions }) =>
    say`Outside the voting halls they took the same side on ${counted(n, 'issue')}${mentions.reduce((sum, one) => sum + one.n, 0) < n ? ', among them ' : ': '}${mentionList(mentions)}.`,

  depth: ({ aligned, joint, coordinated, parallel, coordination }, { sources }) => {
    const together = joint + coordinated;
    if (together === 0)
      return say`They stood on the same side on ${counted(aligned, 'issue')}, with no common step on record: that counts as parallel, the same line taken alone.${cite(sources)}`;
    const portion =
      coordination === null || aligned < leastForPercent
        ? ''
        : ` (${percent(coordination)} by weight)`;
    const how =
      coordinated === 0
        ? ', as one'
        : joint === 0
          ? ', in coordination'
          : `: as one on ${count(joint)}, in coordination on ${count(coordinated)}`;
    const rest =
      parallel === 0
        ? ''
        : ` The other ${count(parallel)} count as parallel: the same line, with no common step on record.`;
    return say`Of the ${counted(aligned, 'issue')} on which they stood on the same side, they are recorded to have acted together on ${together === aligned ? 'all' : count(together)}${portion}${how}.${rest}${cite(sources)}`;
  },

  neither: ({ n, votes }, { actors, sources }) => {
    const did = actors.includes(true) ? 'abstained or would have' : 'abstained';
    const abstained =
      votes === 0 ? '' : ` (${votes === n ? `both ${did}` : `on ${count(votes)} both ${did}`})`;
    return say`On ${counted(n, 'issue')} neither took a side${abstained}: a silence that they share is no common line.${cite(sources)}`;
  },

  liability: ({ agreement, credited }, { sources }) =>
    say`If a common line counts in full only where they acted as one, two thirds where they coordinated and one third where each went alone or neither took a side, their agreement of ${decimal(agreement)} shrinks to ${decimal(credited)}.${cite(sources)}`,

  vetoes: ({ n, dates, topics }, { sources }) => ({
    head: 'Joint vetoes',
    text: say`Together they voted down ${counted(n, 'draft')} in the Security Council (${yearsOf(dates)}): ${listed(
      topics.map(({ title, n: own }) => `${title} (${count(own)})`),
      ';',
    )}.${cite(sources)}`,
  }),

  together: ({ mention }, voice) => actedItem(mention, 'Together', voice),

  parallel: ({ mention }, voice) => actedItem(mention, 'In parallel', voice),

  'side-by-side': ({ n, together, apart }, { sources }) => {
    const how =
      apart === 0
        ? 'as one'
        : together === 0
          ? 'each for itself'
          : `as one in ${count(together)} and each for itself in ${count(apart)}`;
    return say`In ${counted(n, 'recorded act')} towards third countries both took part, ${how}.${cite(sources)}`;
  },

  'apart-counts': ({ n, opposed, apart, noSide, unsided }, { names, sources }) => {
    const none = ([0, 1] as const)
      .filter((side) => noSide[side] > 0)
      .map((side, i) => {
        const on = noSide[side] === apart ? '' : ` on ${count(noSide[side])}`;
        return `${names[side]}${i === 0 ? ' took none' : ''}${on}`;
      });
    const on = (some: number) => (some === n ? '' : ` on ${count(some)}`);
    const how = [
      opposed > 0 && `they stood on opposite sides${on(opposed)}`,
      apart > 0 && `only one took a side${on(apart)} (${none.join(', ')})`,
      unsided > 0 && `they differed without sides to take${on(unsided)}`,
    ];
    return say`They part on ${counted(n, 'issue')}: ${listed(how)}.${cite(sources)}`;
  },

  'apart-stance': ({ mention }, { names, actors }) => {
    const { scale, positions, notes, sources } = mention;
    const sides = ([0, 1] as const).map((side) => {
      const note = notes[side];
      const clause = `${stanceClause(names[side], scale, positions[side], actors[side])}.`;
      return note === null ? clause : `${clause} ${noteWords(note, 110)}`;
    });
    const [first = '', second = ''] = sides;
    return {
      head: mention.title,
      text: say`${first} ${second.charAt(0).toUpperCase()}${second.slice(1)}${cite(sources)}`,
    };
  },

  'apart-votes': ({ n, mentions }, voice) => {
    const groups = [...new Set(mentions.map(({ positions }) => positions.join('/')))].map((key) => {
      const own = mentions.filter(({ positions }) => positions.join('/') === key);
      const [first] = own;
      return first ? say`${stancesClause(first, voice, ' and ')} on ${mentionList(own)}` : [];
    });
    const all = mentions.reduce((sum, one) => sum + one.n, 0) === n;
    const votes = n === 1 ? '1 is a recorded vote' : `${count(n)} are recorded votes`;
    return say`Of all that parts them, ${votes}${all ? '' : ', among them'}: ${listed(groups, ';')}.`;
  },

  stakes: ({ n, higher, equal }, { names: [a, b], sources }) => {
    const parts = [
      higher[0] > 0 && `more to ${a} on ${count(higher[0])}`,
      higher[1] > 0 && `more to ${b} on ${count(higher[1])}`,
      equal > 0 && `as much to both on ${equal === n ? 'all' : count(equal)}`,
    ];
    return say`How much an issue mattered is coded for both on ${counted(n, 'joint issue')}: ${listed(parts)}.${cite(sources)}`;
  },

  backing: ({ side, n, value, how }, { names }) => {
    const own = names[side];
    const agreement = value === null ? '' : `; their agreement there is ${decimal(value)}`;
    const [only] = how;
    if (n === 1 && only) {
      const [mention] = only.mentions;
      const what = mention ? mentionWords(mention) : '';
      return say`1 issue mattered more to ${own}, ${what}: there ${relations[only.stood]}.${cite(mention?.sources ?? [])}`;
    }
    // Where they stood alike has been said above; it is named only where there is nothing else.
    const parts = how.map(({ stood, n: some, mentions }) => {
      const which = stood !== 'aligned' || how.length === 1;
      return say`on ${some === n ? 'all' : count(some)} ${relations[stood]}${which ? named(mentions, some) : ''}`;
    });
    return say`Of the ${counted(n, 'issue')} that mattered more to ${own}, ${listed(parts, ';')}${agreement}.`;
  },

  memberships: ({ held: { associated, ...full }, sources }, { names: [a, b] }) => {
    const lists = (
      { both, a: first, b: second }: typeof associated,
      one: string,
      two: string,
    ): readonly Text[] =>
      [
        [`both ${two}`, both] as const,
        [`only ${a} ${one}`, first] as const,
        [`only ${b} ${one}`, second] as const,
      ].flatMap(([who, those]) =>
        those.length === 0 ? [] : [say`${who} ${organisationList(those, sources)}`],
      );
    const clauses = [
      ...lists(full, 'belongs to', 'belong to'),
      ...lists(associated, 'is associated with', 'are associated with'),
    ];
    return say`${listed(clauses, ';')}. These are facts, and in no score.`;
  },
};
