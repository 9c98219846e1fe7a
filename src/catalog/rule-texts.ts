import * as everyRule from './rules/index.ts';

/** What is asked for where no single rule does: of files, of their shape, and of several files together. */
const others: Readonly<Record<string, string>> = {
  empty: 'A file has content.',
  encoding: 'A file is text in UTF-8.',
  limit: 'A file is no larger than files may be.',
  shape: 'A value has the form that the schema asks for.',
  'unknown-key': 'A key is one that the schema knows.',
  clash: 'Catalogs that are loaded together give an id to one thing.',
  'no-such-file': 'The roll-call file that a catalog names is there, in its folder or below.',
  csv: 'A roll-call file is a table with the columns of roll calls, and each row has all of them.',
  'unknown-vote': 'A vote in a roll-call file is Y, N, A, X (absent) or nothing (no member).',
  date: 'A roll call has a day.',
  session: 'The session of a roll call is a whole number.',
  'vote-differs': 'A recorded vote is what the official record says.',
  'tally-differs': 'The result of a recorded ballot is what the official record says.',
  'date-differs': 'A recorded ballot has the date of the official record.',
  'not-in-record': 'A recorded ballot, and each country in it, is in the official record.',
  'ambiguous-roll-call': 'A recorded ballot can be told from others on the same text.',
  'yaml-bad-alias': 'What `*name` stands for is marked with `&name` before it.',
  'yaml-bad-indent': 'Entries of one list or mapping begin in the same column.',
  'yaml-bad-key': 'A key is text.',
  'yaml-block-as-implicit-key':
    'Text with a colon and a space in it is quoted, and entries of one mapping begin in the same column.',
  'yaml-block-in-flow': 'Entries in { } and [ ] stand apart by commas.',
  'yaml-duplicate-key': 'A key stands once in a mapping.',
  'yaml-limit': 'A file holds no more than files may hold.',
  'yaml-missing-char': 'What is opened is closed, and entries begin in the column of their list.',
  'yaml-multiline-implicit-key': 'A key ends with a colon, and a quoted text with its mark.',
  'yaml-multiple-docs': 'A file holds one document.',
  'yaml-resource-exhaustion': 'Lists and mappings do not stand too deep within each other.',
  'yaml-tab-as-indent': 'Lines are indented with spaces.',
  'yaml-unexpected-token': 'Text that means something else to YAML is quoted.',
};

/** By code of a finding, what its rule asks for. Codes that begin with `yaml-` may also be others of the parser. */
export const ruleTexts: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.values(everyRule).map(({ code, about }) => [code, about])),
  ...others,
};

/** What the rule of a finding asks for; that of any syntax error where there is none of the code. */
export function ruleText(code: string): string {
  return (Object.hasOwn(ruleTexts, code) ? ruleTexts[code] : undefined) ?? 'The file is YAML.';
}
