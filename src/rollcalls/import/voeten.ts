import { ABSENT, MISSING } from '../../evidence/evidence.ts';
import { type RowVisitor, textOf } from '../csv.ts';
import { ABSTAIN, type DetailColumn, NO, YES } from '../record.ts';
import type { Importer } from './importer.ts';
import { findColumns } from './columns.ts';
import { createDetailCheck } from './details.ts';
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

/** `NA` is R's missing value; in the columns read here it never means Namibia. */
export function withoutNa(text: string): string {
  return text === 'NA' ? '' : text;
}

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

/** What a vote was on, from the flags of the data set. */
export function votedOn(amendment: string, paragraph: string): string {
  return [amendment === '1' ? 'amendment' : '', paragraph === '1' ? 'paragraph' : '']
    .filter((word) => word !== '')
    .join(' ');
}

/**
 * Erik Voeten's `UNVotes.csv`: a row per roll call and country. States go by their COW number, as the
 * file gives one ISO code to both Yemens.
 */
export const voeten: Importer = {
  format: 'voeten',
  visitor: (context): RowVisitor => {
    const { collector, states, remarks, file, header } = context;
    const columns = findColumns(header, file, 'voeten');
    const [rcid, ccode, vote, date] = ['rcid', 'ccode', 'vote', 'date'].map(columns.need) as [
      number,
      number,
      number,
      number,
    ];
    const session = columns.need('session');
    const resolution = columns.need('unres');
    const at = (name: string) => columns.find(name);
    const [abbreviation, name] = [at('Country'), at('Countryname')];
    const [yes, no, abstain] = [at('yes'), at('no'), at('abstain')];
    const [amend, para, important] = [at('amend'), at('para'), at('importantvote')];
    const [short, description] = [at('short'), at('descr')];
    const subjects = [...voetenSubjects].map(([flag, title]) => ({ at: at(flag), title }));

    const describe = (
      row: readonly string[],
      line: () => number,
    ): Partial<Record<DetailColumn, string>> => {
      const text = (column: number) => withoutNa(textOf(row[column] ?? '').trim());
      return {
        roll_call: text(rcid),
        resolution: toSymbol(text(resolution)),
        date: needDay(text(date), file, line),
        session: needSession(text(session), file, line),
        ...titleOf(text(short), text(description)),
        subjects: subjects
          .filter((subject) => row[subject.at] === '1')
          .map((subject) => subject.title)
          .join('|'),
        on: votedOn(text(amend), text(para)),
        important: text(important) === '1' ? '1' : '',
        total_yes: text(yes),
        total_no: text(no),
        total_abstentions: text(abstain),
      };
    };

    const countryOf = new Map<string, number>();
    const stateOf = new Map<string, string>();
    const findCountry = (row: readonly string[]): number => {
      const number = textOf(row[ccode]!).trim();
      const code = states.find([`cow:${number}`]);
      const index = code === undefined ? -1 : collector.country(code);
      countryOf.set(textOf(row[ccode]!), index);
      const iso = textOf(row[abbreviation] ?? '');
      const earlier = stateOf.get(iso);
      if (iso !== '' && earlier !== undefined) {
        remarks.doubtful.add(
          'shared-code',
          'codes that the file gives to two states; told apart by their COW numbers',
          () => `${iso}: ${earlier} and ${textOf(row[name] ?? '')} (COW ${number})`,
        );
      }
      stateOf.set(iso, `${textOf(row[name] ?? '')} (COW ${number})`);
      return index;
    };

    const checkDetails = createDetailCheck(context, [date, session, resolution]);
    let lastId: string | undefined;
    let rollCall = -1;
    return (row, line) => {
      const place = () => `line ${line()}`;
      if (row[rcid] !== lastId) {
        lastId = textOf(row[rcid]!);
        rollCall = collector.rollCall(lastId, () => describe(row, line));
      }
      checkDetails(rollCall, row, place);
      const country = countryOf.get(row[ccode]!) ?? findCountry(row);
      if (country === -1) {
        remarks.skipped.add(
          'unknown-country',
          'rows of a state that is not known',
          () => `${place()}: COW ${textOf(row[ccode]!)} ${textOf(row[name] ?? '')}`,
        );
        return;
      }
      const code = voetenVotes.get(row[vote]!) ?? voetenVotes.get(toCount(row[vote]!));
      if (code === undefined) {
        remarks.skipped.add(
          'unknown-vote',
          'rows whose vote is not 1, 2, 3, 8 or 9',
          () => `${place()}: ${JSON.stringify(textOf(row[vote]!))}`,
        );
        return;
      }
      collector.cast(rollCall, country, code, place);
    };
  },
};
