import { ABSENT, MISSING } from '../../evidence/evidence.ts';
import { type RowVisitor, textOf } from '../csv.ts';
import { ABSTAIN, NO, YES } from '../record.ts';
import { type Columns, findColumns } from './columns.ts';
import { type Details, type ImportContext, visitRows } from './rows.ts';
import { needDay, needSession, toCount } from './values.ts';

/** Flags of the data set, and the subjects they stand for (Voeten's codebook). */
export const voetenSubjects: ReadonlyMap<string, string> = new Map([
  ['me', 'Palestinian conflict'],
  ['nu', 'Nuclear weapons and nuclear material'],
  ['di', 'Arms control and disarmament'],
  ['hr', 'Human rights'],
  ['co', 'Colonialism'],
  ['ec', 'Economic development'],
]);

/** 1 yes, 2 abstain, 3 no, 8 absent, 9 not a member. */
const voetenVotes: ReadonlyMap<string, number> = new Map([
  ['1', YES],
  ['2', ABSTAIN],
  ['3', NO],
  ['8', ABSENT],
  ['9', MISSING],
]);

/**
 * Symbols of resolutions as the United Nations write them since 1976: `R/74/168` is `A/RES/74/168`.
 * Earlier ones and those of special sessions stay as they are.
 */
export function toSymbol(text: string): string {
  const match = /^R\/(\d+)\/(.+)$/.exec(text);
  return match && Number(match[1]) >= 31 ? `A/RES/${match[1]}/${match[2]}` : text;
}

/**
 * Which of the two texts that the data set has on a roll call is the title, and what the other says.
 * `descr` has the full title, except where it quotes the agenda, behind a document symbol, or where only
 * `short` is printed as titles of resolutions are. Up to session 39 it is a summary.
 */
export function titleOf(short: string, descr: string): { title: string; description: string } {
  const isPrinted = (text: string) => /resolution \/ adopted/i.test(text);
  const isShort = !isPrinted(descr) && (isPrinted(short) || /^[A-Z]{1,2}\/[\w.]/.test(descr));
  const title = (isShort ? short : descr) || descr || short;
  const other = title === descr ? short : descr;
  return { title, description: other === title ? '' : other };
}

/** What the data set, or its table of roll calls, says of the roll call of a row. */
export function describeVoeten(
  columns: Columns,
  file: string,
): (row: readonly string[], line: () => number) => Details & { readonly roll_call: string } {
  for (const name of ['rcid', 'session', 'date', 'unres']) columns.need(name);
  return (row, line) => {
    /** `NA` is R's missing value; in the columns read here it never means Namibia. */
    const text = (name: string) => {
      const own = textOf(row[columns.find(name)] ?? '').trim();
      return own === 'NA' ? '' : own;
    };
    const marked = (...flags: readonly (readonly [string, string])[]) =>
      flags.filter(([flag]) => text(flag) === '1').map(([, word]) => word);
    return {
      roll_call: text('rcid'),
      resolution: toSymbol(text('unres')),
      date: needDay(text('date'), file, line),
      session: needSession(text('session'), file, line),
      ...titleOf(text('short'), text('descr')),
      subjects: marked(...voetenSubjects).join('|'),
      on: marked(['amend', 'amendment'], ['para', 'paragraph']).join(' '),
      important: marked(['importantvote', '1']).join(''),
      total_yes: text('yes'),
      total_no: text('no'),
      total_abstentions: text('abstain'),
    };
  };
}

/**
 * Erik Voeten's `UNVotes.csv`: a row per roll call and country. States go by their COW number, as the
 * file gives one ISO code to both Yemens.
 */
export function voetenVisitor(context: ImportContext): RowVisitor {
  const { states, remarks, file, header } = context;
  const columns = findColumns(header, file, 'voeten');
  const [rcid, ccode, vote] = ['rcid', 'ccode', 'vote'].map(columns.need) as [
    number,
    number,
    number,
  ];
  const described = ['date', 'session', 'unres'].map(columns.need);
  const [abbreviation, name] = [columns.find('Country'), columns.find('Countryname')];
  const nameOf = (row: readonly string[]) => textOf(row[name] ?? '');

  const stateOf = new Map<string, string>();
  const noteSharedCode = (row: readonly string[], state: string) => {
    const iso = textOf(row[abbreviation] ?? '');
    const earlier = stateOf.get(iso);
    if (iso !== '' && earlier !== undefined)
      remarks.doubtful.add(
        'shared-code',
        'codes that the file gives to two states; told apart by their COW numbers',
        () => `${iso}: ${earlier} and ${state}`,
      );
    stateOf.set(iso, state);
  };

  return visitRows(context, {
    rollCall: (row) => row[rcid]!,
    describe: describeVoeten(columns, file),
    described,
    state: (row) => row[ccode]!,
    byYear: false,
    findState: (row) => {
      const number = textOf(row[ccode]!).trim();
      noteSharedCode(row, `${nameOf(row)} (COW ${number})`);
      return states.find([`cow:${number}`]);
    },
    stateWords: (row) => `COW ${textOf(row[ccode]!)} ${nameOf(row)}`,
    vote: (row) => voetenVotes.get(row[vote]!) ?? voetenVotes.get(toCount(row[vote]!)),
    voteWords: (row) => JSON.stringify(textOf(row[vote]!)),
    unknownVote: ['unknown-vote', 'rows whose vote is not 1, 2, 3, 8 or 9'],
  });
}
