import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { checkClaims } from '../../analysis/check.ts';
import { recordBaseline } from '../../analysis/check-baseline.ts';
import { readInput, refuseUrl } from '../../bundle/read-input.ts';
import { UserError } from '../../errors.ts';
import { formatBaseline, parseBaseline } from '../../policy/baseline.ts';
import { openPolicy } from '../../policy/open.ts';
import { openClaims } from '../../policy/question.ts';
import { provenanceOf } from '../provenance.ts';
import { rendererOf } from '../../render/registry.ts';
import { exitCodes } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import type { CatalogOptions, GlobalOptions, OutputOptions } from '../options.ts';
import { settleOutput, writeOutput } from '../output.ts';
import { baselineOf, namedCatalogs, onlyPolicy } from '../policy-in-force.ts';
import { worldOf } from '../question.ts';
import { renderContext } from '../render-context.ts';
import { appendSummary } from '../step-summary.ts';

export type CheckOptions = CatalogOptions &
  OutputOptions &
  GlobalOptions & {
    readonly baseline?: string;
    readonly updateBaseline?: boolean;
  };

/** `align check [policy]` */
export async function check(
  [named]: readonly string[],
  options: CheckOptions,
  io: Io,
): Promise<number> {
  const output = settleOutput(options, 'check', io);
  const world = worldOf(options, io);
  const { catalogs: choose, chosen, project, defaults } = options.inForce;
  const file = named ?? onlyPolicy(project);
  const { policy, library } = await openPolicy(file, (own) => choose(own).names, world, defaults);
  const claims = await openClaims(library, policy);

  const { catalogs } = library;
  const recordFile = options.baseline ?? baselineOf(file, project, io.cwd);
  if (options.updateBaseline) {
    const text = formatBaseline(recordBaseline(claims), catalogs);
    await writeOutput({ format: 'json', file: resolve(io.cwd, recordFile) }, text, io);
    world.warn(`align: recorded the baseline in ${recordFile}`);
  }
  const { id, title = null } = policy;
  const result = await checkClaims(claims, readBaseline(recordFile, options, io), {
    id,
    title,
    file,
    ...namedCatalogs(chosen()),
  });
  const context = await renderContext(options, output, io);
  const weights = result.assertions.find(({ question }) => question.weights)?.question.weights;
  const asked = { ...options, weights };
  const renderable = { ...result, provenance: await provenanceOf({ catalogs }, asked, io) };
  const render = await rendererOf('check', output.format);
  // First, as what is on stdout cannot be taken back if this fails.
  if (output.format === 'github') await appendSummary(renderable, context, io);
  await writeOutput(output, render(renderable, context), io);
  if (result.failed > result.missing) return exitCodes.failed;
  return result.missing > 0 ? exitCodes.noEvidence : exitCodes.answered;
}

/** What is recorded in a file; nothing where there is none. @throws UserError (input) if one is named and missing */
function readBaseline(file: string, { baseline }: CheckOptions, { cwd }: Io) {
  refuseUrl(file);
  if (existsSync(resolve(cwd, file))) {
    const text = new TextDecoder().decode(readInput(file, cwd));
    return text === '' ? {} : parseBaseline(text, file);
  }
  if (baseline === undefined) return {};
  throw new UserError(`cannot read the baseline ${file}: there is no such file`, {
    hint: `record it with --update-baseline --baseline ${file}`,
    exitCode: exitCodes.input,
  });
}
