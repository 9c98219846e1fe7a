import type { DyadsWithAll } from '../../analysis/compare-all.ts';
import { describeRanking, type Ranking, type RankSettings, rankWith } from '../../analysis/rank.ts';
import { UserError } from '../../errors.ts';
import { exitCodes } from '../exit-codes.ts';
import { findDyadsWithAll } from '../find-dyads.ts';
import type { Io } from '../io.ts';
import type { GlobalOptions, MeasureOptions, OutputOptions, SelectionOptions } from '../options.ts';
import { settleOutput } from '../output.ts';
import { present } from '../present.ts';
import { worldOf } from '../question.ts';

export type RankOptions = SelectionOptions &
  MeasureOptions &
  OutputOptions &
  GlobalOptions &
  RankSettings & { readonly top: number };

/** `align rank <country>` */
export async function rank(
  [name]: readonly [string],
  options: RankOptions,
  io: Io,
): Promise<number> {
  const output = settleOutput(options, 'rank', io);
  const world = worldOf(options, io);
  const { dyads: all, from, options: asked } = await findDyadsWithAll(name, options, world);
  const { order, top } = options;
  const ranking = rankWith(all, options.minJoint);
  refuseNobody(ranking, all, options);

  const of = ranking.partners.length;
  const actors = ranking.partners.filter(({ code }) => all.labelOf(code).actor).length;
  const isWhole = output.format === 'json' || output.format === 'csv';
  // Intervals take time where evidence is plenty: only those that are asked for.
  const isShown = (place: number) => isWhole || place < top || place >= of - top;
  const result = describeRanking(ranking, all, options, isShown);
  const run = { output, options: asked, io, world };
  return present('rank', { ...result, order, of, actors }, from, run);
}

/** @throws UserError (exit 4) if nobody can be ranked, with what would help */
function refuseNobody(
  { partners, leftOut }: Ranking,
  { focus, result: { measure, issues, interactions } }: DyadsWithAll,
  { minJoint }: RankOptions,
): void {
  if (partners.length > 0) return;
  if (leftOut.some(({ n }) => n >= minJoint))
    throw new UserError(`${measure} is undefined for ${focus.name} with every country`, {
      hint: 'choose another measure: align list measures',
      exitCode: exitCodes.noEvidence,
    });
  const [what, list] =
    interactions === undefined
      ? (['joint issue', 'align list issues'] as const)
      : (['interaction', 'align list interactions'] as const);
  const most = Math.max(...leftOut.map(({ n }) => n));
  const extent = interactions === undefined ? `it has ${issues} issues; ` : '';
  throw new UserError(
    `no country has ${minJoint} ${what}${minJoint === 1 ? '' : 's'} with ${focus.name} in this selection`,
    {
      hint:
        leftOut.length > 0
          ? `the most is ${most}; see --min-joint`
          : `${extent}widen the selection, or see ${list}`,
      exitCode: exitCodes.noEvidence,
    },
  );
}
