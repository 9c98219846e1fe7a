import { builtInScales } from '../../catalog/scales.ts';
import type { Scale } from '../../results/inventory.ts';
import { inputError, UserError } from '../../errors.ts';
import { ABSENT, MISSING } from '../../evidence/evidence.ts';
import { ABSTAIN, NO, YES } from '../record.ts';

/** How a column writes votes: its words, in the form of `normalWord`, and what they mean. */
export interface VoteCodes {
  readonly name: string;
  /** What it is, for people. */
  readonly about: string;
  readonly words: ReadonlyMap<string, number>;
  /** Words without which a column is not told by them, and words that other numbers have. */
  readonly signs?: readonly string[];
  readonly never?: readonly string[];
}

/** Case, spaces around and decimals that are none do not matter; nor does the minus that is printed. */
export function normalWord(text: string): string {
  const word = text.trim().toLowerCase().normalize('NFC').replaceAll(/\s+/g, ' ');
  return word
    .replace(/^\u2212/, '-')
    .replace(/^([+-]?\d+)[.,]0*$/, '$1')
    .replace(/^\+(?=\d)/, '');
}

const wordsOf = (...meanings: readonly (readonly [number, string])[]) =>
  new Map(
    meanings.flatMap(([meaning, words]) =>
      words.split('|').map((word) => [normalWord(word), meaning] as const),
    ),
  );

/** Absence is written alike beside whatever codes; what is no member has not been absent. */
const absences = wordsOf(
  [
    ABSENT,
    'x|nv|absent|absence|not voting|non-voting|non voting|nonvoting|no vote|no-vote|did not vote|did_not_vote|did-not-vote|not present|not participating|abwesend|nicht abgegeben|nicht abgestimmt|absente|non votant|non-votant|ausente|no vota|no votó|não votou|assente|non votante|afwezig|frånvarande|fraværende|poissa|nieobecny|nieobecna|nepřítomen|отсутствовал|не голосовал|缺席|未投票|غائب|katılmadı|欠席',
  ],
  [
    MISSING,
    '|.|..|...|-|–|—|na|n/a|n.a.|nan|null|none|#n/a|<na>|missing|not a member|non-member|not member|without vote|without a vote|adopted without vote|adopted without a vote|consensus',
  ],
);

const languages = wordsOf(
  [
    YES,
    'yes|yea|yeas|aye|ayes|for|in favour|in favor|favour|favor|voted for|oui|pour|ja|dafür|für|sí|si|sì|a favor|favorable|sim|favorevole|voor|för|jå|kyllä|jaa|tak|za|ano|áno|igen|mellette|da|да|за|evet|kabul|ναι|υπέρ|نعم|مع|赞成|贊成|是|賛成|はい|찬성|כן|בעד|हाँ|ya|setuju|có|tán thành|так|taip|jah|poolt|pentru',
  ],
  [
    NO,
    'no|nay|nays|against|voted against|non|contre|nein|dagegen|gegen|contra|en contra|não|contro|contrario|nee|tegen|nej|mot|imod|ei|nie|przeciw|ne|proti|nem|ellene|nu|împotrivă|нет|против|hayır|ret|όχι|κατά|لا|ضد|反对|反對|否|反対|いいえ|반대|לא|נגד|नहीं|tidak|không|phản đối|ні|проти|prieš|vastu',
  ],
  [
    ABSTAIN,
    "abs|abst|abstain|abstained|abstains|abstaining|abstention|abstentions|enthaltung|enthalten|sich enthalten|abstenu|s’abstient|s'abstient|abstención|abstencion|abstenção|abstencao|abstencionista|astensione|astenuto|onthouding|avstår|avstod|avholdende|hverken for eller imod|undlod|tyhjä|tyhjiä|wstrzymał się|wstrzymała się|wstrzymanie|zdržel se|zdržal sa|tartózkodik|tartózkodott|abținere|воздержался|воздержалась|воздержание|çekimser|αποχή|امتناع|ممتنع|弃权|棄權|棄権|기권|נמנע|abstain/abstensi|phiếu trắng|утримався|susilaikė|erapooletu|suzdržan",
  ],
);

const letters = wordsOf([YES, 'y'], [NO, 'n'], [ABSTAIN, 'a']);

const codesOf = (
  name: string,
  about: string,
  words: ReadonlyMap<string, number>,
  signs: readonly string[] = [],
  never: readonly string[] = [],
): VoteCodes => ({ name, about, words, signs, never });

