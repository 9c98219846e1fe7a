const latinLetters: Readonly<Record<string, string>> = {
  ı: 'i',
  ø: 'o',
  đ: 'd',
  ħ: 'h',
  ł: 'l',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ð: 'd',
};

/**
 * The form in which names are compared: without case, accents, punctuation, spaces and the word
 * "the", and with `&` spelled out. Letters of every script survive, with the vowel signs of the
 * scripts that need them; Arabic and Hebrew points go, as they are optional in writing.
 * A text without letters and digits gives the empty string.
 */
export function normalizeName(name: string): string {
  if (isAscii(name)) {
    const words = name.toLowerCase().replaceAll(/['`]/g, '').replaceAll('&', ' and ');
    return joinWords(words.replaceAll(/[^a-z0-9]+/g, ' '));
  }
  const words = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u{300}-\u{36f}\u{591}-\u{5c7}\u{64b}-\u{65f}\u{670}]|\u{640}/gu, '')
    .replace(/[ıøđħłßæœþð]/g, (letter) => latinLetters[letter] ?? letter)
    .replace(/['’‘ʼ`´]|\p{Cf}/gu, '')
    .replace(/&/g, ' and ')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ');
  return joinWords(words).normalize('NFC');
}

/** The tables of Unicode that other names need take a while to load. */
function isAscii(name: string): boolean {
  return /^[ -~]*$/.test(name);
}

function joinWords(words: string): string {
  return words.replaceAll(/(?<=^| )the(?= |$)/g, '').replaceAll(' ', '');
}

/** Up to three Latin letters or digits: as short as a code. */
export function looksLikeCode(key: string): boolean {
  return /^[a-z0-9]{1,3}$/.test(key);
}

/** All letters are those of English, as in codes. Full-width letters count as such. */
export function hasEnglishLettersOnly(name: string): boolean {
  return isAscii(name) || !/(?![a-z])[\p{L}\p{M}]/iu.test(name.normalize('NFKC'));
}
