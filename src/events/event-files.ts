import { realpathSync, statSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import type { EventSource } from '../catalog/model.ts';
import { inputError, systemReason } from '../errors.ts';
import { eventLayoutsByName } from './layouts/index.ts';

/** `*` and `?` mean any text and any character, and `[` a list, so that a name itself has them in brackets. */
export function asPattern(name: string): string {
  return name.replaceAll(/[[*?]/g, '[$&]');
}

/**
 * The files of a source, of those that its pattern stands for, by their paths. None may be elsewhere than below
 * the folder of the catalog, where a link may lead.
 *
 * @throws UserError (input) if there is none, or one is elsewhere
 */
export function eventFiles(
  { id, from, folder }: Pick<EventSource, 'id' | 'from' | 'folder'>,
  found: readonly string[],
): readonly string[] {
  if (found.length === 0)
    throw inputError(`no file of the events of ${id}: ${resolve(folder, from)}`, {
      hint: 'the catalog names them under events, as from',
    });
  const home = realpathSync(folder).replace(/[/\\]?$/, sep);
  return found
    .map((file) => {
      try {
        const real = realpathSync(file);
        if (!real.startsWith(home)) throw new Error('it leads outside the folder of its catalog');
        if (!statSync(real).isFile()) throw new Error('it is no regular file');
        return real;
      } catch (error) {
        throw inputError(`cannot read the events in ${file}: ${systemReason(error)}`);
      }
    })
    .sort();
}

/** Names of files as the catalog has them, for provenance. */
export function namesBelow(folder: string, files: readonly string[]): readonly string[] {
  return files.map((file) => relative(realpathSync(folder), file).replaceAll(sep, '/'));
}

const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** How DuckDB reads the files of a source, to stand after `FROM`; the files are the list `$files`. */
export function tableOfFiles({ layout: name, from }: Pick<EventSource, 'layout' | 'from'>): string {
  if (/\.parquet$/i.test(from)) return 'read_parquet($files)';
  const { header, tabs = false, unquoted = false } = eventLayoutsByName[name];
  const separator = tabs || !/\.csv(?:\.gz)?$/i.test(from) ? '\t' : ',';
  const settings = [
    `delim = ${literal(separator)}`,
    ...(unquoted ? [`quote = ''`, `escape = ''`] : []),
    ...(header
      ? [
          'header = false',
          'auto_detect = false',
          'null_padding = true',
          `columns = {${header.map((column) => `${literal(column)}: 'VARCHAR'`).join(', ')}}`,
        ]
      : ['header = true', 'all_varchar = true']),
  ];
  return `read_csv($files, ${settings.join(', ')})`;
}