/** Every way of writing votes that is known; the words of a column decide among them. */
export const voteCodes = [
  codesOf('words', 'words in many languages', languages),
  codesOf('letters', 'Y yes, N no, A abstain', letters),
  // An A beside words may be against; beside a Y it is not.
  codesOf('mixed', 'words; Y, N, A', new Map([...languages, ...letters]), ['y']),
  codesOf(
    'voeten',
    '1 yes, 2 abstain, 3 no, 8 absent, 9 not a member',
    wordsOf([YES, '1'], [ABSTAIN, '2'], [NO, '3'], [ABSENT, '8'], [MISSING, '9']),
  ),
  codesOf('yes-no', '1 yes, 2 no', wordsOf([YES, '1'], [NO, '2'])),
  codesOf('signed', '1 yes, 0 abstain, -1 no', wordsOf([YES, '1'], [ABSTAIN, '0'], [NO, '-1'])),
  codesOf('binary', '1 yes, 0 no', wordsOf([YES, '1'], [NO, '0'])),
  codesOf(
    'voteview',
    'cast codes: 1 to 3 yea, 4 to 6 nay, 7 and 8 present, 9 not voting, 0 not a member',
    wordsOf([YES, '1|2|3'], [NO, '4|5|6'], [ABSTAIN, '7|8'], [ABSENT, '9'], [MISSING, '0']),
    ['6'],
    ['2', '3', '4', '5'],
  ),
  codesOf(
    'french',
    'P pour, C contre, A abstention',
    wordsOf([YES, 'p'], [NO, 'c'], [ABSTAIN, 'a']),
  ),
  codesOf('oui', 'O oui, N non, A abstention', wordsOf([YES, 'o'], [NO, 'n'], [ABSTAIN, 'a'])),
  codesOf('german', 'J ja, N nein, E Enthaltung', wordsOf([YES, 'j'], [NO, 'n'], [ABSTAIN, 'e'])),
  codesOf('spanish', 'S sí, N no, A abstención', wordsOf([YES, 's'], [NO, 'n'], [ABSTAIN, 'a'])),
  codesOf('for-against', 'F for, A against', wordsOf([YES, 'f'], [NO, 'a'])),
  codesOf(
    'for-abstain',
    'F for, N against, A abstain',
    wordsOf([YES, 'f'], [NO, 'n'], [ABSTAIN, 'a']),
  ),
  codesOf(
    'plus-minus',
    '+ yes, 0 abstain, - no',
    wordsOf([YES, '+'], [ABSTAIN, '0|o'], [NO, '-']),
    ['+'],
  ),
] as const satisfies readonly VoteCodes[];

/** What a word means in given codes, absences included. */
export function readVote({ words }: VoteCodes, text: string): number | undefined {
  const word = normalWord(text);
  return words.get(word) ?? absences.get(word);
}

/** Labels of a scale from against to for, as codes. */
export function scaleCodes(labels: readonly string[]): VoteCodes {
  const words = new Map(labels.map((label, i) => [normalWord(label), i]));
  // Issues on a scale have positions or none.
  for (const [word, meaning] of absences)
    if (!words.has(word)) words.set(word, meaning === ABSENT ? ABSENT : MISSING);
  return { name: 'scale', about: labels.join(' < '), words };
}

const meanings: ReadonlyMap<string, number> = new Map([
  ['yes', YES],
  ['no', NO],
  ['abstain', ABSTAIN],
  ['absent', ABSENT],
  ['none', MISSING],
]);

/** What a vote is called. */
export function voteMeaning(vote: number | undefined): string | null {
  return [...meanings].find(([, meaning]) => meaning === vote)?.[0] ?? null;
}

/**
 * Codes by name, or a list such as `1=yes,0=no,9=absent`.
 *
 * @throws UserError
 */
export function parseCodes(text: string): VoteCodes {
  const known = voteCodes.find(({ name }) => name === text);
  if (known) return known;
  const pairs = text.split(',').map((pair) => pair.split('=').map((part) => part.trim()));
  const words = new Map<string, number>();
  for (const [word = '', meaning = ''] of pairs) {
    const vote = meanings.get(meaning.toLowerCase());
    if (vote !== undefined && !words.has(normalWord(word))) words.set(normalWord(word), vote);
  }
  if (words.size < pairs.length)
    throw new UserError(`${JSON.stringify(text)} are no codes of votes`, {
      hint: `give one of ${voteCodes.map(({ name }) => name).join(', ')}, or a list such as 1=yes,0=no,2=abstain,9=absent (none: no member)`,
    });
  return { name: 'given', about: text, words };
}

