import type { CountryCode } from '../../catalog/model.ts';
import type { Atlas } from '../../countries/resolve.ts';
import { inputError } from '../../errors.ts';
import type { ImportSummary, Remark, SourceFile } from '../../results/import.ts';
import type { ManyRule } from '../../results/vocabulary.ts';
import type { RowVisitor } from '../csv.ts';
import { asking, type CountryCodes, decideCountryCodes } from './country-codes.ts';
import { createBlocTable, isBlocTable } from './bloc-table.ts';
import type { DateTexts } from './cell-dates.ts';
import type { FullTable } from './full-catalog.ts';
import { createFullTable, type FullContext, isFullTable } from './full-table.ts';
import { createInteractionTable, isInteractionTable } from './interaction-table.ts';
import { refuseDoubtful } from './judge.ts';
import { createStateFinder, leaveOutStates } from './states.ts';
import { type Remarks, unknownLicence } from './summary.ts';
import type { TableColumns } from './table.ts';

/** How a table with more than votes is read. */
export interface ExtendedOptions {
  readonly id: string;
  readonly title?: string;
  readonly file: string;
  readonly atlas: Atlas;
  readonly format?: string | undefined;
  readonly table?: TableColumns;
  readonly labels?: readonly string[] | undefined;
  readonly codes?: string | undefined;
  readonly countryCodes?: CountryCodes | undefined;
  readonly many?: ManyRule | undefined;
  readonly dated?: string | undefined;
  readonly lenient?: boolean | undefined;
  readonly onRefusal?: (remarks: readonly Remark[]) => void;
}

/** A table with more than votes, while it is read. */
export interface ExtendedTable {
  readonly visit: RowVisitor;
  /**
   * What all rows say, as a catalog without a roll-call file.
   *
   * @throws UserError (exit 3) if it does not add up, or too much would be left out
   */
  readonly finish: (
    sources: readonly SourceFile[],
    rows: number,
  ) => { readonly summary: ImportSummary; readonly catalog: string };
}

interface Place {
  readonly header: readonly string[];
  /** Name of the file, for messages. */
  readonly file: string;
  readonly remarks: { readonly skipped: Remarks; readonly doubtful: Remarks };
  readonly dates: DateTexts;
}

/** Tables that say more than votes; of those that a header fits, the first is meant. */
const kinds: readonly {
  readonly about: string;
  readonly is: (header: readonly string[], options: ExtendedOptions) => boolean;
  readonly create: (context: FullContext, options: ExtendedOptions) => FullTable;
}[] = [
  { about: 'a table of interactions', is: isInteractionTable, create: createInteractionTable },
  { about: 'a table of blocs', is: isBlocTable, create: createBlocTable },
  {
    about: 'a table of positions with all about their issues',
    is: isFullTable,
    create: createFullTable,
  },
];

/** Reads what `align export` writes, and tables like it; `undefined` if the header is of no such table. @throws UserError (exit 3) if only such a table can be what is meant */
export function openExtended(options: ExtendedOptions, place: Place): ExtendedTable | undefined {
  const { header, file, remarks, dates } = place;
  const isTable = (options.format ?? 'table') === 'table';
  const found = isTable ? kinds.find(({ is }) => is(header, options)) : undefined;
  if (found === undefined) {
    if (options.many === undefined) return undefined;
    throw inputError(`--many is of tables with a row for each position, which ${file} is not`, {
      hint: 'name the columns with --issue, --country, --position and --date',
    });
  }
  const { atlas, countryCodes } = options;
  const finder = createStateFinder(atlas, asking[countryCodes ?? 'names']);
  const met = new Map<string, number>();
  const unknown = new Map<string, { count: number; line: number }>();
  const find = (name: string, year: number | undefined, line: number): CountryCode | undefined => {
    met.set(name, (met.get(name) ?? 0) + 1);
    const code = finder.find([name], year);
    if (code !== undefined) return code;
    const known = unknown.get(name) ?? { count: 0, line };
    unknown.set(name, { ...known, count: known.count + 1 });
    return undefined;
  };
  const isCountry = (text: string) => atlas.resolve(text).kind !== 'unknown';
  const context = { header, find, isCountry, file, remarks, dates };
  const table = found.create(context, options);

  return {
    visit: table.visit,
    finish: (files, rows) => {
      const { id, title, many } = options;
      const about = { id, file: options.file, files, many };
      const made = table.finish(title === undefined ? about : { ...about, title });
      const decided = countryCodes ?? decideCountryCodes(met, atlas, 'the column of countries');
      const isGuessed = countryCodes === undefined && decided !== 'names' && decided !== 'iso';
      if (isGuessed)
        throw inputError(`${file} has codes of countries instead of names`, {
          hint: `say which with --country-codes ${decided}`,
        });
      const strangers = [...unknown].map(([text, { count, line }]) => ({
        names: [text],
        text,
        count,
        place: `line ${line}`,
      }));
      leaveOutStates(strangers, 'rows of a state that is not known', atlas, remarks.skipped);
      const { counts, catalog, codes } = made;
      const [skipped, doubtful] = [remarks.skipped.list(), remarks.doubtful.list()];
      const leftOut = skipped
        .flatMap(({ values }) => values)
        .reduce((sum, { count }) => sum + count, 0);
      try {
        if (options.lenient !== true)
          refuseDoubtful({ cells: rows, leftOut, contradicting: 0 }, file);
        if (counts.votes + (counts.interactions ?? 0) + (counts.blocs ?? 0) === 0)
          throw inputError(`nothing was found in ${file}`, { hint: skipped[0]?.message });
      } catch (error) {
        options.onRefusal?.([...skipped, ...doubtful]);
        throw error;
      }
      const summary: ImportSummary = {
        schema: 'align/import@1',
        format: 'table',
        sources: files,
        rows,
        ...counts,
        read: { layout: found.about, codes, votes: [], countries: decided },
        unread: table.unread(),
        skipped,
        doubtful,
        license: '',
        licenseNote: unknownLicence,
      };
      return { summary, catalog };
    },
  };
}
