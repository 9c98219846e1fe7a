import { createHash } from 'node:crypto';
import type { Atlas } from '../countries/resolve.ts';
import { readDocument, type ReadDocument } from './document.ts';
import { type Finding, sortFindings } from './findings.ts';
import type { Catalog } from './model.ts';
import { normalizeCatalog, scaleLabels } from './normalize.ts';
import { rules } from './rules/index.ts';
import { catalogSchema } from './schema.ts';

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
  /** The finding of a problem that shows only beside other files. */
  readonly find: ReadDocument<unknown>['find'];
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
  const { content, findings, find } = readDocument(
    bytes,
    file,
    catalogSchema,
    'align init writes a catalog to start from',
  );
  if (content === undefined) return { findings, find };
  const scales = scaleLabels(content);
  const broken = rules.flatMap(({ code, check }) =>
    [...check({ file: content, scales, ...context })].map((problem) => find({ code, ...problem })),
  );
  const all = sortFindings([...findings, ...broken]);
  if (all.some(({ severity }) => severity === 'error')) return { findings: all, find };
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return {
    catalog: normalizeCatalog(content, { file, sha256, atlas: context.atlas }),
    findings: all,
    find,
  };
}
