import type { Path } from './locate.ts';
import type { Catalog } from './model.ts';

/** An id that two catalogs give to different things. */
export interface Clash {
  readonly message: string;
  readonly hint: string;
  /** The catalog that is loaded later, and where in it. */
  readonly catalog: Catalog;
  readonly path: Path;
}

type Entry = readonly [id: string, content: unknown, path: Path];

function entriesOf(list: 'issues' | 'interactions'): (catalog: Catalog) => Entry[] {
  return (catalog) =>
    catalog[list].map(({ id }, i) => [id, [catalog.id, catalog.sha256], [list, i, 'id']]);
}

const rename = 'rename one of them';

/**
 * Ids of catalogs, issues and interactions that are given to different things. Topics, scales, sources, groups
 * and actors are a catalog's own, see `keepApart`.
 */
export function findClashes(catalogs: readonly Catalog[]): readonly Clash[] {
  const clashes: Clash[] = [];
  const compare = (what: string, hint: string, entries: (catalog: Catalog) => Iterable<Entry>) => {
    const seen = new Map<string, { content: string; catalog: string }>();
    for (const catalog of catalogs) {
      for (const [id, value, path] of entries(catalog)) {
        const content = JSON.stringify(value);
        const earlier = seen.get(id);
        if (!earlier) seen.set(id, { content, catalog: catalog.id });
        else if (earlier.content !== content) {
          const where =
            earlier.catalog === catalog.id
              ? `two catalogs called ${catalog.id}`
              : `${earlier.catalog} and ${catalog.id}`;
          const message = `the ${what} "${id}" is defined differently in ${where}`;
          clashes.push({ message, hint, catalog, path });
        }
      }
    }
  };
  compare('catalog', 'load one of them', ({ id, sha256 }) => [[id, sha256, ['catalog']]]);
  compare('issue', rename, entriesOf('issues'));
  compare('interaction', rename, entriesOf('interactions'));
  return clashes;
}

/** Catalogs without further copies of the same file. */
export function withoutCopies(catalogs: readonly Catalog[]): readonly Catalog[] {
  return [...new Map(catalogs.map((each) => [`${each.id} ${each.sha256}`, each])).values()];
}
