import { parse } from 'yaml';
import { readRecord } from '../rollcalls/read.ts';
import { toId } from '../rollcalls/topics.ts';

/** What an import wrote: a catalog, and a roll-call file if it needed one. */
export interface ImportedFiles {
  readonly catalog: string;
  readonly record?: readonly [name: string, text: string];
}

/** Countries and issues by the form in which they are compared; each as it is called. */
type Contents = ReadonlyMap<string, string>;

/**
 * What an earlier import has and another lacks: countries, issues and interactions, as they are called.
 * A roll-call file that cannot be read holds nothing to lose.
 *
 * @throws YAMLParseError if the catalog of the earlier one cannot be read
 */
export function vanishing(earlier: ImportedFiles, later: ImportedFiles): readonly string[] {
  const kept = contentsOf(later);
  return [...contentsOf(earlier)].filter(([key]) => !kept.has(key)).map(([, name]) => name);
}

function contentsOf({ catalog, record }: ImportedFiles): Contents {
  return record ? contentsOfRecord(record) : contentsOfCatalog(catalog);
}

const list = (codes: readonly string[], names: readonly string[]): Contents =>
  new Map([
    ...codes.map((code) => [code, code] as const),
    ...names.map((name) => [`id ${toId(name)}`, name] as const),
  ]);

function contentsOfRecord([name, text]: readonly [string, string]): Contents {
  const { record } = readRecord(Buffer.from(text), name);
  const ids = Array.from({ length: record?.size ?? 0 }, (_, i) => record!.detail('roll_call', i));
  return list(record?.countries ?? [], ids);
}

/** As imports write them, and people may have changed them since. */
interface WrittenIssue {
  readonly id?: unknown;
  readonly positions?: Readonly<Record<string, unknown>>;
  readonly votes?: Readonly<Record<string, readonly string[]>>;
}
interface WrittenInteraction {
  readonly id?: unknown;
  readonly between?: readonly string[];
  readonly actor?: readonly string[];
  readonly target?: readonly string[];
}

function contentsOfCatalog(text: string): Contents {
  const { issues = [], interactions = [] } = (parse(text) ?? {}) as {
    readonly issues?: readonly WrittenIssue[];
    readonly interactions?: readonly WrittenInteraction[];
  };
  const codes = [
    ...issues.flatMap(({ positions = {}, votes = {} }) => [
      ...Object.keys(positions),
      ...Object.values(votes).flat(),
    ]),
    ...interactions.flatMap((each) => [each.between, each.actor, each.target].flat()),
  ].filter((code) => code !== undefined);
  const ids = [...issues, ...interactions].map(({ id }) => String(id));
  return list([...new Set(codes)].sort(), ids);
}
