import { type Document, isAlias, isMap, isScalar, isSeq, type Node } from 'yaml';
import { type Limits, raiseHint } from './limits.ts';

/** Something that YAML allows and a file of ours may not have. */
export interface Flaw {
  readonly code: string;
  readonly message: string;
  readonly hint?: string;
  /** Where in the text it is. */
  readonly offset: number;
}

/** A value, and how many values it is made of. */
interface Made {
  readonly value: unknown;
  readonly size: number;
}

const badAlias = 'BAD_ALIAS';

/**
 * What a document says, as plain data, and all that is wrong with it apart from its syntax: keys that
 * stand twice, aliases of nothing, more of anything than the limits allow. It looks at every node once,
 * which the parser's own checks of keys and aliases do not.
 */
export function plainValue(
  document: Document.Parsed,
  limits: Limits,
): {
  readonly value: unknown;
  /** By alias, the node that it stands for. */
  readonly targets: ReadonlyMap<Node, Node>;
  readonly flaws: readonly Flaw[];
} {
  const flaws: Flaw[] = [];
  /** The last node before this one that is marked with a name. */
  const anchored = new Map<string, Node>();
  /** Marked nodes that are complete. */
  const made = new Map<Node, Made>();
  const targets = new Map<Node, Node>();
  const nothing: Made = { value: null, size: 1 };
  let nodes = 0;

  const flaw = (node: Node, code: string, message: string, hint?: string): Made => {
    const offset = node.range?.[0] ?? 0;
    flaws.push({ code, message, offset, ...(hint === undefined ? {} : { hint }) });
    return nothing;
  };

  const follow = (node: Node, source: string): Made => {
    const target = anchored.get(source);
    if (!target)
      return flaw(
        node,
        badAlias,
        `nothing before this is marked &${source}`,
        'text that begins with * needs quotes',
      );
    targets.set(node, target);
    return made.get(target) ?? flaw(node, badAlias, `*${source} stands within what it stands for`);
  };

  const nameOf = (key: Node | null): string | undefined => {
    const { value } = key === null ? nothing : make(key, 0);
    if (value === null) return '';
    if (typeof value !== 'object') return String(value);
    flaw(key!, 'BAD_KEY', 'a key must be text', 'text that begins with [ or { needs quotes');
    return undefined;
  };

  const makeMap = (
    items: readonly { readonly key: unknown; readonly value: unknown }[],
    depth: number,
  ): Made => {
    const value: Record<string, unknown> = {};
    let size = 1;
    for (const item of items) {
      const key = item.key as Node | null;
      const name = nameOf(key);
      const inner = make(item.value as Node | null, depth);
      size += inner.size;
      if (name === undefined) continue;
      if (name === '__proto__')
        flaw(key!, 'BAD_KEY', 'this key means something else to programs', 'choose another name');
      else if (Object.hasOwn(value, name)) flaw(key ?? document.contents!, 'DUPLICATE_KEY', '');
      else value[name] = inner.value;
    }
    return { value, size };
  };

  const build = (node: Node, depth: number): Made => {
    if (isAlias(node)) return follow(node, node.source);
    if (isScalar(node)) {
      const { value } = node;
      if (typeof value === 'string' && value.length > limits.characters)
        return flaw(
          node,
          'LIMIT',
          `a text of more than ${limits.characters} characters`,
          raiseHint,
        );
      return { value, size: 1 };
    }
    if (depth >= limits.depth) return flaw(node, 'RESOURCE_EXHAUSTION', '', raiseHint);
    if (isMap(node)) return makeMap(node.items, depth + 1);
    if (!isSeq(node)) return nothing;
    const items = node.items.map((item) => make(item as Node | null, depth + 1));
    return {
      value: items.map(({ value }) => value),
      size: items.reduce((sum, { size }) => sum + size, 1),
    };
  };

  const make = (node: Node | null, depth: number): Made => {
    nodes++;
    if (node === null) return nothing;
    const anchor = isAlias(node) ? undefined : (node as { readonly anchor?: string }).anchor;
    if (anchor === undefined) return build(node, depth);
    anchored.set(anchor, node);
    const built = build(node, depth);
    made.set(node, built);
    return built;
  };

  const { value, size } = make(document.contents, 0);
  if (size - nodes > limits.copies)
    flaw(document.contents!, 'LIMIT', `aliases add more than ${limits.copies} values`, raiseHint);
  return { value, targets, flaws };
}
