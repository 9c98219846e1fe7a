import { createHash } from 'node:crypto';
import { LineCounter, parseDocument } from 'yaml';
import type { Atlas } from '../countries/resolve.ts';
import type { Finding } from './findings.ts';
import { sortFindings } from './findings.ts';
import { createLocator, type Locator } from './locate.ts';
import type { Catalog } from './model.ts';
import { normalizeCatalog, scaleLabels } from './normalize.ts';
import { rules } from './rules/index.ts';
import { catalogSchema } from './schema.ts';
import { checkShape } from './shape.ts';

/** What catalogs are checked against. */
export interface CatalogContext {
  readonly atlas: Atlas;
  readonly cameoCodes: ReadonlySet<string>;
}

export interface LoadedCatalog {
  /** Absent when there are errors. */
  readonly catalog?: Catalog;
  /** Errors and warnings, in the order of the file. */
  readonly findings: readonly Finding[];
}

function finder(locator: Locator) {
  return (
    problem: Omit<Finding, 'file' | 'line' | 'column' | 'excerpt'>,
    location: ReturnType<Locator['at']>,
  ): Finding => ({ ...problem, ...location, excerpt: locator.line(location) });
}

/** The text of a file that must be UTF-8; a byte-order mark is dropped. `undefined` if it is something else. */
function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function wholeFile(file: string, code: string, message: string, hint: string): LoadedCatalog {
  return {
    findings: [{ code, severity: 'error', file, line: 1, column: 1, message, hint, excerpt: '' }],
  };
}

/**
 * Reads one catalog. Never throws on bad content: syntax errors, shape errors and broken rules
 * all come back as findings, with their places. Rules are checked only on a file of the right shape.
 *
 * @param bytes the file's content, UTF-8
 * @param file its name, for findings and for roll-call files beside it
 */
export function loadCatalog(
  bytes: Uint8Array,
  file: string,
  context: CatalogContext,
): LoadedCatalog {
  const text = decode(bytes);
  if (text === undefined)
    return wholeFile(file, 'encoding', 'the file is not UTF-8 text', 'save it as UTF-8');
  if (text.trim() === '')
    return wholeFile(
      file,
      'empty',
      'the file is empty',
      'align init writes a catalog to start from',
    );

  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false });
  const locator = createLocator(document, counter, file, text);
  const finding = finder(locator);
  const syntax = [...document.errors, ...document.warnings].map((error) =>
    finding(
      {
        code: `yaml-${error.code.toLowerCase().replaceAll('_', '-')}`,
        severity: error.name === 'YAMLWarning' ? 'warning' : 'error',
        message: error.message,
      },
      locator.offset(error.pos[0]),
    ),
  );
  if (document.errors.length > 0) return { findings: sortFindings(syntax) };

  const shape = checkShape(catalogSchema, document.toJS({ maxAliasCount: -1 }));
  if (shape.data === undefined) {
    const findings = shape.problems.map(({ path, part, ...problem }) =>
      finding({ severity: 'error', ...problem }, locator.at(path, part)),
    );
    return { findings: sortFindings([...syntax, ...findings]) };
  }

  const scales = scaleLabels(shape.data);
  const broken = rules.flatMap(({ code, check }) =>
    [...check({ file: shape.data, scales, ...context })].map(
      ({ severity = 'error', path, part, ...problem }) =>
        finding({ code, severity, ...problem }, locator.at(path, part)),
    ),
  );
  const findings = sortFindings([...syntax, ...broken]);
  if (findings.some(({ severity }) => severity === 'error')) return { findings };
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return {
    catalog: normalizeCatalog(shape.data, { file, sha256, atlas: context.atlas }),
    findings,
  };
}
