import { byPositions, gridOfPositions } from '../../analysis/position-grid.ts';
import { UserError } from '../../errors.ts';
import { inventoryFilter } from '../../evidence/evidence.ts';
import { everySide } from '../../evidence/side.ts';
import { openLibrary } from '../../question/open-library.ts';
import { selectionOf } from '../../question/question.ts';
import { refuseSameSide } from '../../question/refusals.ts';
import { sideOf } from '../../question/sides.ts';
import type { Io } from '../io.ts';
import { settleOutput } from '../output.ts';
import { present } from '../present.ts';
import { catalogNames, worldOf } from '../question.ts';
import type { ListOptions } from '../options.ts';

/** `align list positions [countries...]` */
export async function listPositions(
  names: readonly string[],
  options: ListOptions,
  io: Io,
): Promise<number> {
  if (options.series)
    throw new UserError('--series is about issues', { hint: 'align list issues --series' });
  const output = settleOutput(options, 'grid', io);
  const world = worldOf(options, io);
  const library = await openLibrary(catalogNames(options), world);
  const selection = { ...selectionOf(options), ...inventoryFilter };
  const named = names.map((name) => library.find(name, selection.to));
  refuseSameSide(named);
  const evidence = await library.gather(selection);
  const sides =
    named.length > 0
      ? named.map((each) => sideOf(evidence, each))
      : byPositions(everySide(evidence, library.nameOf));
  const result = gridOfPositions(evidence, sides, options);
  return present('grid', result, evidence, { output, options, io, world });
}

/** @throws UserError (usage) if another list is asked for what only this one has */
export function refuseOnlyOfPositions(
  what: string | undefined,
  names: readonly string[],
  { differ }: ListOptions,
): void {
  if (names.length > 0)
    throw new UserError(`align list ${what} takes no countries`, {
      hint: 'align list positions has those of some countries',
    });
  if (differ) throw new UserError('--differ is about positions', { hint: 'align list positions' });
}
