import { orderByBound, type Partner, rankCountries, type RankOrder } from '../../analysis/rank.ts';
import { UserError } from '../../errors.ts';
import { type AllDyads, compareWithAll } from '../all-dyads.ts';
import { exitCodes } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import type { GlobalOptions, MeasureOptions, OutputOptions, SelectionOptions } from '../options.ts';
import { settleOutput } from '../output.ts';
import { present } from '../present.ts';
import { questionOf, worldOf } from '../question.ts';
import type { RankResult } from '../../results/dyads.ts';

export type RankOptions = SelectionOptions &
  MeasureOptions &
  OutputOptions &
  GlobalOptions & { readonly minJoint: number; readonly top: number; readonly order: RankOrder };

type Ranking = ReturnType<typeof rankCountries>;

/** @throws UserError (exit 4) if nobody can be ranked, with what would help */
function refuseNobody({ partners, leftOut }: Ranking, name: string, all: AllDyads, least: number) {
  if (partners.length > 0) return;
  const { measure, issues } = all.result;
  if (leftOut.some(({ n }) => n >= least))
    throw new UserError(`${measure} is undefined for ${name} with every country`, {
      hint: 'choose another measure: align list measures',
      exitCode: exitCodes.noEvidence,
    });
  throw new UserError(
    `no country has ${least} joint ${least === 1 ? 'issue' : 'issues'} with ${name} in this selection`,
    {
      hint:
        leftOut.length > 0
          ? `the most is ${Math.max(...leftOut.map(({ n }) => n))}; see --min-joint`
          : `it has ${issues} issues; widen the selection, or see align list issues`,
      exitCode: exitCodes.noEvidence,
    },
  );
}

/** `align rank <country>` */
export async function rank(
  [name]: readonly [string],
  options: RankOptions,
  io: Io,
): Promise<number> {
  const output = settleOutput(options, 'rank', io);
  const world = worldOf(options, io);
  const all = await compareWithAll(questionOf([name], options, io), world);
  const { result, focus, nameOf, estimate, jointPeriod } = all;
  const { minJoint, order, top } = options;
  const [period] = [...result.periods];
  if (!period) throw new Error('a matrix without periods');
  const ranking = rankCountries(period.dyads, focus.code, minJoint, result.measure);
  refuseNobody(ranking, focus.name, all, minJoint);
  const { partners, leftOut } = ranking;

  const toRow = ({ code, n, value }: Partner) => {
    const { clusters, low, high, reason } = estimate(focus.code, code);
    const why = reason === undefined ? {} : { reason };
    return { code, name: nameOf(code), n, clusters, value, low, high, ...why };
  };
  const isWhole = output.format === 'json' || output.format === 'csv';
  const isShown = (_: unknown, place: number) =>
    isWhole || place < top || place >= partners.length - top;
  // Intervals take time where evidence is plenty: only those that are asked for.
  const ranked =
    order === 'lower'
      ? orderByBound(partners.map(toRow), result.measure).filter(isShown)
      : partners.filter(isShown).map(toRow);
  const found: RankResult = {
    schema: 'align/rank@1',
    country: { code: focus.code, name: focus.name },
    period: jointPeriod(
      focus.code,
      partners.map(({ code }) => code),
    ),
    measure: result.measure,
    distance: result.distance,
    issues: result.issues,
    minJoint,
    ranked,
    leftOut: leftOut.map(({ code, ...rest }) => ({ code, name: nameOf(code), ...rest })),
  };
  return present('rank', { ...found, order, of: partners.length }, all, {
    output,
    options,
    io,
    world,
  });
}
