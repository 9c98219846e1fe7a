import { explainDyad } from '../../analysis/explain/explain.ts';
import { explainIssue } from '../../analysis/explain/issue.ts';
import type { Catalog } from '../../catalog/model.ts';
import { nearestFew } from '../../catalog/nearest.ts';
import { UserError } from '../../errors.ts';
import type { Evidence } from '../../evidence/evidence.ts';
import { checkWeightNames } from '../../evidence/weights.ts';
import { provenanceOf } from '../../provenance.ts';
import { rendererOf } from '../../render/registry.ts';
import {
  gatherEvidence,
  openAtlas,
  openNamedCatalogs,
  partyOf,
  resolveParty,
  selectionFilter,
} from '../context.ts';
import { exitCodes } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import type { GlobalOptions, MeasureOptions, OutputOptions, SelectionOptions } from '../options.ts';
import { settleOutput, writeOutput } from '../output.ts';
import { renderContext } from '../render-context.ts';
import { applyConvention, findConvention, scoreSettings } from '../settings.ts';

export type ExplainOptions = SelectionOptions & MeasureOptions & OutputOptions & GlobalOptions;

const explainFormats = ['table', 'json', 'csv', 'markdown', 'html'] as const;

const beside = { ids: ['s', 'kappa', 'pi'], intervals: false };

/** @throws UserError (usage) if the selection has no such issue, with the nearest or why it is left out */
function checkIssue(id: string, evidence: Evidence, catalogs: readonly Catalog[]): void {
  if (evidence.issues.some(({ issue }) => issue.id === id)) return;
  if (catalogs.some(({ issues }) => issues.some((issue) => issue.id === id)))
    throw new UserError(`the issue "${id}" is outside this selection`, {
      hint: 'leave out --from, --to, --topic, --issue or the like',
    });
  const near = nearestFew(
    id,
    evidence.issues.map(({ issue }) => ({ id: issue.id, title: issue.title })),
  );
  throw new UserError(`no issue is called "${id}"`, {
    hint: `${near.length > 0 ? `did you mean ${near.join(', or ')}? ` : ''}align list issues shows them all`,
  });
}

/** `align explain <a> <b> [issue]` */
export async function explain(
  [nameA, nameB, id]: readonly [string, string, string?],
  options: ExplainOptions,
  io: Io,
): Promise<number> {
  const output = settleOutput(options, explainFormats, io);
  const settings = await scoreSettings(options, beside, io);
  const filter = applyConvention(selectionFilter(options), findConvention(options.convention));

  const atlas = openAtlas();
  const catalogs = await openNamedCatalogs(options, io, atlas);
  const [first, second] = [nameA, nameB].map((name) => resolveParty(name, atlas, catalogs));
  if (!first || !second) throw new Error('two parties expected');
  if (first.code === second.code)
    throw new UserError(`${first.name} cannot be compared with itself`, {
      hint: 'name two different countries or blocs',
    });
  const evidence = await gatherEvidence(catalogs, filter);
  checkWeightNames(settings.weighting, catalogs, evidence);
  const [a, b] = [first, second].map((found) => partyOf(evidence, found, options.blocPosition));
  if (!a || !b) throw new Error('two parties expected');
  const provenance = provenanceOf(evidence, options);
  const context = renderContext(options, output, io);

  if (id !== undefined) {
    checkIssue(id, evidence, catalogs);
    const { explanation, reason } = explainIssue(evidence, id, a, b, settings);
    if (!explanation) throw new UserError(reason, { exitCode: exitCodes.noEvidence });
    const render = await rendererOf('issueExplanation', output.format);
    await writeOutput(output, render({ ...explanation, provenance }, context), io);
    return exitCodes.answered;
  }

  const explanation = explainDyad(evidence, a, b, settings, filter);
  const { coverage } = explanation.score;
  if (coverage.joint === 0)
    throw new UserError(`${a.name} and ${b.name} have no joint issue in this selection`, {
      hint: `of ${coverage.issues} issues, ${a.name} has a position on ${coverage.a} and ${b.name} on ${coverage.b}; widen the selection, or see align list issues`,
      exitCode: exitCodes.noEvidence,
    });
  const render = await rendererOf('explanation', output.format);
  await writeOutput(output, render({ ...explanation, provenance }, context), io);
  return exitCodes.answered;
}
