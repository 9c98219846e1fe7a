import type { FactData, FactKind, Sides } from '../../analysis/explain/explanation.ts';

/** Sentences under construction: words, and marks of the sources they rest on. */

/** Sources to be cited in a place, the most telling first, and how many marks there is room for. */
export interface Citation {
  readonly cites: readonly string[];
  readonly most: number;
}

/** Words, or a place where sources are cited. */
export type Piece = string | Citation;
export type Text = readonly Piece[];

/** Who the sentences are about, and on what the fact rests. */
export interface Voice {
  /** Names as they stand in a sentence. */
  readonly names: Sides<string>;
  /** Which of them are actors, who have no vote. */
  readonly actors: Sides<boolean>;
  readonly sources: readonly string[];
}

/** A sentence or two; with a head it is an item of a list. */
export interface Wording {
  readonly head?: string | null;
  readonly text: Text;
}

export type Templates = {
  readonly [K in FactKind]: (data: FactData[K], voice: Voice) => Wording | Text;
};

type Part = string | Text | Citation;

function pieces(part: Part): Text {
  if (typeof part === 'string') return part === '' ? [] : [part];
  return 'cites' in part ? [part] : part;
}

/** Text from a template: strings, other texts and citations in their places. */
export function say(strings: TemplateStringsArray, ...parts: readonly Part[]): Text {
  return strings.flatMap((words, i) => [
    ...(words === '' ? [] : [words]),
    ...pieces(parts[i] ?? ''),
  ]);
}

/** Marks at the end of a sentence. */
export function cite(sources: readonly string[], most = 2): Citation {
  return { cites: sources, most };
}

/** A mark within a sentence, behind one of the things that it lists. */
export function citeOne(sources: readonly string[]): Citation {
  return cite(sources, 1);
}

/** `a`, `a and b`, `a, b and c`, what is `false` left out; with semicolons where the parts have commas of their own. */
export function listed(parts: readonly (Part | false)[], comma: ',' | ';' = ','): Text {
  const last = comma === ';' ? '; and ' : ' and ';
  const said = parts.filter((part) => part !== false);
  return said.flatMap((part, i) => {
    const glue = i === 0 ? '' : i === said.length - 1 ? last : `${comma} `;
    return [...(glue === '' ? [] : [glue]), ...pieces(part)];
  });
}
