import type { ScoreSettings } from '../analysis/score.ts';
import type { Catalog } from '../catalog/model.ts';
import { UserError } from '../errors.ts';
import type { Coverage } from '../evidence/dyad.ts';
import type { Evidence, SelectionFilter } from '../evidence/evidence.ts';
import type { Party } from '../evidence/party.ts';
import { checkWeightNames } from '../evidence/weights.ts';
import {
  gatherEvidence,
  openAtlas,
  openNamedCatalogs,
  partyOf,
  refuseMembershipsAlone,
  refuseOneRow,
  resolveParty,
  selectionFilter,
} from './context.ts';
import { exitCodes } from './exit-codes.ts';
import type { Io } from './io.ts';
import type { GlobalOptions, MeasureOptions, SelectionOptions } from './options.ts';
import { applyConvention, findConvention, scoreSettings } from './settings.ts';

/** Two parties, and all that a question about them is asked of. */
export interface OpenedDyad {
  readonly a: Party;
  readonly b: Party;
  readonly catalogs: readonly Catalog[];
  readonly evidence: Evidence;
  readonly filter: SelectionFilter;
  readonly settings: ScoreSettings;
}

/**
 * Opens what a question about two countries or blocs needs.
 *
 * @param beside ids of the measures reported beside the headline
 * @throws UserError (usage) for unknown or equal names and options, (input) for unusable catalogs
 */
export async function openDyad(
  names: readonly [string, string],
  options: SelectionOptions & MeasureOptions & GlobalOptions,
  beside: readonly string[],
  io: Io,
): Promise<OpenedDyad> {
  const settings = await scoreSettings(options, beside, io);
  const filter = applyConvention(selectionFilter(options), findConvention(options.convention));
  const atlas = openAtlas();
  const catalogs = await openNamedCatalogs(options, io, atlas);
  const first = resolveParty(names[0], atlas, catalogs);
  const second = resolveParty(names[1], atlas, catalogs);
  if (first.code === second.code)
    throw new UserError(`${first.name} cannot be compared with itself`, {
      hint: 'name two different countries or blocs',
    });
  const evidence = await gatherEvidence(catalogs, filter);
  refuseOneRow(evidence, [first, second]);
  checkWeightNames(settings.weighting, catalogs, evidence);
  const a = partyOf(evidence, first, options.blocPosition);
  const b = partyOf(evidence, second, options.blocPosition);
  return {
    a,
    b,
    catalogs,
    evidence,
    filter,
    settings,
  };
}

/**
 * Makes sure that two parties share an issue.
 *
 * @throws UserError (no evidence) with what each of them has, or the memberships if that is all there is
 */
export function refuseNoJointIssue(
  { a, b, evidence }: Pick<OpenedDyad, 'a' | 'b' | 'evidence'>,
  coverage: Coverage,
): void {
  if (coverage.joint > 0) return;
  refuseMembershipsAlone(evidence);
  throw new UserError(`${a.name} and ${b.name} have no joint issue in this selection`, {
    hint: `of ${coverage.issues} issues, ${a.name} has a position on ${coverage.a} and ${b.name} on ${coverage.b}; widen the selection, or see align list issues`,
    exitCode: exitCodes.noEvidence,
  });
}
