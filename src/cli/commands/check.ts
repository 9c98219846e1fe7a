import { existsSync } from 'node:fs';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import { checkClaims, recordBaseline } from '../../analysis/check.ts';
import { isBundled } from '../../bundle/bundled.ts';
import { countFindings, type Finding, formatFinding } from '../../catalog/findings.ts';
import { readInput } from '../../bundle/open-catalogs.ts';
import { UserError } from '../../errors.ts';
import { inventoryFilter } from '../../evidence/evidence.ts';
import { baselineFile, formatBaseline, parseBaseline } from '../../policy/baseline.ts';
import { readPolicy, resolvePolicy } from '../../policy/load.ts';
import { provenanceOf } from '../../provenance.ts';
import { rendererOf } from '../../render/registry.ts';
import { claimsOf } from '../claims.ts';
import { gatherEvidence, openAtlas, openNamedCatalogs, resolveParty } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import type { CatalogOptions, GlobalOptions, OutputOptions } from '../options.ts';
import { settleOutput, writeOutput } from '../output.ts';
import { renderContext } from '../render-context.ts';
import { appendSummary } from '../step-summary.ts';

export type CheckOptions = CatalogOptions &
  OutputOptions &
  GlobalOptions & {
    readonly baseline?: string;
    readonly updateBaseline?: boolean;
  };

function failOn(findings: readonly Finding[]): never {
  throw new UserError(
    `${countFindings(findings)} in the policy\n${findings.map(formatFinding).join('\n')}`,
    { exitCode: exitCodes.input },
  );
}

/** Catalogs that a policy names by path are beside it, wherever the command runs. */
function besidePolicy(names: readonly string[] | undefined, policyFile: string) {
  return names?.map((name) =>
    isBundled(name) || isAbsolute(name) ? name : join(dirname(policyFile), name),
  );
}

/** `align check <policy>` */
export async function check(
  [file = '']: readonly string[],
  options: CheckOptions,
  io: Io,
): Promise<number> {
  const output = settleOutput(options, 'check', io);
  const document = readPolicy(readInput(file, io.cwd), file);
  const readable = document.content ?? document.salvage()?.content;
  if (!readable) return failOn(document.findings);
  const atlas = openAtlas();
  const catalog = options.catalog ?? besidePolicy(readable.catalogs, file);
  const catalogs = await openNamedCatalogs(
    { ...options, ...(catalog ? { catalog } : {}) },
    io,
    atlas,
  ).catch((error: unknown) => {
    // Without catalogs, what is wrong with the shape of the policy is all that can be told.
    if (!document.content) failOn(document.findings);
    throw error;
  });
  const all = await gatherEvidence(catalogs, inventoryFilter);
  const { policy, findings } = resolvePolicy(document, file, {
    party: (name) => resolveParty(name, atlas, catalogs),
    topics: Object.keys(all.topics),
    issues: all.issues.map(({ issue }) => issue.id),
  });
  if (!policy) return failOn(findings);
  if (!options.quiet)
    for (const warning of findings) io.stderr.write(`${formatFinding(warning)}\n`);

  const claims = await claimsOf(policy, catalogs, io);
  const recordFile = options.baseline ?? baselineFile(file);
  const place = resolve(io.cwd, recordFile);
  if (options.updateBaseline) {
    const text = formatBaseline(recordBaseline(claims), catalogs);
    await writeOutput({ format: 'json', file: place }, text, io);
    if (!options.quiet) io.stderr.write(`align: recorded the baseline in ${recordFile}\n`);
  }
  if (options.baseline !== undefined && !existsSync(place))
    throw new UserError(`cannot read the baseline ${recordFile}: there is no such file`, {
      hint: `record it with --update-baseline --baseline ${recordFile}`,
      exitCode: exitCodes.input,
    });
  const recorded = existsSync(place) ? new TextDecoder().decode(readInput(recordFile, io.cwd)) : '';
  const baseline = recorded === '' ? {} : parseBaseline(recorded, recordFile);

  const { id, title = null } = policy;
  const result = checkClaims(claims, baseline, {
    id,
    title,
    file,
    ...(catalog ? { catalogs: catalog } : {}),
  });
  const context = await renderContext(options, output, io);
  const renderable = { ...result, provenance: provenanceOf({ catalogs }, options) };
  const render = await rendererOf('check', output.format);
  await writeOutput(output, render(renderable, context), io);
  if (output.format === 'github') await appendSummary(renderable, context, io);
  if (result.failed > result.missing) return exitCodes.failed;
  return result.missing > 0 ? exitCodes.noEvidence : exitCodes.answered;
}
