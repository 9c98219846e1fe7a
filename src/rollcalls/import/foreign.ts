import { gunzipSync } from 'node:zlib';
import { inputError } from '../../errors.ts';
import { firstBytes } from '../bytes.ts';

const ofR = 'in R: write.csv(x, "x.csv", row.names = FALSE)';

/** First bytes of files that other programs write, with what they are and how a table is got out of them. */
const signatures: readonly (readonly [starts: readonly string[], what: string, hint: string])[] = [
  [['RDX2\n', 'RDX3\n', 'RDA2\n', 'RDA3\n'], 'is a workspace of R (RData)', ofR],
  [['X\n\0\0\0', 'A\n2\n', 'A\n3\n', 'B\n'], 'is an object of R (rds)', ofR],
  [
    ['BZh', '\u00fd7zXZ'],
    'is packed with bzip2 or xz',
    `unpack it first, if it is a table; ${ofR}`,
  ],
  [
    ['<stata_dta>', 's\u0001\u0001', 's\u0002\u0001', 'r\u0002\u0001', 'q\u0002\u0001'],
    'is a data set of Stata',
    'in Stata: export delimited using x.csv',
  ],
  [['$FL2', '$FL3'], 'is a data set of SPSS', 'save it as CSV'],
  [
    ['\u00d0\u00cf\u0011\u00e0'],
    'is a workbook of the old kind (.xls), or one with a password',
    'save it as .xlsx or CSV',
  ],
  [['PAR1'], 'is a Parquet file', 'write it as CSV'],
];

/**
 * Tells what a file is by its first bytes.
 *
 * @throws UserError (exit 3) if it is of a program whose files are not read
 */
export async function refuseForeign(path: string): Promise<'workbook' | 'text'> {
  const start = await firstBytes(path, 4096);
  const text = unpackedStart(start).toString('latin1');
  for (const [starts, what, hint] of signatures)
    if (starts.some((each) => text.startsWith(each))) throw inputError(`${path} ${what}`, { hint });
  if (!text.startsWith('PK\u0003\u0004')) return 'text';
  if (text.includes('opendocument.spreadsheet'))
    throw inputError(`${path} is a spreadsheet of OpenDocument (.ods)`, {
      hint: 'save it as .xlsx or CSV',
    });
  return /\.xls[xm]$/i.test(path) || /\[Content_Types\]\.xml|xl\/|_rels\//.test(text)
    ? 'workbook'
    : 'text';
}

function unpackedStart(start: Buffer): Buffer {
  if (start[0] !== 0x1f || start[1] !== 0x8b) return start;
  try {
    // Z_SYNC_FLUSH takes what is cut off for what it is.
    return gunzipSync(start, { finishFlush: 2, maxOutputLength: 1 << 23 });
  } catch {
    return start;
  }
}

/** Columns of tables that others worked out from votes. */
const scores =
  /^(?:agree\d*|agreement|s[23]un\w*|ideal_?points?\w*|abs_?ideal\w*|nominate\w*|w?nom\d?d|kappa|pi|theta)$/i;

/** @throws UserError (exit 3) if a file that has no votes holds scores */
export function refuseScores(header: readonly string[], file: string): void {
  const found = header.filter((name) => scores.test(name));
  if (found.length === 0) return;
  throw inputError(
    `${file} holds scores (${found.slice(0, 3).join(', ')}), which were worked out from votes, and no votes`,
    { hint: 'import the votes that they were worked out from; align works out scores itself' },
  );
}
