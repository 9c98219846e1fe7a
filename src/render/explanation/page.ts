import type { Explanation, Fact } from '../../analysis/explain/explanation.ts';
import { templates } from './templates.ts';
import type { Text, Voice, Wording } from './text.ts';
import { nameInProse } from './words.ts';
import type { SectionId } from '../../results/vocabulary.ts';
import type { Source } from '../../results/parts.ts';

/** A sentence of a paragraph or an item of a list, with all that it rests on. */
export interface Sentence {
  readonly fact: Fact;
  /** Stands on a line of its own, after its head if it has one. */
  readonly item: boolean;
  readonly head: string | null;
  /** Words, and the marks of sources where they are cited. */
  readonly text: readonly (string | Marks)[];
}

/** Numbers of sources, ascending, from 1. */
export type Marks = readonly number[];

export interface PageSection {
  readonly id: SectionId;
  readonly title: string;
  readonly sentences: readonly Sentence[];
}

/** Sentences in a row that are prose, or items of one list. */
export function blocksOf({ sentences }: PageSection): readonly (readonly Sentence[])[] {
  const starts = sentences.flatMap(({ item }, i) => (item === sentences[i - 1]?.item ? [] : [i]));
  return starts.map((start, i) => sentences.slice(start, starts[i + 1]));
}

/** An explanation in words: what every format lays out in its own way. */
export interface Page {
  readonly title: string;
  readonly sections: readonly PageSection[];
  /** Sources cited, in the order of their marks, which count from 1. */
  readonly sources: readonly Source[];
  /** Sources that facts rest on beyond those cited. */
  readonly uncited: number;
}

const titles: Readonly<Record<SectionId, string>> = {
  summary: 'In short',
  together: 'What brings them together',
  depth: 'Together, or merely in parallel',
  apart: 'Where they part',
  stakes: 'Whose stake it was',
  memberships: 'What they belong to',
  interactions: 'What they did with and to each other',
  doubt: 'How sure this is, and what is missing',
};

type NumbersOf = (sources: readonly string[], most: number) => Marks;

/** Numbers sources as they are first cited. The most telling is always cited; then those cited already. */
export function createCitations(known: Readonly<Record<string, Source>>): {
  readonly numbersOf: NumbersOf;
  /** Those cited so far, in the order of their numbers. */
  readonly sources: () => readonly Source[];
} {
  const numbers = new Map<string, number>();
  const number = (id: string) => {
    const given = numbers.get(id) ?? numbers.size + 1;
    numbers.set(id, given);
    return given;
  };
  const numbersOf: NumbersOf = (ids, most) => {
    const [first, ...others] = [...new Set(ids)].filter((id) => known[id] !== undefined);
    if (first === undefined) return [];
    const again = others.filter((id) => numbers.has(id));
    const fresh = others.filter((id) => !numbers.has(id));
    return [first, ...again, ...fresh]
      .slice(0, most)
      .map(number)
      .sort((x, y) => x - y);
  };
  return { numbersOf, sources: () => [...numbers.keys()].flatMap((id) => known[id] ?? []) };
}

function wordFact(fact: Fact, who: Omit<Voice, 'sources'>): Required<Wording> {
  const template = templates[fact.kind] as (data: Fact['data'], voice: Voice) => Wording | Text;
  const wording = template(fact.data, { ...who, sources: fact.sources });
  return 'text' in wording ? { head: null, ...wording } : { head: null, text: wording };
}

/** Puts an explanation into words and numbers its sources. */
export function writePage({ score, sections, sources }: Explanation): Page {
  const [a, b] = score.countries;
  const names = [nameInProse(a.name), nameInProse(b.name)] as const;
  const actors = [a.actor === true, b.actor === true] as const;
  const { numbersOf, sources: cited } = createCitations(sources);
  const worded = sections.map(({ id, facts }) => ({
    id,
    title: titles[id],
    sentences: facts.map((fact) => {
      const { head, text } = wordFact(fact, { names, actors });
      const item = head !== null || id === 'summary';
      return { fact, item, head, text: markSources(text, numbersOf) };
    }),
  }));
  const all = cited();
  return {
    title: `${a.name} – ${b.name}`,
    sections: worded,
    sources: all,
    uncited: Object.keys(sources).length - all.length,
  };
}

/** The text with numbers in place of sources. */
export function markSources(text: Text, numbersOf: NumbersOf): Sentence['text'] {
  return text.map((piece) =>
    typeof piece === 'string' ? piece : numbersOf(piece.cites, piece.most),
  );
}

/** The sentence as a line: a capital at its beginning, marks as the format writes them. */
export function spell(text: Sentence['text'], mark: (numbers: Marks) => string): string {
  const line = text.map((piece) => (typeof piece === 'string' ? piece : mark(piece))).join('');
  return line.charAt(0).toUpperCase() + line.slice(1);
}

/** ` [1][4]`, to stand behind what rests on them. */
export function bracketMarks(numbers: Marks): string {
  return numbers.length === 0 ? '' : ` ${numbers.map((number) => `[${number}]`).join('')}`;
}
