import type { Evidence } from './evidence/evidence.ts';
import { version } from './version.ts';

/** What a result was made from, so that it can be made again. */
export interface Provenance {
  readonly version: string;
  readonly catalogs: readonly {
    readonly id: string;
    readonly version: string;
    readonly sha256: string;
  }[];
  /** Options as given, defaults included; without those that change only the looks. */
  readonly options: Readonly<Record<string, unknown>>;
  /** Only with `--timestamp`. */
  readonly timestamp?: string;
}

const looks = new Set([
  'format',
  'output',
  'color',
  'quiet',
  'debug',
  'bom',
  'timestamp',
  'interactions',
]);

export function provenanceOf(
  evidence: Pick<Evidence, 'catalogs'>,
  options: object & { readonly timestamp?: boolean },
): Provenance {
  const kept = Object.entries(options)
    .filter(([name, value]) => !looks.has(name) && value !== undefined)
    .sort(([x], [y]) => (x < y ? -1 : 1));
  return {
    version,
    catalogs: evidence.catalogs.map(({ id, version: edition, sha256 }) => ({
      id,
      version: edition,
      sha256,
    })),
    options: Object.fromEntries(kept),
    ...(options.timestamp ? { timestamp: new Date().toISOString() } : {}),
  };
}
