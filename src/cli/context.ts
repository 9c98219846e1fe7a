import { existsSync } from 'node:fs';
import { delimiter, resolve } from 'node:path';
import {
  bundledCameo,
  bundledCountries,
  bundledCountryNames,
  bundledNames,
  isBundled,
} from '../bundle/bundled.ts';
import { formatFinding } from '../catalog/findings.ts';
import type { CatalogContext } from '../catalog/load.ts';
import type { Catalog, Group } from '../catalog/model.ts';
import { openCatalogs } from '../bundle/open-catalogs.ts';
import type { Country } from '../countries/model.ts';
import { type Atlas, createAtlas } from '../countries/resolve.ts';
import { UserError } from '../errors.ts';
import type { Evidence, SelectionFilter } from '../evidence/evidence.ts';
import { selectEvidence } from '../evidence/select.ts';
import {
  blocParty,
  type BlocPosition,
  type Continuation,
  countryParty,
  lenderOf,
  type Party,
} from '../evidence/party.ts';
import { exitCodes } from './exit-codes.ts';
import type { Io } from './io.ts';
import type { CatalogOptions, GlobalOptions, SelectionOptions } from './options.ts';

export function openAtlas(): Atlas {
  return createAtlas(bundledCountries(), bundledCountryNames);
}

/** What catalog files are checked against. */
export function catalogContext(atlas: Atlas): CatalogContext {
  return { atlas, cameoCodes: new Set(bundledCameo().codes()) };
}

/** The catalogs named by `--catalog`, else by ALIGN_CATALOG, else all bundled ones. */
export function catalogNames({ catalog }: CatalogOptions, { env }: Io): readonly string[] {
  if (catalog?.includes('')) throw new UserError('--catalog needs a name');
  if (catalog) return catalog;
  const named = env['ALIGN_CATALOG']?.split(delimiter).filter((name) => name !== '') ?? [];
  return named.length > 0 ? named : bundledNames;
}

/** Opens the catalogs asked for; warnings go to stderr. */
export async function openNamedCatalogs(
  options: CatalogOptions & GlobalOptions,
  io: Io,
  atlas: Atlas,
): Promise<readonly Catalog[]> {
  const names = catalogNames(options, io);
  // The option takes all names up to the next one, countries too.
  const country = names
    .slice(1)
    .filter((name) => !isBundled(name) && !existsSync(resolve(io.cwd, name)))
    .find((name) => atlas.resolve(name).kind === 'found');
  if (country !== undefined)
    throw new UserError(`${country} is a country, no catalog`, {
      hint: 'name countries before --catalog, which takes all that follows it',
    });
  const { catalogs, warnings } = await openCatalogs(
    names,
    io.cwd,
    () => catalogContext(atlas),
    async () => (await import('./file-cache.ts')).fileCache(io),
  );
  if (!options.quiet)
    for (const warning of warnings) io.stderr.write(`${formatFinding(warning)}\n`);
  return catalogs;
}

/** The selection that the options ask for; options left out are left out. */
export function selectionFilter(options: SelectionOptions): SelectionFilter {
  const { topic, issue, from, to, minConfidence, session, important, resolution } = options;
  if (from !== undefined && to !== undefined && from > to)
    throw new UserError(`--from ${from} is after --to ${to}`, { hint: 'swap them' });
  return {
    ...(topic ? { topics: topic } : {}),
    ...(issue ? { issues: issue } : {}),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    minConfidence,
    rollCalls: {
      ...(session ? { sessions: session } : {}),
      ...(important ? { important } : {}),
      ...(resolution === undefined ? {} : { resolution }),
      noParagraphs: !options.paragraphs,
      noAmendments: !options.amendments,
      noUnanimous: !options.unanimous,
    },
  };
}

