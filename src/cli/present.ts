import type { Evidence } from '../evidence/evidence.ts';
import { provenanceOf } from './provenance.ts';
import type { World } from '../question/library.ts';
import { type FormatOf, type Kind, rendererOf } from '../render/registry.ts';
import type { Renderable } from '../render/renderable.ts';
import { exitCodes } from './exit-codes.ts';
import type { Io } from './io.ts';
import type { GlobalOptions, OutputOptions } from './options.ts';
import { type Output, writeOutput } from './output.ts';
import { renderContext } from './render-context.ts';

/** A command that is being run. */
export interface Run<Format extends string = string> {
  readonly output: Output<Format>;
  readonly options: GlobalOptions & OutputOptions;
  readonly io: Io;
  readonly world: World;
  /** Columns to fill, where that is not up to the output. */
  readonly width?: number | undefined;
}

/** Writes a result in the format asked for, with what it was made from; returns the exit code of an answer. */
export async function present<K extends Kind>(
  kind: K,
  result: Omit<Renderable[K], 'provenance'>,
  from: Pick<Evidence, 'catalogs'> & Partial<Pick<Evidence, 'eventSums'>>,
  { output, options, io, world, width }: Run<NoInfer<FormatOf<K>>>,
): Promise<number> {
  world.note(`${kind}: computed`);
  const render = await rendererOf(kind, output.format);
  const context = await renderContext(options, output, io);
  const provenance = await provenanceOf(from, options, io);
  const shape = width === undefined ? context : { ...context, width };
  const text = render({ ...result, provenance } as Renderable[K], shape);
  await writeOutput(output, text, io);
  world.note(`${output.format}: written to ${output.file ?? 'stdout'}`);
  return exitCodes.answered;
}
