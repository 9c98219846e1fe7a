const spelledOut: ReadonlyMap<string, string> = new Map([
  ['UN', 'United Nations'],
  ['ICJ', 'International Court of Justice'],
  ['IAEA', 'International Atomic Energy Agency'],
  ['NPT', 'Treaty on the Non-Proliferation of Nuclear Weapons'],
  ['UNRWA', 'United Nations Relief and Works Agency for Palestine Refugees in the Near East'],
]);

const abbreviation = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:${[...spelledOut.keys()].join('|')}|U\.N\.)(?![\p{L}\p{N}])`,
  'gu',
);

/** Articles, prepositions and the conjunctions between nouns: what editions of a title differ by. */
const fillers = new Set(
  'a an the of in on to for by with from at as into against between under within without through throughout toward towards upon among during before after about via concerning regarding and or'.split(
    ' ',
  ),
);

const month =
  '(?:january|february|march|april|may|june|july|august|september|october|november|december)';
const year = String.raw`(?:19|20)\d\d(?:\s*[-–/]\s*(?:(?:19|20)\d\d|\d\d))?`;
const ordinal =
  '(?:\\d+(?:st|nd|rd|th)|(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)[- ]?)?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|thirtieth|fortieth|fiftieth|sixtieth|seventieth|eightieth|ninetieth)';

/**
 * A date, year or ordinal at the end of a title. The number of a resolution may look like a year
 * (Security Council resolution 2017) and is none.
 */
const dated = new RegExp(
  String.raw`[\s,;:.(–-]+(?:(?:(?:\d{1,2} )?${month} )?(?<!resolution )${year}|${ordinal}|(?:\d{1,2} )?${month})\)?[\s,;:.]*$|(?: and)$`,
  'u',
);

function undated(title: string): string {
  let text = title;
  for (;;) {
    const rest = text.replace(dated, '');
    if (rest === text) return text;
    text = rest;
  }
}

/** The singular, and British spelling as American: what else editions of a title differ by. */
function stem(word: string): string {
  const singular = word.length > 4 && /[^s]s$/.test(word) ? word.slice(0, -1) : word;
  return singular.replace(/isation/, 'ization').replace(/^programme$/, 'program');
}

/** The words that make out a text in running text, as `titleKey` spells them. */
export function keyWords(text: string): readonly string[] {
  return text
    .toLowerCase()
    .replaceAll(/['’]s?(?![\p{L}\p{N}])/gu, ' ')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !fillers.has(word))
    .map(stem);
}

/**
 * What a title has in common with those under which its text came before: its words without what is
 * printed behind it (`: resolution / adopted …`, notes in brackets, dates, years and ordinals),
 * abbreviations spelt out, in lower case, without punctuation, articles and prepositions, in the
 * singular. Empty where there is nothing else.
 */
export function titleKey(title: string): string {
  const bare = title
    .normalize('NFKC')
    .replaceAll(/\[[^\]]*(?:\]|$)/g, ' ')
    .replace(/\s*(?::\s*resolution\s+adopted\b|:?\s*\bresolution\s*\/).*$/isu, '')
    .replaceAll(abbreviation, (short) => spelledOut.get(short.replaceAll('.', '')) ?? short)
    .toLowerCase()
    .trim();
  return keyWords(undated(bare)).join(' ');
}
