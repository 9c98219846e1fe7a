import type { EventMention, Mention } from '../../analysis/explain/explanation.ts';
import { builtInScales } from '../../catalog/scales.ts';
import { shortDate } from '../kit/dates.ts';
import { count } from '../kit/numbers.ts';
import { possessive } from '../kit/wording.ts';
import { citeOne, listed, say, type Text, type Voice } from './text.ts';
import type { Membership } from '../../results/score.ts';

/** Words that sentences share. Neutral is never a stance, and absence never reads as one. */

/** What one side did or is; `both` takes the plural. */
interface Predicate {
  readonly one: string;
  readonly both: string;
}

const predicates: Readonly<Record<string, Predicate>> = {
  'strongly-oppose': { one: 'was strongly against', both: 'were strongly against' },
  oppose: { one: 'was against', both: 'were against' },
  neutral: { one: 'took no side', both: 'took no side' },
  support: { one: 'was in favour', both: 'were in favour' },
  'strongly-support': { one: 'was strongly in favour', both: 'were strongly in favour' },
  no: { one: 'voted no', both: 'voted no' },
  abstain: { one: 'abstained', both: 'abstained' },
  yes: { one: 'voted yes', both: 'voted yes' },
  absent: { one: 'was absent', both: 'were absent' },
  'no-vote': { one: 'had no vote', both: 'had no vote' },
  outside: { one: 'is outside', both: 'are outside' },
  associated: { one: 'is associated', both: 'are associated' },
  member: { one: 'is a member', both: 'are members' },
};

/** An actor has no vote: what it says of a text that was voted on is how it would have. */
const answers: Readonly<Record<string, Predicate>> = {
  no: { one: 'would have voted no', both: 'would have voted no' },
  abstain: { one: 'would have abstained', both: 'would have abstained' },
  yes: { one: 'would have voted yes', both: 'would have voted yes' },
};

/** The mean of a bloc lies between two labels. */
const between = /^between .+ and .+$/;

/** A label in words; `undefined` on scales that catalogs make up, whose labels stand for themselves. */
function predicate(scale: string, label: string, ofActor = false): Predicate | undefined {
  if (!Object.hasOwn(builtInScales, scale)) return undefined;
  if (ofActor && scale === 'vote') return answers[label];
  const words = `stood ${label.replaceAll('-', ' ')}`;
  return predicates[label] ?? { one: words, both: words };
}

function quotedLabel(label: string): string {
  return between.test(label) ? label : `“${label}”`;
}

/** `China took no side`, or on an own scale `China’s position is “partial”`. */
export function stanceClause(name: string, scale: string, label: string, ofActor = false): string {
  const words = predicate(scale, label, ofActor);
  return words ? `${name} ${words.one}` : `${possessive(name)} position is ${quotedLabel(label)}`;
}

/** `both voted no`, or `China was in favour, Russia strongly so`, or `China voted no, The Greens would have voted no`. */
export function stancesClause(
  { scale, positions: [x, y] }: Pick<Mention, 'scale' | 'positions'>,
  { names: [a, b], actors }: Pick<Voice, 'names' | 'actors'>,
  glue = ', ',
): string {
  if (x === y && (scale !== 'vote' || actors[0] === actors[1])) {
    const words = predicate(scale, x, actors[0]);
    return words ? `both ${words.both}` : `the position of both is ${quotedLabel(x)}`;
  }
  const clause = (name: string, label: string) =>
    stanceClause(name, scale, label, actors[name === a ? 0 : 1]);
  const strong = (label: string, than: string) =>
    predicate(scale, label) !== undefined && label === `strongly-${than}`;
  if (strong(y, x)) return `${clause(a, x)}, ${b} strongly so`;
  if (strong(x, y)) return `${clause(b, y)}, ${a} strongly so`;
  const second = predicate(scale, y) ? clause(b, y) : `${possessive(b)} is ${quotedLabel(y)}`;
  return `${clause(a, x)}${glue}${second}`;
}

const withArticle =
  /^(?:United |Central African |Dominican |Republic of |DR Congo|Soviet |Holy See|Netherlands|Philippines|Maldives|Gambia|Bahamas|Comoros|Seychelles|Quad$|European |Eurasian |Group of |Shanghai |Collective |Commonwealth |Co-chairs |UN )|Islands$|German (?:Democratic|Federal)/;

/** A name as it stands in a sentence: `the United States`. */
export function nameInProse(name: string): string {
  return withArticle.test(name) ? `the ${name}` : name;
}

const longestTitle = 90;

function clip(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most).replace(/[\s,;:–-]+\S*$/, '');
  return `${cut}…`;
}

export function titleInProse(title: string): string {
  return clip(title, longestTitle);
}

const longestNote = 190;

/** Whole sentences of a note while they fit, at least the first, ending with a full stop. */
export function noteWords(note: string, most = longestNote): string {
  const sentences = note.match(/.+?(?:[.!?…]+["”’)]?(?=\s+\p{Lu}|\s*$)|$)/gsu) ?? [note];
  let words = '';
  for (const sentence of sentences) {
    if (words !== '' && words.length + sentence.length > most) break;
    words += sentence;
  }
  const clipped = clip(words.trim(), most * 1.5);
  return /[.!?…]["”’)]?$/.test(clipped) ? clipped : `${clipped}.`;
}

const yearOf = (label: string, end: 'first' | 'last') =>
  ((end === 'last' ? label.split('/')[1] : undefined) ?? label).slice(0, 4);

/** `2016`, or `2016–2019`. */
export function yearsOf([first, last]: readonly [string, string]): string {
  const [from, to] = [yearOf(first, 'first'), yearOf(last, 'last')];
  return from === to ? from : `${from}–${to}`;
}

/** A title in quotation marks, a text that comes back with the number and years: `“…” (4 votes, 2016–2019)`. */
export function mentionWords({ title, rivals, n, dates, ballot }: Mention): string {
  const quoted = `“${titleInProse(title)}”${rivals ? ' and the like' : ''}`;
  if (n > 1) return `${quoted} (${count(n)} ${ballot ? 'votes' : 'times'}, ${yearsOf(dates)})`;
  const years = yearsOf(dates);
  return ballot && !title.includes(years) ? `${quoted} (${years})` : quoted;
}

/** Mentions in a row, each with its sources. */
export function mentionList(mentions: readonly Mention[]): Text {
  return listed(mentions.map((one) => say`${mentionWords(one)}${citeOne(one.sources)}`));
}

/** An event with its date and sources. */
export function eventWords({ title, date, sources }: EventMention): Text {
  const words = title.includes(yearsOf([date, date])) && /\d{1,2} \p{Lu}/u.test(title);
  return say`${titleInProse(title)}${words ? '' : ` (${shortDate(date)})`}${citeOne(sources)}`;
}

const organisationWithArticle =
  /^(?:CIS|CSTO|EAEU|EU|G7|G20|GCC|OSCE|SCO|UN|WHO|WTO)$|(?:Union|Council|League|Community|Organi[sz]ation)$/;

/** Organisations, each with the sources of it: `the SCO`, `BRICS`. */
export function organisationList(
  memberships: readonly Membership[],
  sources: Readonly<Record<string, readonly string[]>>,
): Text {
  return listed(
    memberships.map(({ id, title }) => {
      const name = organisationWithArticle.test(title) ? `the ${title}` : nameInProse(title);
      return say`${name}${citeOne(sources[id] ?? [])}`;
    }),
  );
}
