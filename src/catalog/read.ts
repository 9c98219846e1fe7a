import type { Atlas } from '../countries/resolve.ts';
import { adviseOnCatalog } from './advice.ts';
import { type Problem, readDocument, type ReadDocument } from './document.ts';
import { type Finding, sortFindings } from './findings.ts';
import type { Limits } from './limits.ts';
import type { Path } from './locate.ts';
import type { Catalog } from './model.ts';
import { normalizeCatalog, scalesOf } from './normalize.ts';
import * as everyRule from './rules/index.ts';
import type { Rule } from './rules/rule.ts';
import type { Gaps } from './salvage.ts';
import { type CatalogFile, catalogSchema } from './schema.ts';

/** What catalogs are checked against. */
export interface CatalogContext {
  readonly atlas: Atlas;
  readonly cameoCodes: ReadonlySet<string>;
  /** How much a file may hold. */
  readonly limits?: Limits;
}

export interface LoadedCatalog {
  /** Absent when there are errors. */
  readonly catalog?: Catalog;
  /** What the file says, absent when its shape is wrong. */
  readonly content?: CatalogFile;
  /** Errors and warnings, in the order of the file. */
  readonly findings: readonly Finding[];
  /** The finding of a problem that shows only beside other files. */
  readonly find: ReadDocument<unknown>['find'];
}

/** What the content of a catalog file does not say. */
interface CatalogPlace {
  /** Hash of the bytes: what results name the edition of a catalog by. */
  readonly sha256?: string;
  /** The path of a roll-call file that the catalog names beside itself. */
  readonly beside?: (name: string) => string;
}

/**
 * Reads one catalog. Never throws on bad content: syntax errors, shape errors and broken rules
 * all come back as findings, with their places.
 *
 * @param bytes the file's content, UTF-8
 * @param file its name, for findings
 */
export function readCatalog(
  bytes: Uint8Array,
  file: string,
  context: CatalogContext,
  { sha256 = '', beside = (name) => name }: CatalogPlace = {},
): LoadedCatalog {
  const document = readDocument(
    bytes,
    file,
    catalogSchema,
    'align init writes a catalog to start from',
    context.limits,
    adviseOnCatalog,
  );
  const { content, findings, find } = document;
  if (content === undefined)
    return { findings: sortFindings([...findings, ...checkRest(document, context)]), find };
  const broken = checkRules(content, context).map(find);
  const all = sortFindings([...findings, ...broken]);
  if (all.some(({ severity }) => severity === 'error')) return { content, findings: all, find };
  return {
    catalog: normalizeCatalog(content, { sha256, beside, atlas: context.atlas }),
    content,
    findings: all,
    find,
  };
}

type Broken = Problem & { readonly code: string };

const rules: readonly Rule[] = Object.values(everyRule);

function checkRules(content: CatalogFile, context: CatalogContext): Broken[] {
  const scales = scalesOf(content);
  return rules.flatMap(({ code, check }) =>
    [...check({ file: content, scales, ...context })].map((problem) => ({ code, ...problem })),
  );
}

/** Parts of a catalog that cite sources. */
const citing = ['groups', 'actors', 'issues', 'interactions', 'rollCalls', 'events'];

/** Parts of a catalog that hold what it is about. */
const entries = ['issues', 'interactions', 'rollCalls', 'events', 'groups'];

type Doubt = (missing: Gaps, entry: Path) => boolean;
const inEntry: Doubt = (missing, entry) => missing.reaches(entry);

/** What a rule goes by beside the place of its finding: if that is missing, the finding may be wrong. */
const restsOn: Readonly<Record<string, Doubt>> = {
  'no-issues': (missing) => entries.some((part) => missing.reaches([part])),
  'unknown-source': (missing) => missing.lacks('sources'),
  'unknown-topic': (missing) => missing.lacks('topics'),
  'unknown-scale': (missing) => missing.reaches(['scales']),
  'unknown-neutral': (missing) => missing.reaches(['scales']),
  'unknown-stance': (missing, entry) =>
    missing.reaches(['scales']) || missing.reaches([...entry, 'scale']),
  'unknown-coder': (missing) => missing.lacks('coders'),
  'model-alone': (missing, entry) => missing.lacks('coders') || missing.reaches(entry),
  'undecided-position': (missing, entry) => missing.reaches(['scales']) || missing.reaches(entry),
  'median-overruled': (missing, entry) => missing.reaches(['scales']) || missing.reaches(entry),
  'unknown-country': (missing) => missing.reaches(['actors']),
  'unused-actor': (missing) => missing.reaches(['issues']),
  'unused-source': (missing) => citing.some((part) => missing.reaches([part])),
  'no-source': inEntry,
  tally: inEntry,
  'coordination-without-position': inEntry,
  'coordination-apart': inEntry,
  'no-positions': inEntry,
  'interaction-parties': inEntry,
};

/**
 * Problems in the sound part of a file that has the wrong shape elsewhere. Those that the unsound part
 * may explain are held back.
 */
function checkRest(
  { salvage, find }: ReadDocument<CatalogFile>,
  context: CatalogContext,
): Finding[] {
  const rest = salvage();
  if (!rest) return [];
  const { missing } = rest;
  return checkRules(rest.content, context)
    .map((problem) => ({ ...problem, path: rest.original(problem.path) }))
    .filter(({ code, path }) => !missing.holds(path) && !restsOn[code]?.(missing, path.slice(0, 2)))
    .map(find);
}
