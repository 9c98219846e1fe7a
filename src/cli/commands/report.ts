import { bestCovered, reportDyad, reportMatrix } from '../../analysis/report.ts';
import type { Catalog } from '../../catalog/model.ts';
import type { Atlas } from '../../countries/resolve.ts';
import { UserError } from '../../errors.ts';
import type { Evidence } from '../../evidence/evidence.ts';
import { countryParty, type Party } from '../../evidence/party.ts';
import { provenanceOf } from '../../provenance.ts';
import { rendererOf } from '../../render/registry.ts';
import {
  gatherEvidence,
  openAtlas,
  openNamedCatalogs,
  partyOf,
  refuseMembershipsAlone,
  resolveParty,
  selectionFilter,
} from '../context.ts';
import { refuseNoJointIssue } from '../dyad.ts';
import { exitCodes } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import { settleOutput, writeOutput } from '../output.ts';
import { checkReportOperands, type ReportOptions } from '../report-operands.ts';
import { renderContext } from '../render-context.ts';
import { applyConvention, findConvention, scoreSettings } from '../settings.ts';

const besideHeadline = ['s', 'kappa', 'pi'];
const mostByDefault = 24;
/** A heatmap of more countries can neither be read nor be told apart. */
const mostCountries = 60;

/** Everyone whom the evidence has positions of, by name. */
function knownCountries(evidence: Evidence, atlas: Atlas): readonly Party[] {
  return evidence.positions.countries.map((code) => {
    const found = atlas.resolve(code);
    return countryParty(evidence, code, found.kind === 'found' ? found.country.name : code);
  });
}

function namedParties(
  names: readonly string[],
  evidence: Evidence,
  atlas: Atlas,
  catalogs: readonly Catalog[],
  { blocPosition }: ReportOptions,
): readonly Party[] {
  const parties = names.map((name) =>
    partyOf(evidence, resolveParty(name, atlas, catalogs), blocPosition),
  );
  const twice = parties.find(({ code }, i) => parties.findIndex((p) => p.code === code) < i);
  if (twice)
    throw new UserError(`${twice.name} is named twice`, {
      hint: 'name different countries or blocs',
    });
  if (parties.length > mostCountries)
    throw new UserError(`a heatmap has room for ${mostCountries} countries`, {
      hint: 'align matrix lists any number',
    });
  return parties;
}

export async function report(
  names: readonly string[],
  options: ReportOptions,
  io: Io,
): Promise<number> {
  const output = settleOutput(options, 'report', io);
  checkReportOperands(names, options, output.format);
  const settings = await scoreSettings(options, besideHeadline, io);
  const filter = applyConvention(selectionFilter(options), findConvention(options.convention));

  const atlas = openAtlas();
  const catalogs = await openNamedCatalogs(options, io, atlas);
  const evidence = await gatherEvidence(catalogs, filter);
  refuseMembershipsAlone(evidence);
  const { matrix, chart = 'topics', ...asked } = options;
  const named = Array.isArray(matrix) ? matrix : names;
  const parties = namedParties(named, evidence, atlas, catalogs, options);
  const known = knownCountries(evidence, atlas);
  const context = await renderContext(options, output, io);
  const provenance = provenanceOf(evidence, asked);

  let text: string;
  const [a, b] = parties;
  if (matrix === undefined && a && b) {
    const result = reportDyad(evidence, a, b, known, settings, filter);
    refuseNoJointIssue({ a, b, evidence }, result.score.coverage);
    const render = await rendererOf('report', output.format);
    text = render({ ...result, provenance, chart }, context);
  } else {
    if (output.format === 'markdown')
      throw new UserError('a matrix report is HTML or SVG', {
        hint: 'align matrix writes Markdown',
      });
    const shown = parties.length > 0 ? parties : bestCovered(known, mostByDefault);
    const result = reportMatrix(evidence, shown, settings);
    if (result.heatmap.dyads.length === 0)
      throw new UserError('there is no joint issue in this selection', {
        hint: `${shown.length} countries were asked for; widen the selection, or see align list issues`,
        exitCode: exitCodes.noEvidence,
      });
    const render = await rendererOf('matrixReport', output.format);
    text = render({ ...result, provenance }, context);
  }
  await writeOutput(output, text, io);
  return exitCodes.answered;
}
