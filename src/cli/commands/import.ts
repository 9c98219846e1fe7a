import { basename, resolve } from 'node:path';
import { UserError } from '../../errors.ts';
import { provenanceOf } from '../provenance.ts';
import { type FormatOf, rendererOf } from '../../render/registry.ts';
import type { DateFormat, ManyRule, Separator } from '../../results/vocabulary.ts';
import type { CountryCodes } from '../../rollcalls/import/country-codes.ts';
import { layoutsCalled } from '../../rollcalls/import/detect.ts';
import { importRecord } from '../../rollcalls/import/run.ts';
import { parseLabels } from '../../rollcalls/import/table.ts';
import { listRemarks } from '../../render/import/remarks.ts';
import { toId } from '../../rollcalls/topics.ts';
import { refuseUrl } from '../../bundle/read-input.ts';
import { openAtlas } from '../../question/open-library.ts';
import { exitCodes } from '../exit-codes.ts';
import { checkTarget, refuseToShrink, writeDirectory } from '../import-directory.ts';
import type { Io } from '../io.ts';
import type { GlobalOptions } from '../options.ts';
import { openProject } from '../project-file.ts';
import { pointOutNew } from '../stray-note.ts';
import { createProgress } from '../progress.ts';
import { renderContext } from '../render-context.ts';

/** So much of what is left out is listed, unless all is asked for. */
const mostListed = 100;

export interface ImportCommandOptions extends GlobalOptions {
  readonly output?: string;
  readonly format: FormatOf<'import'>;
  readonly id?: string;
  readonly title?: string;
  readonly codes?: string;
  readonly scale?: string;
  readonly countryCodes?: CountryCodes;
  readonly body?: string;
  readonly many?: ManyRule;
  readonly dated?: string;
  readonly dateFormat?: DateFormat;
  readonly separator?: Separator;
  readonly sheet?: string;
  readonly lenient?: boolean;
  readonly replace?: boolean;
  readonly all?: boolean;
  readonly issue?: string;
  readonly country?: string;
  readonly position?: string;
  readonly date?: string;
  readonly issueTitle?: string;
  readonly topic?: string;
}

/** `align import [layout] <file> -o <dir>` */
export async function importData(
  [first, second]: readonly [string?, string?],
  options: ImportCommandOptions,
  io: Io,
): Promise<number> {
  const [layout, file = ''] = second === undefined ? [undefined, first] : [first, second];
  layoutsCalled(layout);
  if (file === '')
    throw new UserError('align import needs a file to read', {
      hint: 'align import votes.csv -o dir',
    });
  if (options.output === undefined)
    throw new UserError('align import needs a directory to write', {
      hint: 'name it with -o, such as -o un-ga',
    });
  refuseUrl(file);
  const output = resolve(io.cwd, options.output);
  const id = options.id ?? toId(basename(output));
  if (id === '' || toId(id) !== id)
    throw new UserError(`"${id}" is no id for a catalog`, {
      hint: 'give one with --id: lower-case letters, digits and dashes, such as un-ga',
    });
  if (options.title?.trim() === '') throw new UserError('the title must not be empty');
  const progress = createProgress(`Reading ${basename(file)}`, io, options.quiet === true);
  try {
    const { scale, codes, countryCodes, body, many, lenient, dated, dateFormat } = options;
    const labels = scale === undefined || scale === 'vote' ? undefined : parseLabels(scale);
    checkTarget(output, ['catalog.yaml', ...(labels ? [] : [`${id}.csv`])]);
    const { issue, country, position, date, issueTitle: title, topic } = options;
    const { summary, ...files } = await importRecord({
      format: layout,
      file: resolve(io.cwd, file),
      id,
      atlas: openAtlas(),
      ...(options.title === undefined ? {} : { title: options.title }),
      table: { issue, country, position, date, title, topic },
      labels,
      codes,
      countryCodes,
      body,
      many,
      sheet: { sheet: options.sheet, separator: options.separator },
      dated,
      dateFormat,
      lenient,
      onProgress: ({ read, total }) => progress.update(read / total),
      onRefusal: (remarks) => {
        progress.finish();
        io.stderr.write(listRemarks(remarks, options.all ? Infinity : mostListed));
      },
    });
    progress.finish();
    if (options.replace !== true) refuseToShrink(output, files);
    const render = await rendererOf('import', options.format);
    const place = { format: options.format, file: undefined };
    const context = await renderContext({ ...options, bom: false }, place, io);
    const provenance = await provenanceOf({ catalogs: [] }, options, io);
    const told = render({ ...summary, directory: options.output, provenance }, context);
    await writeDirectory(output, files);
    io.stdout.write(told);
    const project = options.project === false ? undefined : await openProject(io.cwd);
    if (project && options.quiet !== true) pointOutNew(project, options.output, io);
    return exitCodes.answered;
  } catch (error) {
    progress.finish();
    throw error;
  }
}
