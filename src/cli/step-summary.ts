import { appendFileSync } from 'node:fs';
import { inputError, systemReason } from '../errors.ts';
import { rendererOf } from '../render/registry.ts';
import type { Renderable } from '../render/renderable.ts';
import type { RenderContext } from '../render/renderer.ts';
import type { Io } from './io.ts';

/** Appends the outcome of a check to the summary of a GitHub job, where there is one. */
export async function appendSummary(
  check: Renderable['check'],
  context: RenderContext,
  { env }: Io,
): Promise<void> {
  const file = env['GITHUB_STEP_SUMMARY'] ?? '';
  if (file === '') return;
  const render = await rendererOf('check', 'markdown');
  try {
    appendFileSync(file, `${render(check, context)}\n`);
  } catch (error) {
    throw inputError(`cannot append to the step summary ${file}: ${systemReason(error)}`);
  }
}