/** The evidence of the catalogs, their roll-call records included. */
export async function gatherEvidence(
  catalogs: readonly Catalog[],
  filter: SelectionFilter,
): Promise<Evidence> {
  if (catalogs.every(({ rollCalls }) => rollCalls.length === 0))
    return selectEvidence(catalogs, [], filter);
  const { openRecordedVotes } = await import('../rollcalls/open.ts');
  return selectEvidence(catalogs, openRecordedVotes(catalogs, filter), filter);
}

function groupsOf(catalogs: readonly Catalog[]): readonly Group[] {
  return catalogs.flatMap(({ groups }) => Object.values(groups));
}

/** What a name means, before there is evidence. */
export interface FoundParty {
  readonly code: string;
  readonly name: string;
  /** Empty for a country. */
  readonly members: readonly string[];
  readonly continued?: Continuation;
}

function heirsOf({ continuedBy }: Country, atlas: Atlas): readonly string[] {
  const heir = continuedBy === undefined ? undefined : atlas.byCode(continuedBy);
  return heir ? [heir.code, ...heirsOf(heir, atlas)] : [];
}

/**
 * The country or bloc that a name means. A country's name wins over a bloc's.
 *
 * @throws UserError (usage) with the candidates or the nearest names
 */
export function resolveParty(name: string, atlas: Atlas, catalogs: readonly Catalog[]): FoundParty {
  const resolution = atlas.resolve(name);
  if (resolution.kind === 'found') {
    const { code, name: common, existed = {} } = resolution.country;
    const by = heirsOf(resolution.country, atlas);
    return {
      code,
      name: common,
      members: [],
      ...(by.length > 0 ? { continued: { by, existed } } : {}),
    };
  }
  const wanted = name.toLowerCase();
  const groups = groupsOf(catalogs);
  const group = groups.find(
    ({ id, title }) => id.toLowerCase() === wanted || title.toLowerCase() === wanted,
  );
  if (group) return { code: group.id, name: group.title, members: group.members };
  if (resolution.kind === 'ambiguous')
    throw new UserError(`"${name}" may be one of several countries`, {
      hint: `say which: ${resolution.candidates.map((c) => `${c.name} (${c.code})`).join(', ')}`,
    });
  const blocs = groups.map(({ id }) => id).sort();
  throw new UserError(`no country or bloc is called "${name}"`, {
    hint: [
      resolution.suggestions.length > 0
        ? `did you mean ${resolution.suggestions.join(', or ')}?`
        : '',
      blocs.length > 0 ? `blocs: ${blocs.join(', ')};` : '',
      'align list countries shows every name',
    ]
      .filter((part) => part !== '')
      .join(' '),
  });
}

/**
 * Makes sure that no two of these are one row of a record.
 *
 * @throws UserError (usage) if one takes the positions of another
 */
export function refuseOneRow(evidence: Evidence, parties: readonly FoundParty[]): void {
  for (const { code, name, continued } of parties) {
    const lender = lenderOf(evidence, code, continued);
    const heir = parties.find((each) => each.code === lender);
    if (heir)
      throw new UserError(`${name} and ${heir.name} cannot be compared: their votes are one row`, {
        hint: `the catalogs keep those of ${name} under ${heir.name}, which continued it`,
      });
  }
}

/**
 * Makes sure that there is more to score than memberships, which are in no score.
 *
 * @throws UserError (no evidence) naming them
 */
export function refuseMembershipsAlone({ issues, memberships }: Evidence): void {
  if (issues.length > 0 || memberships.issues.length === 0) return;
  const names = memberships.issues.map(({ issue }) => `${issue.title} (${issue.id})`);
  throw new UserError(
    `this selection has memberships only, which are facts and in no score: ${names.join(', ')}`,
    {
      hint: 'align show <issue> has the members; align score names those of two countries on a line of their own',
      exitCode: exitCodes.noEvidence,
    },
  );
}

/** A party of the evidence for what `resolveParty` found. */
export function partyOf(evidence: Evidence, found: FoundParty, rule: BlocPosition): Party {
  return found.members.length > 0
    ? blocParty(evidence, found, rule)
    : countryParty(evidence, found.code, found.name, found.continued);
}
