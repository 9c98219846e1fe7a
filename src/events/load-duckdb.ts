import { inputError } from '../errors.ts';

/** What of the package is used. */
type DuckDb = Pick<typeof import('@duckdb/node-api'), 'DuckDBInstance' | 'listValue' | 'version'>;

/** Whether a package, rather than something that it needs, cannot be found. */
function isMissing(error: unknown, name: string): boolean {
  const { code, message } = error as NodeJS.ErrnoException;
  return (code ?? '').endsWith('MODULE_NOT_FOUND') && message.includes(name);
}

/**
 * Loads DuckDB, which is installed only by those who have events in files.
 *
 * @throws UserError (input) where it is not installed
 */
export async function loadDuckDb(
  load: () => Promise<DuckDb> = () => import('@duckdb/node-api'),
): Promise<DuckDb> {
  try {
    return await load();
  } catch (error) {
    if (!isMissing(error, '@duckdb/node-'))
      throw inputError(`DuckDB cannot be loaded: ${(error as Error).message}`, {
        hint: 'npm install @duckdb/node-api installs it for this system',
      });
    throw inputError('events in files need DuckDB, which is not installed', {
      hint: 'npm install @duckdb/node-api, beside align (with -g, if align was installed so)',
    });
  }
}
