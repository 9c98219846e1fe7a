import { basename, resolve } from 'node:path';
import { UserError } from '../../errors.ts';
import { provenanceOf } from '../provenance.ts';
import { type FormatOf, rendererOf } from '../../render/registry.ts';
import { importFormats, importRecord } from '../../rollcalls/import/run.ts';
import { parseLabels, type TableOptions } from '../../rollcalls/import/table.ts';
import { toId } from '../../rollcalls/topics.ts';
import { hintFor } from '../../catalog/nearest.ts';
import { openAtlas } from '../../question/open-library.ts';
import { exitCodes } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import type { GlobalOptions } from '../options.ts';
import { createProgress } from '../progress.ts';
import { renderContext } from '../render-context.ts';

export interface ImportCommandOptions extends GlobalOptions {
  readonly output?: string;
  readonly format: FormatOf<'import'>;
  readonly id?: string;
  readonly title?: string;
  readonly issue: string;
  readonly country: string;
  readonly position: string;
  readonly date: string;
  readonly issueTitle: string;
  readonly topic: string;
  readonly scale?: string;
}

/** `align import <format> <file> -o <dir>` */
export async function importData(
  [layout, file]: readonly [string, string],
  options: ImportCommandOptions,
  io: Io,
): Promise<number> {
  const format = importFormats.find((each) => each === layout);
  if (format === undefined)
    throw new UserError(`no data set is called "${layout}"`, {
      hint: hintFor(layout, importFormats),
    });
  if (options.output === undefined)
    throw new UserError('align import needs a directory to write', {
      hint: 'name it with -o, such as -o un-ga',
    });
  const output = resolve(io.cwd, options.output);
  const id = options.id ?? toId(basename(output));
  if (id === '' || toId(id) !== id)
    throw new UserError(`"${id}" is no id for a catalog`, {
      hint: 'give one with --id: lower-case letters, digits and dashes, such as un-ga',
    });
  if (options.title?.trim() === '') throw new UserError('the title must not be empty');
  const progress = createProgress(`Reading ${basename(file)}`, io, options.quiet === true);
  try {
    const summary = await importRecord({
      format,
      file: resolve(io.cwd, file),
      output,
      id,
      atlas: openAtlas(),
      ...(options.title === undefined ? {} : { title: options.title }),
      ...(format === 'table' ? { table: tableOptions(options) } : {}),
      onProgress: ({ read, total }) => progress.update(read / total),
    });
    progress.finish();
    const render = await rendererOf('import', options.format);
    const place = { format: options.format, file: undefined };
    const context = await renderContext({ ...options, bom: false }, place, io);
    const provenance = provenanceOf({ catalogs: [] }, options);
    io.stdout.write(render({ ...summary, directory: options.output, provenance }, context));
    return exitCodes.answered;
  } catch (error) {
    progress.finish();
    throw error;
  }
}

function tableOptions(options: ImportCommandOptions): TableOptions {
  const { issue, country, position, date, issueTitle, topic, scale } = options;
  const labels = scale === undefined || scale === 'vote' ? undefined : parseLabels(scale);
  const columns = { issue, country, position, date, title: issueTitle, topic };
  return labels ? { ...columns, labels } : columns;
}
