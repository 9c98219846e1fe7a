import { type RankResult, rankCountries } from '../../analysis/rank.ts';
import { UserError } from '../../errors.ts';
import { provenanceOf } from '../../provenance.ts';
import { rendererOf } from '../../render/registry.ts';
import { type AllDyadsOptions, compareWithAll } from '../all-dyads.ts';
import { exitCodes } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import type { OutputOptions } from '../options.ts';
import { settleOutput, writeOutput } from '../output.ts';
import { renderContext } from '../render-context.ts';

const formats = ['table', 'json', 'csv', 'markdown'] as const;

export type RankOptions = AllDyadsOptions &
  OutputOptions & { readonly minJoint: number; readonly top: number };

/** `align rank <country>` */
export async function rank(
  [name]: readonly [string],
  options: RankOptions,
  io: Io,
): Promise<number> {
  const output = settleOutput(options, formats, io);
  const { result, focus, nameOf, estimate, catalogs } = await compareWithAll(name, options, io);
  const [period] = [...result.periods];
  if (!period) throw new Error('a matrix without periods');
  const { ranked, leftOut } = rankCountries(
    period.dyads,
    focus.code,
    options.minJoint,
    result.measure,
  );
  const enough = leftOut.find(({ n }) => n >= options.minJoint);
  if (ranked.length === 0 && enough)
    throw new UserError(`${result.measure} is undefined for ${focus.name} with every country`, {
      hint: 'choose another measure: align list measures',
      exitCode: exitCodes.noEvidence,
    });
  if (ranked.length === 0)
    throw new UserError(
      `no country has ${options.minJoint} joint ${options.minJoint === 1 ? 'issue' : 'issues'} with ${focus.name} in this selection`,
      {
        hint:
          leftOut.length > 0
            ? `the most is ${Math.max(...leftOut.map(({ n }) => n))}; see --min-joint`
            : `it has ${result.issues} issues; widen the selection, or see align list issues`,
        exitCode: exitCodes.noEvidence,
      },
    );
  const ranking: RankResult = {
    schema: 'align/rank@1',
    country: { code: focus.code, name: focus.name },
    measure: result.measure,
    distance: result.distance,
    issues: result.issues,
    minJoint: options.minJoint,
    ranked: ranked.map(({ code, ...rest }) => {
      const { low, high, clusters, reason } = estimate(focus.code, code);
      const interval = { clusters, low, high, ...(reason === undefined ? {} : { reason }) };
      return { code, name: nameOf(code), ...rest, ...interval };
    }),
    leftOut: leftOut.map(({ code, ...rest }) => ({ code, name: nameOf(code), ...rest })),
  };
  const render = await rendererOf('rank', output.format);
  const provenance = provenanceOf({ catalogs }, options);
  const text = render(
    { ...ranking, top: options.top, provenance },
    await renderContext(options, output, io),
  );
  await writeOutput(output, text, io);
  return exitCodes.answered;
}
