import type { Cache } from '../bundle/cache.ts';
import type { Limits } from '../catalog/limits.ts';
import type { Catalog } from '../catalog/model.ts';
import type { Atlas } from '../countries/resolve.ts';
import { inputError } from '../errors.ts';
import type { EventSums } from '../evidence/event-sums.ts';
import type { Evidence, SelectionFilter } from '../evidence/evidence.ts';
import type { RecordedVotes } from '../evidence/position-table.ts';
import { selectEvidence } from '../evidence/select.ts';
import type { Weighting } from '../evidence/weights.ts';
import type { Watch } from '../events/engine.ts';
import type { SumsRequest } from '../events/gather-sums.ts';
import type { EventEnvironment } from '../events/open-table.ts';
import type { OpenRecord } from '../rollcalls/open.ts';
import type { CountryLabel } from '../results/parts.ts';
import type { GoldsteinScale } from './score-settings.ts';
import { findSide, type NamedSide } from './sides.ts';

/** What opening a question needs from outside. */
export interface World {
  /** Where files are looked for. */
  readonly cwd: string;
  /** How much input files may hold. */
  readonly limits?: Limits;
  /** What keeps catalogs that were read before. */
  readonly openCache: () => Promise<Cache>;
  /** The environment, where credentials of engines are. */
  readonly env?: EventEnvironment;
  /** Does work that asks engines, whose queries are watched and can be stopped. */
  readonly watched?: <T>(work: (watch: Watch) => Promise<T>) => Promise<T>;
  /** Is told of every warning on the files read. */
  readonly warn: (warning: string) => void;
  /** Is told of every step that is done, and which way it took. */
  readonly note: (step: string) => void;
}

/** Catalogs that are open, and what they are read with. */
interface Open {
  readonly atlas: Atlas;
  readonly catalogs: readonly Catalog[];
  readonly goldstein: GoldsteinScale;
  /** The roll-call records that the catalogs name, read when they are first asked for. */
  readonly records: () => Promise<readonly OpenRecord[]>;
  /** What a weights file says. @throws UserError (input) if it cannot be used */
  readonly readWeights: (file: string) => Promise<Weighting>;
  /** Interactions that the catalogs’ sources of events add up. @throws UserError (input), as `gatherSums` */
  readonly sums: (request: SumsRequest) => Promise<readonly EventSums[]>;
  readonly warn: World['warn'];
  readonly note: World['note'];
}

/** Catalogs that are open to questions. */
export interface Library extends Open {
  /** The country, actor or bloc of a name, as of a day or today. @throws UserError (usage), as `findSide` */
  readonly find: (name: string, day?: string) => NamedSide;
  /** Name of a country or actor, or the code itself. */
  readonly nameOf: (code: string) => string;
  /** How results name a country or actor. */
  readonly labelOf: (code: string) => CountryLabel;
  /** The evidence of a selection, records included; the same one when it is asked for again. */
  readonly gather: (filter: SelectionFilter) => Promise<Evidence>;
}

/**
 * Opens catalogs that are in memory to questions; `openLibrary` does so with files.
 *
 * @param rest left out, no interaction is counted, there are no records, sums of events and weights files, and
 *   nobody is told
 * @param votesOf the votes of the records that a selection takes
 */
export function createLibrary(
  catalogs: readonly Catalog[],
  atlas: Atlas,
  rest: Partial<Open> = {},
  votesOf: (filter: SelectionFilter) => Promise<readonly RecordedVotes[]> = async () => [],
): Library {
  const open: Open = {
    goldstein: new Map(),
    records: async () => [],
    readWeights: async (file) => {
      throw inputError(`cannot read ${file}: there are no files here`);
    },
    sums: async () => [],
    warn: () => {},
    note: () => {},
    ...rest,
    catalogs,
    atlas,
  };
  const gathered: { readonly filter: SelectionFilter; readonly evidence: Evidence }[] = [];
  const gather = async (filter: SelectionFilter) => {
    const known = gathered.find((each) => isSameFilter(each.filter, filter));
    if (known) return known.evidence;
    const evidence = selectEvidence(catalogs, await votesOf(filter), filter);
    gathered.push({ filter, evidence });
    open.note(`evidence: ${evidence.issues.length} issues`);
    return evidence;
  };
  const actors = new Map(
    catalogs.flatMap((each) => Object.values(each.actors).map(({ id, title }) => [id, title])),
  );
  const nameOf = (code: string) => atlas.byCode(code)?.name ?? actors.get(code) ?? code;
  return {
    ...open,
    find: (name, day) => findSide(name, atlas, catalogs, day),
    nameOf,
    labelOf: (code) => ({
      code,
      name: nameOf(code),
      ...(actors.has(code) ? { actor: true } : {}),
    }),
    gather,
  };
}

function isSameFilter(x: SelectionFilter, y: SelectionFilter): boolean {
  return x.accepts === y.accepts && JSON.stringify(x) === JSON.stringify(y);
}