/** Built-in scales, that of votes aside, whose labels are all that a column holds. */
export function scalesOf(tally: Tally): readonly Scale[] {
  const words = [...tally.keys()].map(normalWord).filter((word) => !absences.has(word));
  return Object.values(builtInScales).filter(
    ({ id, labels }) =>
      id !== 'vote' && words.length > 0 && words.every((word) => labels.includes(word)),
  );
}

/** What a column holds: its different texts, and how often each is there. */
export type Tally = ReadonlyMap<string, number>;

/** So much of a column has to be known to be called its codes; numbers may be a scale. */
const leastWords = 0.5;
const leastNumbers = 0.9;

const describe = (codes: VoteCodes) => `${codes.name} (${codes.about})`;

/**
 * The codes of a column, from all its values.
 *
 * @param where the column, for messages
 * @throws UserError (exit 3) if none fits, or several that read it differently
 */
export function decideCodes(tally: Tally, where: string): VoteCodes {
  const words = [...tally].map(([text, count]) => [normalWord(text), count] as const);
  const telling = words.filter(([word]) => !absences.has(word));
  const fits = (codes: VoteCodes) =>
    (codes.signs ?? []).every((sign) => words.some(([word]) => word === sign)) &&
    !words.some(([word]) => codes.never?.includes(word));
  const covered = (codes: VoteCodes) =>
    telling.reduce((sum, [word, count]) => sum + (codes.words.has(word) ? count : 0), 0);
  const usable: readonly { readonly codes: VoteCodes; readonly n: number }[] = voteCodes
    .filter(fits)
    .map((codes) => ({ codes, n: covered(codes) }));
  const most = Math.max(0, ...usable.map(({ n }) => n));
  const total = telling.reduce((sum, [, count]) => sum + count, 0);
  const scales = scalesOf(tally);
  if (total > 0 && scales.length > 0 && most < total) throw onScale(scales, where);
  if (total === 0) return voteCodes[0];
  const candidates = usable.filter(({ n }) => n === most).map(({ codes }) => codes);
  const least = telling.some(([word]) => !/\d/.test(word)) ? leastWords : leastNumbers;
  if (most < least * total) throw unknownCodes(telling, where);
  const disputed = telling.find(
    ([word]) => new Set(candidates.map((codes) => codes.words.get(word))).size > 1,
  );
  const [first = voteCodes[0]] = candidates;
  const disputedAbsence = words.find(
    ([word]) =>
      absences.has(word) && new Set(candidates.map((codes) => codes.words.get(word))).size > 1,
  );
  if (disputed === undefined && disputedAbsence === undefined) return first;
  const readings = candidates.map(describe);
  throw inputError(`${where} can be read in several ways: ${readings.join('; or ')}`, {
    hint: `say which with ${candidates.map(({ name }) => `--codes ${name}`).join(' or ')}, or word for word, such as --codes ${example(telling)}; if they are no votes, --scale has the labels from against to for`,
  });
}

function example(words: readonly (readonly [string, number])[]): string {
  const to = ['yes', 'no', 'abstain'];
  return words
    .slice(0, 3)
    .map(([word], i) => `${word}=${to[i]}`)
    .join(',');
}

function onScale(
  scales: readonly { readonly id: string; readonly labels: readonly string[] }[],
  where: string,
) {
  const of = scales.map(({ id, labels }) => `${id} (${labels.join(', ')})`).join('; or ');
  return inputError(`${where} has positions on a scale and no votes: ${of}`, {
    hint: `say which with ${scales.map(({ id }) => `--scale ${id}`).join(' or ')}`,
  });
}

const mostShown = 10;

function unknownCodes(words: readonly (readonly [string, number])[], where: string) {
  const shown = words
    .toSorted(([x, n], [y, m]) => m - n || (x < y ? -1 : 1))
    .slice(0, mostShown)
    .map(([word, count]) => `${JSON.stringify(word)} (${count} times)`);
  const more = words.length > mostShown ? ` and ${words.length - mostShown} others` : '';
  return inputError(`${where} has no votes in known codes: ${shown.join(', ')}${more}`, {
    hint: `say what they mean with --codes, such as --codes ${example(words)}, or give the labels of a scale from against to for with --scale`,
  });
}
