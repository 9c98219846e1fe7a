import { randomUUID } from 'node:crypto';
import type { DuckDBDataChunk, DuckDBValue } from '@duckdb/node-api';
import { existsSync, realpathSync } from 'node:fs';
import { tmpdir, totalmem } from 'node:os';
import { resolve } from 'node:path';
import type { EventSource } from '../catalog/model.ts';
import { inputError } from '../errors.ts';
import { duckDbDialect } from './duckdb-dialect.ts';
import type { Column, ColumnKind, EventTable, Row, Statement, Watch } from './engine.ts';
import { asPattern, eventFiles, namesBelow, tableOfFiles } from './event-files.ts';
import { loadDuckDb } from './load-duckdb.ts';

const gigabyte = 2 ** 30;
/** Beyond it DuckDB writes to the folder for temporary files. */
const mostMemory = 4 * gigabyte;
const progressEvery = 200;

function kindOf(type: string): ColumnKind {
  if (type === 'VARCHAR' || type.startsWith('ENUM')) return 'text';
  if (/^U?(?:TINY|SMALL|BIG|HUGE)?INT(?:EGER)?$/.test(type)) return 'whole';
  if (/^(?:FLOAT|DOUBLE|DECIMAL)/.test(type)) return 'decimal';
  return /^(?:DATE|TIMESTAMP)/.test(type) ? 'date' : 'other';
}

/** What DuckDB says of a failure: the first line, as the others quote the statement. */
function failure(id: string, error: unknown): Error {
  const [first = ''] = (error as Error).message.split('\n');
  return inputError(`the events of ${id} cannot be read: ${first}`, {
    hint: 'the files should all be written in the layout that the catalog names',
  });
}

function plain(value: unknown): Row[string] {
  if (typeof value === 'bigint') return Number(value);
  return typeof value === 'string' || typeof value === 'number' ? value : null;
}

function* rowsOf(
  chunks: readonly DuckDBDataChunk[],
  names: readonly string[],
): Generator<Row, undefined, undefined> {
  for (const chunk of chunks) {
    const columns = names.map((name, c) => ({ name, vector: chunk.getColumnVector(c) }));
    const { rowCount } = chunk;
    for (let at = 0; at < rowCount; at++) {
      const row: Record<string, Row[string]> = {};
      for (const { name, vector } of columns) row[name] = plain(vector.getItem(at));
      yield row;
    }
  }
}

/**
 * Opens the files of a source in DuckDB, which may read nothing but the folder of the catalog and loads no
 * extension. As much memory as half of the machine has is used, and 4 GB at most; threads are as many as cores.
 *
 * @throws UserError (input) where DuckDB is not installed, or there is no such file
 */
export async function openDuckDb(
  source: EventSource,
  load: typeof loadDuckDb = loadDuckDb,
): Promise<EventTable> {
  const { id, from } = source;
  const { DuckDBInstance, listValue, version } = await load();
  const instance = await DuckDBInstance.create(':memory:', {
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    memory_limit: `${Math.floor(Math.min(mostMemory, totalmem() / 2) / 2 ** 20)}MiB`,
    preserve_insertion_order: 'false',
    temp_directory: resolve(tmpdir(), `align-duckdb-${randomUUID()}`),
  });
  const connection = await instance.connect();
  const close = async () => {
    connection.closeSync();
    instance.closeSync();
  };
  try {
    if (!existsSync(source.folder)) eventFiles(source, []);
    const folder = realpathSync(source.folder);
    const found = await connection.runAndReadAll('SELECT file FROM glob($pattern)', {
      pattern: `${asPattern(folder)}/${from}`,
    });
    const files = eventFiles(source, found.getColumnsJS()[0]?.map((file) => String(file)) ?? []);
    const inForce = [
      `allowed_directories = ['${folder.replaceAll("'", "''")}']`,
      'enable_external_access = false',
      'enable_progress_bar = true',
      'enable_progress_bar_print = false',
      'lock_configuration = true',
    ];
    for (const setting of inForce) await connection.run(`SET ${setting}`);

    const patterns = files.map(asPattern);
    const dialect = duckDbDialect(tableOfFiles(source));

    const run = async (statement: Statement, { signal, progress }: Watch = {}) => {
      signal?.throwIfAborted();
      const stop = () => connection.interrupt();
      signal?.addEventListener('abort', stop);
      const timer = progress
        ? setInterval(() => {
            const { rows_processed: read, total_rows_to_process: of } = connection.progress;
            if (of > 0) progress(Number(read), Number(of));
          }, progressEvery)
        : undefined;
      try {
        const { sql } = statement;
        const parameters = sql.includes('$files')
          ? { ...statement.parameters, files: patterns }
          : statement.parameters;
        const values = Object.entries(parameters).map(([name, value]): [string, DuckDBValue] => [
          name,
          typeof value === 'object' ? listValue(value) : value,
        ]);
        return await connection.run(sql, Object.fromEntries(values));
      } catch (error) {
        signal?.throwIfAborted();
        throw failure(id, error);
      } finally {
        clearInterval(timer);
        signal?.removeEventListener('abort', stop);
      }
    };

    return {
      columns: async () => {
        const described = await run({
          sql: `DESCRIBE SELECT * FROM ${dialect.table}`,
          parameters: {},
        });
        return (await described.getRowsJS()).map(([name, type]): Column => {
          const text = String(type);
          return { name: String(name), type: text, kind: kindOf(text) };
        });
      },
      query: async (ask, watch) => {
        const answer = await run(ask(dialect), watch);
        const names = answer.columnNames();
        const chunks = await answer.fetchAllChunks();
        return { [Symbol.iterator]: () => rowsOf(chunks, names) };
      },
      origin: async () => ({
        version: version().replace(/^v/, ''),
        from: namesBelow(source.folder, files),
      }),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}
