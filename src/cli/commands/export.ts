import { exportTable } from '../../analysis/export.ts';
import { hintFor } from '../../catalog/nearest.ts';
import { UserError } from '../../errors.ts';
import { openLibrary } from '../../question/open-library.ts';
import { selectionOf } from '../../question/question.ts';
import { exportNames } from '../../results/export.ts';
import type { Io } from '../io.ts';
import type { GlobalOptions, OutputOptions, SelectionOptions } from '../options.ts';
import { settleOutput } from '../output.ts';
import { present } from '../present.ts';
import { catalogNames, worldOf } from '../question.ts';

export type ExportOptions = SelectionOptions & OutputOptions & GlobalOptions;

/** `align export <what>` */
export async function exportData(
  [name = '']: readonly string[],
  options: ExportOptions,
  io: Io,
): Promise<number> {
  const output = settleOutput(options, 'export', io);
  const what = exportNames.find((each) => each === name.toLowerCase());
  if (what === undefined)
    throw new UserError(`there is no table of "${name}"`, {
      hint: hintFor(name, exportNames, 'tables'),
    });
  const world = worldOf(options, io);
  const library = await openLibrary(catalogNames(options), world);
  const selection = { ...selectionOf(options), withMemberships: true };
  const evidence = await library.gather(selection);
  const blocs = library.catalogs.flatMap(({ groups }) => Object.values(groups));
  const table = exportTable(evidence, what, { ...selection, blocs, nameOf: library.nameOf });
  return present('export', { what, ...table }, evidence, { output, options, io, world });
}
