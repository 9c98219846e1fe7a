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
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f\u0591-\u05c7\u0640\u064b-\u065f\u0670]/g, '')
    .replace(/[ıøđħłßæœþð]/g, (letter) => latinLetters[letter] ?? letter)
    .replace(/['’‘ʼ`´]/g, '')
    .replace(/&/g, ' and ')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .replace(/(?<=^| )the(?= |$)/g, '')
    .replace(/ /g, '')
    .normalize('NFC');
}

/** Up to three Latin letters or digits: as short as a code. */
export function looksLikeCode(key: string): boolean {
  return /^[a-z0-9]{1,3}$/.test(key);
}

/** Written without accents or letters of other scripts, as codes are. Full-width letters are plain. */
export function isPlain(name: string): boolean {
  return /^[\u0020-\u007e]*$/.test(name.normalize('NFKC'));
}
